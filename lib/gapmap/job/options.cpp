#include "gapmap/job/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "gapmap/io/json_number.h"
#include "gapmap/io/source.h"
#include "gapmap/job/job_file.h"
#include "gapmap/units/parse_quantity.h"
#include "gapmap/units/did_you_mean.h"

namespace gapmap::job {
namespace {

using Json = nlohmann::ordered_json;

/// Returns the key of an option from its flags: "-o,--output" gives "output".
std::string key_of_flags(std::string const& flags) {
  return key_of(flags.substr(flags.find("--")));
}

/// Returns a value of a job file as it would be written on the command line.
std::string seen_from_here(OptionKind kind, std::string const& job, std::string const& value) {
  if (job.empty()) return value;
  if (kind == OptionKind::Path) return beside_job_file(job, value);
  if (kind != OptionKind::NamedPath) return value;
  auto const [name, path] = split_name(value);
  return name.empty() ? beside_job_file(job, path) : name + '=' + beside_job_file(job, path);
}

/// Whether the value of a path is one of the words that may stand in its place.
bool is_word(OptionText const& text, std::string const& value) {
  return std::ranges::any_of(text.words, [&](std::string const& word) {
    return word.ends_with(':') ? value.starts_with(word) : value == word;
  });
}

std::string seen_from_here(OptionText const& text, std::string const& job,
                           std::string const& value) {
  return is_word(text, value) ? value : seen_from_here(text.kind, job, value);
}

/// Whether an entry is of an object: only lines of a file have numbers.
bool is_of_object(JobEntry const& entry) { return entry.line == 0; }

/// Returns where an entry stands, for messages.
std::string place_of(JobEntry const& entry, std::string const& file) {
  return file.empty() || is_of_object(entry) ? std::string{"job"}
                                             : fmt::format("{}, line {}", file, entry.line);
}

/// Sets a flag. Returns what is wrong with the value; empty if nothing.
std::string set_flag(Option const& option, JobEntry const& entry, std::string const& file) {
  auto const& value = entry.values.front();
  *option.target = value == "true" ? "true" : "";
  if (value == "true" || value == "false") return {};
  return fmt::format(R"({}: "{}" is "{}"; write true or false)", place_of(entry, file), entry.key,
                     value);
}

void set_value(Option const& option, JobEntry const& entry, std::string const& file) {
  if (option.targets == nullptr) {
    *option.target = seen_from_here(option.text, file, entry.values.front());
    return;
  }
  option.targets->clear();
  for (auto const& value : entry.values)
    option.targets->push_back(seen_from_here(option.text, file, value));
}

}  // namespace

std::string asked_with(std::string const& object, std::string const& key,
                       std::string const& value) {
  auto json = Json::parse(object);
  auto& asked = json[key];
  if (asked.is_array() && !asked.empty()) {
    asked.front() = value;
  } else {
    asked = value;
  }
  return json.dump();
}

std::string as_called_now(Options const& options, std::string const& object) {
  auto const json = Json::parse(object);
  auto renamed = Json::object();
  for (auto const& [key, value] : json.items()) renamed[options.current(key)] = value;
  return renamed.dump();
}

std::string key_of(std::string name) {
  name.erase(0, name.find_first_not_of('-'));
  std::ranges::replace(name, '_', '-');
  return name;
}

void Options::add(OptionText text, std::string& target) {
  Option option{.key = key_of_flags(text.flags), .heading = heading_, .usual = target};
  option.text = std::move(text);
  option.target = &target;
  declared_.push_back(std::move(option));
}

void Options::add(OptionText text, std::vector<std::string>& targets) {
  Option option{.key = key_of_flags(text.flags), .heading = heading_};
  option.text = std::move(text);
  option.targets = &targets;
  declared_.push_back(std::move(option));
}

void Options::positional(std::string key, std::string name, std::string help) {
  first_word_ = {std::move(name), std::move(help)};
  positional(std::move(key));
}

void Options::only_in_words(std::string const& key, std::string help) {
  auto& its = option(key);
  its.is_only_in_words = true;
  its.text.need = Need::Optional;
  its.text.help = std::move(help);
}

void Options::make_optional(std::string const& key, std::string help) {
  describe(key, std::move(help));
  option(key).text.need = Need::Optional;
}

void Options::describe(std::string const& key, std::string help) {
  option(key).text.help = std::move(help);
  option(key).usual.clear();
}

void Options::refuse_in_job(std::string const& key, std::string why) {
  option(key).why_not_in_job = std::move(why);
}

Option const& Options::option(std::string const& key) const {
  auto const found = std::ranges::find(declared_, key, &Option::key);
  expects(found != declared_.end(), "the option is declared");
  return *found;
}

Option& Options::option(std::string const& key) {
  auto const found = std::ranges::find(declared_, key, &Option::key);
  expects(found != declared_.end(), "the option is declared");
  return *found;
}

bool Options::has(std::string const& key) const {
  return std::ranges::find(declared_, key, &Option::key) != declared_.end();
}

std::vector<std::string> Options::keys() const {
  std::vector<std::string> keys;
  for (auto const& each : declared_) keys.push_back(each.key);
  return keys;
}

std::string Options::current(std::string const& key) const {
  auto const found = std::ranges::find_if(declared_, [&](Option const& option) {
    return option.text.formerly == key || option.text.plural == key;
  });
  return found == declared_.end() || key.empty() ? key : found->key;
}

void Options::heed(std::string const& written) {
  if (std::ranges::find(declared_, written, [](Option const& option) {
        return option.text.formerly;
      }) != declared_.end())
    heard_.push_back(written);
}

std::vector<std::string> Options::remarks() const {
  std::vector<std::string> remarks;
  for (auto const& former : heard_) {
    auto remark =
        fmt::format("\"{}\" is called `{}` now; the next version will not understand the old name",
                    former, current(former));
    if (std::ranges::find(remarks, remark) == remarks.end()) remarks.push_back(std::move(remark));
  }
  return remarks;
}

std::vector<std::string> Options::take(std::vector<JobEntry> const& entries,
                                       std::string const& file) {
  std::vector<std::string> problems;
  // How each option is spelled in the file, and in the object whose entries may follow to replace
  // some of the file's.
  std::map<std::pair<std::string, bool>, std::string> spelled;
  if (!file.empty()) job_file_ = file;
  for (auto const& entry : entries) {
    for (auto const& value : entry.values)
      named_by_job_.push_back(seen_from_here(OptionKind::NamedPath, file, value));
    auto const written = key_of(entry.option);
    auto const key = current(written);
    if (key != written) heed(written);
    if (!has(key)) {
      bool const is_allowed = std::ranges::find(allowed_keys_, key) != allowed_keys_.end();
      if (allows_other_keys_ || is_allowed) continue;
      auto const meant = did_you_mean(key, keys());
      problems.push_back(
          fmt::format("{}: unknown key \"{}\"{}", place_of(entry, file), entry.key,
                      meant.empty() ? "" : fmt::format("; did you mean \"{}\"?", meant)));
      continue;
    }
    auto& its = option(key);
    if (!its.why_not_in_job.empty()) {
      problems.push_back(
          fmt::format("{}: \"{}\" {}", place_of(entry, file), entry.key, its.why_not_in_job));
      continue;
    }
    if (entry.is_list && its.targets == nullptr && !its.is_given) {
      throw UsageError{InputError::Where{place_of(entry, file)},
                       fmt::format("\"{}\" is not a single value", entry.key),
                       "write each key as: key = \"value\""};
    }
    if (its.is_only_in_words && !entry.values.empty())
      its.in_job = seen_from_here(its.text, file, entry.values.front());
    auto const& spelling = spelled.try_emplace({key, is_of_object(entry)}, entry.key).first->second;
    if (spelling != entry.key) {
      problems.push_back(fmt::format("{}: \"{}\" is the same option as \"{}\"; write one of them",
                                     place_of(entry, file), entry.key, spelling));
      continue;
    }
    if (its.is_given || its.is_only_in_words) continue;
    if (its.text.kind != OptionKind::Flag) {
      set_value(its, entry, file);
    } else if (auto problem = set_flag(its, entry, file); !problem.empty()) {
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

void Options::take_job(std::vector<JobEntry> const& entries, std::string const& file) {
  auto problems = take(entries, file);
  for (auto const& key : missing()) {
    if (key != "output") problems.push_back(fmt::format("`{}` is missing", key));
  }
  if (!problems.empty()) throw UsageError{"", fmt::format("{}", fmt::join(problems, "\n  "))};
}

std::vector<std::string> Options::missing() const {
  std::vector<std::string> missing;
  for (auto const& each : declared_) {
    if (each.text.need == Need::Required && each.is_empty()) missing.push_back(each.key);
  }
  return missing;
}

std::vector<std::string> Options::inputs() const {
  auto named = named_by_job_;
  // A value may happen to be the name of a folder, but the files of a folder are read only if an
  // option says so.
  std::erase_if(named, [](std::string const& name) {
    std::error_code ignored;
    return std::filesystem::is_directory(name, ignored);
  });
  for (auto const& each : declared_) {
    if (each.key == "output" || each.key == "cache") continue;
    auto const kind = each.text.kind;
    if (kind != OptionKind::Path && kind != OptionKind::NamedPath) continue;
    if (each.targets == nullptr && !is_word(each.text, *each.target)) named.push_back(*each.target);
    for (auto const& value : each.targets == nullptr ? std::vector<std::string>{} : *each.targets)
      named.push_back(split_name(value).path);
  }
  std::vector<std::string> inputs;
  if (!job_file_.empty()) inputs.push_back(job_file_);
  for (auto const& name : named) inputs.push_back(io::parse_source(name).path);
  return inputs;
}

std::string Options::object() const {
  auto json = Json::object();
  for (auto const& each : declared_) {
    if (each.is_empty()) continue;
    auto& value = json[each.key];
    if (each.targets != nullptr) {
      value = *each.targets;
      if (!each.text.plural.empty() && each.targets->size() == 1) value = each.targets->front();
      continue;
    }
    value = *each.target;
    if (each.text.kind == OptionKind::Flag) value = true;
    if (each.text.kind != OptionKind::Number) continue;
    // Invalid numbers are reported when the job is read. Numbers in other spellings, "1,5", stay as
    // they were written.
    auto const number = parse_number(*each.target);
    if (!number || !(std::abs(*number) < 1e15)) continue;
    if (auto const json_number = io::json_number<Json>(*number); json_number.dump() == *each.target)
      value = json_number;
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gapmap::job
