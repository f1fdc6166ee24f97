#pragma once
// Everything that is wrong with what is asked, told at once, and what was probably meant.

#include <algorithm>
#include <string>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::job {

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

}  // namespace gapmap::job
