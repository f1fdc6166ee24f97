#include "tools/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <utility>

#include "gapmap/io/source.h"
#include "gapmap/units/ascii.h"
#include "tools/job_file.h"

namespace gapmap::tools {
namespace {

/// "--max-off-road" and "max_off_road" are one key.
std::string key_of(std::string name) {
  name.erase(0, name.find_first_not_of('-'));
  std::ranges::replace(name, '_', '-');
  return name;
}

std::size_t edit_distance(std::string const& a, std::string const& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const cost =
          std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = row[j];
      row[j] = cost;
    }
  }
  return row.back();
}

constexpr char const* kExitCodes =
    "\nExit codes: 0 done; 1 an input cannot be used or an output not written; 2 the command line "
    "or job file is wrong.\n";

}  // namespace

std::string did_you_mean(std::string const& word, std::vector<std::string> const& candidates) {
  auto const lower = ascii_lower_case(word);
  if (lower != word) return did_you_mean(lower, candidates);
  std::string best;
  std::size_t least = 1 + word.size() / 3;
  for (auto const& candidate : candidates) {
    if (auto const distance = edit_distance(word, candidate); distance <= least) {
      best = candidate;
      least = distance - (distance > 0 ? 1 : 0);
    }
  }
  return best;
}

struct Options::State {
  struct Declared {
    CLI::Option* option;
    std::string* target = nullptr;                ///< or
    std::vector<std::string>* targets = nullptr;  ///< of an option that may be given several times
    OptionText text;
    bool flag = false;
    bool is_only_in_words = false;
    std::string in_job = {};  ///< what a job file says of one that only words give
    std::string why_not_in_job = {};
  };
  CLI::App app;
  std::vector<std::unique_ptr<Declared>> declared;
  std::string heading = "Options";
  std::string examples;
  std::vector<std::string> positionals;
  std::string job;
  bool allows_other_keys = false;
  std::vector<std::string> allowed_keys;
  std::vector<std::string> named_by_job;  ///< what may be files

  [[nodiscard]] static std::string key(Declared const& of) {
    return key_of(of.option->get_lnames().front());
  }
  /// Gives the words to the options that words may stand for, if they are not given by name. Takes
  /// what it gives from `words`.
  void stand_in(std::vector<std::string>& words) const {
    for (auto const& key_of_option : positionals) {
      auto const of =
          std::ranges::find(declared, key_of_option, [](auto const& d) { return key(*d); });
      if ((*of)->option->count() > 0) continue;
      if (words.empty()) return;
      *(*of)->target = std::move(words.front());
      words.erase(words.begin());
    }
  }
  [[nodiscard]] Declared& option_of(std::string const& its_key) const {
    auto const found = std::ranges::find(declared, its_key, [](auto const& d) { return key(*d); });
    expects(found != declared.end(), "the option is declared");
    return **found;
  }
  [[nodiscard]] std::vector<std::string> keys() const {
    std::vector<std::string> keys;
    for (auto const& each : declared) keys.push_back(key(*each));
    return keys;
  }
  void declare(OptionText text, std::unique_ptr<Declared> option) {
    option->option->group(heading);
    option->text = std::move(text);
    declared.push_back(std::move(option));
  }
};

Options::Options(std::string command, std::string summary) : state_{std::make_unique<State>()} {
  auto& app = state_->app;
  app.name("gapmap " + command);
  app.description(std::move(summary));
  app.set_help_flag("-h,--help", "Show this help");
  app.get_formatter()->column_width(34);
  app.get_formatter()->label("TEXT", "");
  app.allow_extras();
  app.add_option("JOB.toml", state_->job,
                 "Job file with the same keys as the options; options given here win over it");
}

Options::~Options() = default;

void Options::group(std::string heading) { state_->heading = std::move(heading); }

void Options::add(OptionText text, std::string& target) {
  auto& app = state_->app;
  auto declared = std::make_unique<State::Declared>();
  declared->target = &target;
  if (text.kind == OptionKind::Flag) {
    declared->option = app.add_flag(text.flags, declared->flag, text.help);
  } else {
    auto const with_default =
        target.empty() ? text.help : fmt::format("{} (default: {})", text.help, target);
    declared->option = app.add_option(text.flags, target, with_default);
    declared->option->option_text(text.need == Need::Required ? text.placeholder + " (required)"
                                                              : text.placeholder);
  }
  state_->declare(std::move(text), std::move(declared));
}

void Options::add(OptionText text, std::vector<std::string>& targets) {
  auto declared = std::make_unique<State::Declared>();
  declared->targets = &targets;
  declared->option = state_->app.add_option(text.flags, targets, text.help);
  declared->option->allow_extra_args(false)->option_text(text.placeholder + " ...");
  state_->declare(std::move(text), std::move(declared));
}

void Options::positional(std::string key) { state_->positionals.push_back(std::move(key)); }

void Options::positional(std::string key, std::string const& name, std::string const& help) {
  auto& app = state_->app;
  app.remove_option(app.get_option("JOB.toml"));
  app.add_option(name, state_->job, help);
  positional(std::move(key));
}

void Options::allow_other_keys() { state_->allows_other_keys = true; }

void Options::allow_keys(std::vector<std::string> keys) { state_->allowed_keys = std::move(keys); }

void Options::only_in_words(std::string const& key, std::string help) {
  auto& option = state_->option_of(key);
  option.is_only_in_words = true;
  option.text.need = Need::Optional;
  option.option->option_text(option.text.placeholder);
  option.option->description(std::move(help));
}

void Options::describe(std::string const& key, std::string help) {
  state_->option_of(key).option->description(std::move(help));
}

std::string Options::in_job(std::string const& key) const { return state_->option_of(key).in_job; }

void Options::refuse_in_job(std::string const& key, std::string why) {
  state_->option_of(key).why_not_in_job = std::move(why);
}

std::vector<std::string> Options::keys() const { return state_->keys(); }

void Options::examples(std::string text) { state_->examples = std::move(text); }

namespace {

std::string unknown_option(std::string const& word, std::vector<std::string> const& keys) {
  auto const plain = key_of(word.substr(0, word.find('=')));
  auto const meant = did_you_mean(plain, keys);
  if (!word.starts_with("-")) return fmt::format("unexpected \"{}\"", word);
  return meant.empty() ? fmt::format("unknown option {}", word)
                       : fmt::format("unknown option {}; did you mean --{}?", word, meant);
}

/// A value of a job file as if it had been written on the command line.
std::string seen_from_here(OptionKind kind, std::string const& job, std::string const& value) {
  if (kind == OptionKind::Path) return beside_job_file(job, value);
  if (kind != OptionKind::NamedPath) return value;
  auto const [name, path] = split_name(value);
  return name.empty() ? beside_job_file(job, path) : name + '=' + beside_job_file(job, path);
}

UsageError wrong_words(std::vector<std::string> const& problems, std::string const& command) {
  return {"", fmt::format("{}", fmt::join(problems, "\n  ")),
          fmt::format("see {} --help", command)};
}

}  // namespace

Parsed Options::parse(std::vector<std::string> words) {
  auto& state = *state_;
  std::ranges::reverse(words);  // CLI11 takes its words from the back
  try {
    state.app.parse(words);
  } catch (CLI::CallForHelp const&) {
    std::cout << state.app.help() << state.examples << kExitCodes;
    return Parsed::HelpShown;
  } catch (CLI::ParseError const& error) {
    throw UsageError{"", error.what(), fmt::format("see {} --help", state.app.get_name())};
  }
  std::vector<std::string> problems;
  std::vector<std::string> plain;  // neither options nor values of unknown ones
  bool is_value = false;           // of an unknown option: nothing more to say
  for (auto const& word : state.app.remaining()) {
    bool const is_option = word.starts_with("-");
    if (is_option) problems.push_back(unknown_option(word, state.keys()));
    if (!is_option && !is_value) plain.push_back(word);
    is_value = is_option;
  }
  if (!state.positionals.empty()) {
    bool const is_job = state.job.empty() || state.job.ends_with(".toml");
    if (!is_job) plain.insert(plain.begin(), std::exchange(state.job, {}));
    auto const given = plain.size();
    state.stand_in(plain);
    // A first word too many is a job file, though it is not called so.
    if (!is_job && plain.size() == given) {
      state.job = std::move(plain.front());
      plain.erase(plain.begin());
    }
  }
  for (auto const& word : plain) problems.push_back(unknown_option(word, state.keys()));
  std::vector<JobEntry> entries;
  if (!state.job.empty()) {
    try {
      entries = read_job_file(state.job);
    } catch (InputError const&) {
      // The value of an unknown option looks like a job file; the option is what the user must hear
      // of.
      if (problems.empty()) throw;
      throw wrong_words(problems, state.app.get_name());
    }
  }
  for (auto const& entry : entries) {
    for (auto const& value : entry.values)
      state.named_by_job.push_back(seen_from_here(OptionKind::NamedPath, state.job, value));
    auto const declared = std::ranges::find_if(
        state.declared, [&](auto const& d) { return State::key(*d) == key_of(entry.option); });
    if (declared == state.declared.end()) {
      bool const is_allowed =
          std::ranges::find(state.allowed_keys, key_of(entry.option)) != state.allowed_keys.end();
      if (state.allows_other_keys || is_allowed) continue;
      auto const meant = did_you_mean(key_of(entry.option), state.keys());
      problems.push_back(
          fmt::format("{}, line {}: unknown key \"{}\"{}", state.job, entry.line, entry.key,
                      meant.empty() ? "" : fmt::format("; did you mean \"{}\"?", meant)));
      continue;
    }
    auto& option = **declared;
    if (!option.why_not_in_job.empty()) {
      problems.push_back(fmt::format("{}, line {}: \"{}\" {}", state.job, entry.line, entry.key,
                                     option.why_not_in_job));
      continue;
    }
    if (entry.is_list && option.targets == nullptr) {
      throw UsageError{fmt::format("{}, line {}", state.job, entry.line),
                       fmt::format("\"{}\" is not a single value", entry.key),
                       "write each key as: key = \"value\""};
    }
    if (option.is_only_in_words && !entry.values.empty())
      option.in_job = seen_from_here(option.text.kind, state.job, entry.values.front());
    if (option.option->count() > 0 || option.is_only_in_words) continue;
    if (option.text.kind == OptionKind::Flag) {
      auto const& value = entry.values.front();
      option.flag = value == "true";
      if (!option.flag && value != "false") {
        problems.push_back(fmt::format("{}, line {}: \"{}\" is \"{}\"; write true or false",
                                       state.job, entry.line, entry.key, value));
      }
    } else if (option.targets != nullptr) {
      for (auto const& value : entry.values)
        option.targets->push_back(seen_from_here(option.text.kind, state.job, value));
    } else {
      *option.target = seen_from_here(option.text.kind, state.job, entry.values.front());
    }
  }
  for (auto const& declared : state.declared) {
    if (declared->text.kind == OptionKind::Flag) *declared->target = declared->flag ? "true" : "";
    bool const is_empty =
        declared->targets != nullptr ? declared->targets->empty() : declared->target->empty();
    if (declared->text.need == Need::Required && is_empty) {
      problems.push_back(fmt::format("--{} is missing", State::key(*declared)));
    }
  }
  if (!problems.empty()) throw wrong_words(problems, state.app.get_name());
  return Parsed::Run;
}

std::vector<std::string> Options::inputs() const {
  auto named = state_->named_by_job;
  // A word may be called like a folder; what lies in one is read only if an option says so.
  std::erase_if(named, [](std::string const& name) {
    std::error_code ignored;
    return std::filesystem::is_directory(name, ignored);
  });
  for (auto const& declared : state_->declared) {
    auto const key = State::key(*declared);
    if (key == "output" || key == "cache") continue;
    auto const kind = declared->text.kind;
    if (kind != OptionKind::Path && kind != OptionKind::NamedPath) continue;
    if (declared->targets == nullptr) named.push_back(*declared->target);
    for (auto const& value :
         declared->targets == nullptr ? std::vector<std::string>{} : *declared->targets)
      named.push_back(split_name(value).path);
  }
  std::vector<std::string> inputs;
  if (!state_->job.empty()) inputs.push_back(state_->job);
  for (auto const& name : named) inputs.push_back(io::parse_source(name).path);
  return inputs;
}

std::vector<std::pair<std::string, std::string>> Options::effective() const {
  std::vector<std::pair<std::string, std::string>> effective;
  for (auto const& declared : state_->declared) {
    auto value = declared->targets != nullptr
                     ? fmt::format("{}", fmt::join(*declared->targets, ", "))
                     : *declared->target;
    if (!value.empty()) effective.emplace_back(State::key(*declared), std::move(value));
  }
  return effective;
}

void Problems::throw_if_any() const {
  if (errors_.empty()) return;
  std::string all;
  for (auto const& error : errors_) all += (all.empty() ? "" : "\n  ") + error.message();
  if (is_usage_) throw UsageError{"", all};
  throw InputError{{}, all};
}

std::size_t choice_of(std::string const& option, std::string const& word,
                      std::vector<std::string> const& choices) {
  auto const found = std::ranges::find(choices, word);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  auto const meant = did_you_mean(word, choices);
  throw UsageError{option,
                   fmt::format("\"{}\" is not a choice{}", word,
                               meant.empty() ? "" : "; did you mean " + meant + "?"),
                   fmt::format("write one of {}", fmt::join(choices, ", "))};
}

}  // namespace gapmap::tools
