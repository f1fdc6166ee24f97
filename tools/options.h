#pragma once
// Options of one command, declared once: as flags (CLI11) and as keys of a job file (TOML).

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::tools {

/// How a value is to be understood before the command sees it.
enum class OptionKind : std::uint8_t {
  Text,
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
};

enum class Parsed : std::uint8_t { Run, HelpShown };

class Options {
 public:
  Options(std::string command, std::string summary);
  ~Options();
  Options(Options const&) = delete;
  Options& operator=(Options const&) = delete;

  /// Later options belong to this heading of the help.
  void group(std::string heading);
  /// `target` keeps its value as the default unless the option is given.
  void add(OptionText text, std::string& target);
  /// May be given several times; in a job file a list. Empty unless it is given.
  void add(OptionText text, std::vector<std::string>& targets);
  /// The first word that is neither an option nor a job file stands for the option with this key;
  /// the next one for the option of the next call.
  void positional(std::string key);
  /// The same; the help calls that word `name` in place of the job file.
  void positional(std::string key, std::string const& name, std::string const& help);
  /// Keys of a job file that are none of the options are somebody else's, not mistakes.
  void allow_other_keys();
  /// Nor are these, which are options of another command that takes the same job files.
  void allow_keys(std::vector<std::string> keys);
  /// The option with this key may be left out and is none of a job file's: only words give it.
  void only_in_words(std::string const& key, std::string help);
  /// The option with this key means something else here.
  void describe(std::string const& key, std::string help);
  /// What the job file says of such an option, to another command; empty if nothing.
  [[nodiscard]] std::string in_job(std::string const& key) const;
  /// A job file that has this key is refused, with `why`: only words give the option.
  void refuse_in_job(std::string const& key, std::string why);
  /// Of all options declared so far, as a job file has them.
  [[nodiscard]] std::vector<std::string> keys() const;
  /// Shown at the end of --help, before the exit codes.
  void examples(std::string text);

  /// Reads the words after the command's name and, if one of them is a job file, its keys; words
  /// win over keys. Prints help if asked. Throws UsageError with every unknown word or key and
  /// every missing required option at once.
  [[nodiscard]] Parsed parse(std::vector<std::string> words);

  /// The job file, and every file that it or the options name, whether this run reads it or not: no
  /// result may take its place.
  [[nodiscard]] std::vector<std::string> inputs() const;

  /// Every option that has a value, in the order of declaration.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> effective() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Collects problems so that the user hears of all of them at once.
class Problems {
 public:
  /// Runs `check`; if it throws an InputError or UsageError, remembers what it said.
  template <class Check>
  void check(Check&& check) {
    try {
      check();
    } catch (UsageError const& error) {
      is_usage_ = true;
      add(error.parts());
    } catch (InputError const& error) {
      add(error.parts());
    }
  }
  /// Throws all of them as one: UsageError if any is one.
  void throw_if_any() const;
  [[nodiscard]] std::vector<ErrorParts> const& errors() const noexcept { return errors_; }
  [[nodiscard]] bool is_usage() const noexcept { return is_usage_; }

 private:
  /// What two inputs share is said once.
  void add(ErrorParts error) {
    if (std::find(errors_.begin(), errors_.end(), error) == errors_.end())
      errors_.push_back(std::move(error));
  }
  bool is_usage_ = false;
  std::vector<ErrorParts> errors_;
};

/// The place of `word` among `choices`; UsageError with what is meant if it is none of them.
[[nodiscard]] std::size_t choice_of(std::string const& option, std::string const& word,
                                    std::vector<std::string> const& choices);

/// The candidate most like `word`, if one is near enough to be meant; else empty.
[[nodiscard]] std::string did_you_mean(std::string const& word,
                                       std::vector<std::string> const& candidates);

}  // namespace gapmap::tools
