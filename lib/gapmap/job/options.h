#pragma once
// What may be asked of a command, declared once: its options, which are words of a command line,
// keys of a job file (TOML) and keys of a JSON object alike. Each has a text as its value until the
// job understands it.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/job/problems.h"

namespace gapmap::job {

/// How a value is to be understood before the job sees it.
enum class OptionKind : std::uint8_t {
  Text,
  Number,
  Path,       ///< in a job file relative to the job file; "path:layer" and connections included
  NamedPath,  ///< the same, or "name=path"
  Flag,       ///< "true" or ""
};

enum class Need : std::uint8_t { Optional, Required };

struct OptionText {
  std::string flags;        ///< "--limit" or "-o,--output"
  std::string placeholder;  ///< "LENGTH"
  std::string help;
  OptionKind kind = OptionKind::Text;
  Need need = Need::Optional;
  std::string formerly = {};  ///< its key in the version before, which still is understood
};

/// One option as it was declared, and what was given for it.
struct Option {
  std::string key;  ///< "max-off-road", what "--max-off-road" and "max_off_road" mean
  std::string heading;
  OptionText text;
  std::string usual;                            ///< value if none is given; empty: none
  std::string* target = nullptr;                ///< or
  std::vector<std::string>* targets = nullptr;  ///< of an option that may be given several times
  bool is_given = false;                        ///< by somebody whose word counts for more
  bool is_only_in_words = false;
  std::string why_not_in_job = {};
  std::string in_job = {};  ///< what a job file says of one that only words give

  [[nodiscard]] bool is_empty() const {
    return targets != nullptr ? targets->empty() : target->empty();
  }
};

struct JobEntry;

class Options {
 public:
  /// Later options belong to this heading.
  void group(std::string heading) { heading_ = std::move(heading); }
  /// `target` keeps its value as the default unless the option is given.
  void add(OptionText text, std::string& target);
  /// May be given several times; in a job file a list. Empty unless it is given.
  void add(OptionText text, std::vector<std::string>& targets);
  /// The first word that is neither an option nor a job file stands for the option with this key;
  /// the next one for the option of the next call.
  void positional(std::string key) { positionals_.push_back(std::move(key)); }
  /// As above; the help calls that word `name` in place of the job file.
  void positional(std::string key, std::string name, std::string help);
  /// Keys of a job file that are none of the options are somebody else's, not mistakes.
  void allow_other_keys() { allows_other_keys_ = true; }
  /// Nor are these, which are options of another command that takes the same job files.
  void allow_keys(std::vector<std::string> keys) { allowed_keys_ = std::move(keys); }
  /// The option with this key may be left out and is none of a job file's: only words give it.
  void only_in_words(std::string const& key, std::string help);
  /// The option with this key means something else here.
  void describe(std::string const& key, std::string help);
  /// A job file that has this key is refused, with `why`: only words give the option.
  void refuse_in_job(std::string const& key, std::string why);
  /// Shown at the end of the help: paragraphs, of which man pages put each where it belongs.
  /// "Files written" begins what is about files, "Examples:" examples, a digit exit codes; any
  /// other describes. Indented lines are lists of two columns, or stand as they are.
  void examples(std::string text) { examples_ = std::move(text); }

  [[nodiscard]] std::vector<Option> const& declared() const noexcept { return declared_; }
  /// The option with this key. Requires: it is declared.
  [[nodiscard]] Option& option(std::string const& key);
  [[nodiscard]] Option const& option(std::string const& key) const;
  [[nodiscard]] bool has(std::string const& key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  /// What an option is called now that was called `key` in the version before; else `key` itself.
  [[nodiscard]] std::string current(std::string const& key) const;
  /// Notes that somebody called options by the names of the version before.
  void heed(std::string const& former) { heard_.push_back(former); }
  /// What to tell those who called options by former names, a sentence each.
  [[nodiscard]] std::vector<std::string> remarks() const;
  [[nodiscard]] std::vector<std::string> const& positionals() const noexcept {
    return positionals_;
  }
  /// Name and help of the first word; "JOB.toml" unless somebody said otherwise.
  [[nodiscard]] std::pair<std::string, std::string> const& first_word() const noexcept {
    return first_word_;
  }
  [[nodiscard]] std::string const& examples() const noexcept { return examples_; }

  /// Gives what `entries` say to the options that nobody gave before. `file` is the job file they
  /// are of, to which paths are relative; empty: there is none. Returns what is wrong with them, a
  /// sentence each. Throws UsageError if a list stands where a single value should.
  [[nodiscard]] std::vector<std::string> take(std::vector<JobEntry> const& entries,
                                              std::string const& file);
  /// Gives the options a whole job: take(), and nobody else gives any. Throws UsageError with
  /// everything that is wrong with the entries, or missing. They need not say where results go,
  /// which is told to whoever writes them.
  void take_job(std::vector<JobEntry> const& entries, std::string const& file);
  /// Keys of required options that nobody gave.
  [[nodiscard]] std::vector<std::string> missing() const;

  /// The job file, and every file that it or the options name, whether this run reads it or not: no
  /// result may take its place.
  [[nodiscard]] std::vector<std::string> inputs() const;

  /// Every option that has a value, in the order of declaration, as a JSON object: flags are true,
  /// numbers are numbers, what may be given several times is a list, everything else is text.
  /// read_job_object() takes it back.
  [[nodiscard]] std::string object() const;

 private:
  std::vector<Option> declared_;
  std::string heading_ = "Options";
  std::string examples_;
  std::vector<std::string> positionals_;
  std::pair<std::string, std::string> first_word_{
      "JOB.toml", "Job file with the same keys as the options; options given here win over it"};
  bool allows_other_keys_ = false;
  std::vector<std::string> allowed_keys_;
  std::string job_file_;
  std::vector<std::string> named_by_job_;  ///< what may be files
  std::vector<std::string> heard_;         ///< former keys
};

/// What was asked, with another value of one option.
[[nodiscard]] std::string asked_with(std::string const& object, std::string const& key,
                                     std::string const& value);

/// A JSON object of `options`, every key as the option is called now.
[[nodiscard]] std::string as_called_now(Options const& options, std::string const& object);

/// "--max-off-road" and "max_off_road" are one key.
[[nodiscard]] std::string key_of(std::string name);

}  // namespace gapmap::job
