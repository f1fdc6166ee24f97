#include "tools/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <deque>
#include <iostream>
#include <utility>

#include "gapmap/job/job_file.h"
#include "gapmap/units/did_you_mean.h"

namespace gapmap::tools {
namespace {

std::string unknown_option(std::string const& word, std::vector<std::string> const& keys) {
  auto const plain = job::key_of(word.substr(0, word.find('=')));
  auto const meant = did_you_mean(plain, keys);
  if (!word.starts_with("-")) return fmt::format("unexpected \"{}\"", word);
  return meant.empty() ? fmt::format("unknown option {}", word)
                       : fmt::format("unknown option {}; did you mean --{}?", word, meant);
}

/// CLI11 with every option of a command.
class CommandLine {
 public:
  CommandLine(job::Options& options, CommandName const& command)
      : options_{options}, flags_(options.declared().size()) {
    app_.name("gapmap " + command.name);
    app_.description(command.summary);
    app_.set_help_flag("-h,--help", "Show this help");
    app_.get_formatter()->column_width(34);
    app_.get_formatter()->label("TEXT", "");
    app_.allow_extras();
    auto const& [name, help] = options.first_word();
    app_.add_option(name, job_, help);
    for (std::size_t i = 0; i < flags_.size(); ++i) add(options.declared()[i], flags_[i]);
  }

  [[nodiscard]] Parsed parse(std::vector<std::string> words) {
    for (auto& word : words) word = as_called_now(std::move(word));
    std::ranges::reverse(words);  // CLI11 takes its words from the back
    try {
      app_.parse(words);
    } catch (CLI::CallForHelp const&) {
      std::cout << app_.help() << options_.examples() << exit_code_line();
      return Parsed::HelpShown;
    } catch (CLI::ParseError const& error) {
      throw UsageError{"", error.what(), fmt::format("see {} --help", app_.get_name())};
    }
    note_given();
    auto problems = take_plain_words();
    for (auto& problem : take_job_file(problems)) problems.push_back(std::move(problem));
    for (auto const& key : options_.missing())
      problems.push_back(fmt::format("--{} is missing", key));
    if (!problems.empty()) throw wrong_words(problems);
    return Parsed::Run;
  }

 private:
  void add(job::Option const& declared, bool& flag) {
    auto const& text = declared.text;
    CLI::Option* option = nullptr;
    if (text.kind == job::OptionKind::Flag) {
      option = app_.add_flag(text.flags, flag, text.help);
    } else if (declared.targets != nullptr) {
      option = app_.add_option(text.flags, *declared.targets, text.help);
      std::string more = text.values > 1 ? "" : " ...";
      if (text.need == job::Need::Required) more += " (required)";
      option->allow_extra_args(false)->option_text(text.placeholder + more);
      if (text.values > 1) option->expected(text.values);
    } else {
      auto const with_default = declared.usual.empty()
                                    ? text.help
                                    : fmt::format("{} (default: {})", text.help, declared.usual);
      option = app_.add_option(text.flags, *declared.target, with_default);
      option->option_text(text.need == job::Need::Required ? text.placeholder + " (required)"
                                                           : text.placeholder);
    }
    option->group(declared.heading);
    added_.push_back(option);
  }

  /// "--remedies=3" of "--cures=3", as the option was called before.
  std::string as_called_now(std::string word) {
    if (!word.starts_with("--")) return word;
    auto const end = std::min(word.find('='), word.size());
    auto const key = job::key_of(word.substr(0, end));
    auto const current = options_.current(key);
    if (current == key) return word;
    options_.heed(key);
    return "--" + current + word.substr(end);
  }

  void note_given() {
    for (std::size_t i = 0; i < added_.size(); ++i) {
      auto& option = options_.option(options_.declared()[i].key);
      option.is_given = added_[i]->count() > 0;
      if (option.text.kind == job::OptionKind::Flag) *option.target = flags_[i] ? "true" : "";
    }
  }

  /// Gives the words to the options that words may stand for, if they are not given by name. Takes
  /// what it gives from `words`.
  void stand_in(std::vector<std::string>& words) {
    for (auto const& key : options_.positionals()) {
      auto& option = options_.option(key);
      if (option.is_given) continue;
      if (words.empty()) return;
      *option.target = std::move(words.front());
      option.is_given = true;
      words.erase(words.begin());
    }
  }

  /// Whether the first word, which looks like a job file, stands for an option as the words after
  /// it do.
  [[nodiscard]] bool is_for_an_option(std::vector<std::string> const& words_after_it) const {
    if (!options_.may_words_be_jobs()) return false;
    auto const open = std::ranges::count_if(options_.positionals(), [&](std::string const& key) {
      return !options_.option(key).is_given;
    });
    auto const words = words_after_it.size() + 1;
    if (static_cast<std::size_t>(open) <= words) return static_cast<std::size_t>(open) == words;
    return !names_an_open_option(job_);
  }

  /// Whether the job file has the key of an option that words may stand for: a word too few, it is
  /// either that, or of another command with a word missing beside it.
  [[nodiscard]] bool names_an_open_option(std::string const& file) const {
    try {
      return std::ranges::any_of(job::read_job_file(file), [&](job::JobEntry const& entry) {
        return std::ranges::find(options_.positionals(), entry.option) !=
               options_.positionals().end();
      });
    } catch (InputError const&) {
      return true;  // whatever is wrong with it is said when it is read
    }
  }

  /// Words that are no options, and what nobody knows.
  std::vector<std::string> take_plain_words() {
    std::vector<std::string> problems;
    std::vector<std::string> plain;  // neither options nor values of unknown ones
    bool is_value = false;           // of an unknown option: nothing more to say
    for (auto const& word : app_.remaining()) {
      bool const is_option = word.starts_with("-");
      if (is_option) problems.push_back(unknown_option(word, options_.keys()));
      if (!is_option && !is_value) plain.push_back(word);
      is_value = is_option;
    }
    if (!options_.positionals().empty()) {
      bool const is_job = job_.empty() || (job_.ends_with(".toml") && !is_for_an_option(plain));
      if (!is_job) plain.insert(plain.begin(), std::exchange(job_, {}));
      auto const given = plain.size();
      stand_in(plain);
      // A first word too many is a job file, though it is not called so.
      if (!is_job && plain.size() == given) {
        job_ = std::move(plain.front());
        plain.erase(plain.begin());
      }
    }
    for (auto const& word : plain) problems.push_back(unknown_option(word, options_.keys()));
    return problems;
  }

  std::vector<std::string> take_job_file(std::vector<std::string> const& problems) {
    if (job_.empty()) return {};
    std::vector<job::JobEntry> entries;
    try {
      entries = job::read_job_file(job_);
    } catch (InputError const&) {
      // The value of an unknown option looks like a job file; the option is what the user must hear
      // of.
      if (problems.empty()) throw;
      throw wrong_words(problems);
    }
    return options_.take(entries, job_);
  }

  [[nodiscard]] UsageError wrong_words(std::vector<std::string> const& problems) const {
    return {"", fmt::format("{}", fmt::join(problems, "\n  ")),
            fmt::format("see {} --help", app_.get_name())};
  }

  job::Options& options_;
  CLI::App app_;
  std::string job_;
  std::deque<bool> flags_;  ///< each has its own address
  std::vector<CLI::Option*> added_;
};

}  // namespace

std::string exit_code_line() {
  std::string text;
  for (auto const& [code, meaning] : kExitCodes)
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", code, meaning);
  return fmt::format("\nExit codes: {}.\n", text);
}

Parsed parse(job::Options& options, CommandName const& command, std::vector<std::string> words) {
  return CommandLine{options, command}.parse(std::move(words));
}

}  // namespace gapmap::tools
