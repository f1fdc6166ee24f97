#pragma once
// The options of a command, declared once: words of a command line, keys of a job file (TOML) and
// keys of a JSON object alike. Every value is text until the job reads it.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/job/problems.h"

namespace gapmap::job {

/// How a value is treated before the job reads it.
enum class OptionKind : std::uint8_t {
  Text,
  Number,
  Path,       ///< in a job file relative to the job file; "path:layer" and connections included
  NamedPath,  ///< a Path, or "name=path"
  Flag,       ///< "true" or ""
};

enum class Need : std::uint8_t { Optional, Required };

struct OptionText {
  std::string flags;        ///< "--limit" or "-o,--output"
  std::string placeholder;  ///< "LENGTH"
  std::string help;
  OptionKind kind = OptionKind::Text;
  Need need = Need::Optional;
  std::string formerly = {};  ///< its key in the previous version, which is still understood
  std::string plural = {};    ///< another key of an option that may be given several times
  int values = 1;  ///< of an option with several values: how many follow it each time it is given
  /// Of a path: what may stand in its place and names no file. A word that ends with a colon has
  /// something behind it: "roads:1 km".
  std::vector<std::string> words = {};
};

/// A declared option and the value given for it.
struct Option {
  std::string key;  ///< "max-off-road", whether written "--max-off-road" or "max_off_road"
  std::string heading;
  OptionText text;
  std::string usual;              ///< default value; empty: none
  std::string* target = nullptr;  ///< null for an option that may be given several times
  std::vector<std::string>* targets = nullptr;  ///< null for an option that has a single value
  bool is_given = false;  ///< a value was given with higher precedence than a job file
  bool is_only_in_words = false;
  std::string why_not_in_job = {};
  std::string in_job = {};  ///< value in a job file of an option that only the command line gives

  [[nodiscard]] bool is_empty() const {
    return targets != nullptr ? targets->empty() : target->empty();
  }
};

struct JobEntry;

class Options {
 public:
  /// Starts a heading, to which all options added later belong.
  void group(std::string heading) { heading_ = std::move(heading); }
  /// Adds an option. `target` keeps its value as the default unless the option is given.
  void add(OptionText text, std::string& target);
  /// Adds an option that may be given several times and is a list in a job file. `targets` stays
  /// empty unless it is given.
  void add(OptionText text, std::vector<std::string>& targets);
  /// Lets a word that is neither an option nor a job file stand for the option with this key: the
  /// first such word for the first call, the next word for the next call.
  void positional(std::string key) { positionals_.push_back(std::move(key)); }
  /// Does what positional(key) does, and makes the help call that word `name` in place of the job
  /// file.
  void positional(std::string key, std::string name, std::string help);
  /// Lets a word that ends with .toml stand for an option, where as many words are given as there
  /// are options for them: each is then a job file of another command. One word less or more, and
  /// the first is a job file of this command as ever.
  void words_may_be_jobs() { words_may_be_jobs_ = true; }
  [[nodiscard]] bool may_words_be_jobs() const noexcept { return words_may_be_jobs_; }
  /// Accepts keys of a job file that are no options of this command, since they belong to others.
  void allow_other_keys() { allows_other_keys_ = true; }
  /// Accepts these keys, which are options of another command that takes the same job files.
  void allow_keys(std::vector<std::string> keys) { allowed_keys_ = std::move(keys); }
  /// Makes the option with this key optional and reserves it for the command line: a value in a job
  /// file does not set it.
  void only_in_words(std::string const& key, std::string help);
  /// Makes the option with this key, which others need, optional for this command, with its own
  /// help.
  void make_optional(std::string const& key, std::string help);
  /// Replaces the help of an option that has another meaning for this command.
  void describe(std::string const& key, std::string help);
  /// Refuses a job file that has this key, with `why`: only the command line gives the option.
  void refuse_in_job(std::string const& key, std::string why);
  /// Sets the text at the end of the help, in paragraphs, which man pages put in their sections:
  /// "Files written" begins a paragraph about files, "Examples:" one of examples, a digit one of
  /// exit codes; all others belong to the description. Indented lines are lists in two columns, or
  /// stay as they are.
  void examples(std::string text) { examples_ = std::move(text); }

  [[nodiscard]] std::vector<Option> const& declared() const noexcept { return declared_; }
  /// Returns the option with this key.
  /// Requires: it is declared.
  [[nodiscard]] Option& option(std::string const& key);
  [[nodiscard]] Option const& option(std::string const& key) const;
  [[nodiscard]] bool has(std::string const& key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  /// Returns the current key of an option whose plural or name in the previous version is `key`;
  /// else `key` itself.
  [[nodiscard]] std::string current(std::string const& key) const;
  /// Records how the user called an option, for remarks about its name in the previous version.
  void heed(std::string const& written);
  /// Returns one sentence for each former name that the user wrote.
  [[nodiscard]] std::vector<std::string> remarks() const;
  [[nodiscard]] std::vector<std::string> const& positionals() const noexcept {
    return positionals_;
  }
  /// Returns name and help of the first word; "JOB.toml" unless positional() set another.
  [[nodiscard]] std::pair<std::string, std::string> const& first_word() const noexcept {
    return first_word_;
  }
  [[nodiscard]] std::string const& examples() const noexcept { return examples_; }

  /// Sets options that were not given before to the values of `entries`. `file` is their job file,
  /// to which paths are relative; empty: there is none. Of several entries of one option the last
  /// counts, but one file or object may not spell it in two ways. Returns what is wrong with the
  /// entries, one sentence each. Throws UsageError for a list where a single value is expected.
  [[nodiscard]] std::vector<std::string> take(std::vector<JobEntry> const& entries,
                                              std::string const& file);
  /// Gives the options a whole job, as take() does, where nobody else gives any. Throws UsageError
  /// with everything that is wrong with the entries, or missing. `output` may be missing, which is
  /// reported by whoever writes results.
  void take_job(std::vector<JobEntry> const& entries, std::string const& file);
  /// Returns the keys of required options that have no value.
  [[nodiscard]] std::vector<std::string> missing() const;

  /// Returns the job file and every file that it or the options name, whether this run reads it or
  /// not. Results must not replace any of them.
  [[nodiscard]] std::vector<std::string> inputs() const;

  /// Returns every option that has a value as a JSON object, in the order of declaration: flags are
  /// true, numbers are numbers, options that may be given several times are lists unless their list
  /// has a plural and they have one value, everything else is text. read_job_object() reads it.
  [[nodiscard]] std::string object() const;

 private:
  std::vector<Option> declared_;
  std::string heading_ = "Options";
  std::string examples_;
  std::vector<std::string> positionals_;
  std::pair<std::string, std::string> first_word_{
      "JOB.toml", "Job file with the same keys as the options; options given here win over it"};
  bool words_may_be_jobs_ = false;
  bool allows_other_keys_ = false;
  std::vector<std::string> allowed_keys_;
  std::string job_file_;
  std::vector<std::string> named_by_job_;  ///< values that may be files
  std::vector<std::string> heard_;         ///< former names that the user wrote
};

/// Returns the object of what was asked, with another value for one option, or for the first of its
/// values if it has a list.
[[nodiscard]] std::string asked_with(std::string const& object, std::string const& key,
                                     std::string const& value);

/// Returns a JSON object of `options` with its keys renamed to current ones.
[[nodiscard]] std::string as_called_now(Options const& options, std::string const& object);

/// Returns the key of an option: "--max-off-road" and "max_off_road" have the same.
[[nodiscard]] std::string key_of(std::string name);

}  // namespace gapmap::job
