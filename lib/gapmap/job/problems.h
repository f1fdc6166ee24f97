#pragma once
// Everything that is wrong with what is asked, reported at once, with what was probably meant.

#include <algorithm>
#include <string>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::job {

/// Collects problems so that the user is told about all of them at once.
class Problems {
 public:
  /// Runs `check` and records the InputError or UsageError it throws, if any.
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
  /// Throws all problems as one error: a UsageError if any of them is one, else an InputError.
  void throw_if_any() const;
  [[nodiscard]] std::vector<ErrorParts> const& errors() const noexcept { return errors_; }
  [[nodiscard]] bool is_usage() const noexcept { return is_usage_; }

 private:
  /// Records a problem; one that two inputs share is recorded once.
  void add(ErrorParts error) {
    if (std::find(errors_.begin(), errors_.end(), error) == errors_.end())
      errors_.push_back(std::move(error));
  }
  bool is_usage_ = false;
  std::vector<ErrorParts> errors_;
};

/// Returns the position of `word` among `choices`. Throws UsageError with the likely choice if it
/// is none of them.
[[nodiscard]] std::size_t choice_of(std::string const& option, std::string const& word,
                                    std::vector<std::string> const& choices);

}  // namespace gapmap::job
