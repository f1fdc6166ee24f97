#pragma once
// The options about indicators that need every pair of people and places.

#include <optional>
#include <string>
#include <variant>

#include "gapmap/units/quantity.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct AccessibilityWords {
  std::string accessibility, half_at;
};

/// The options as values.
struct AccessibilityQuestion {
  std::variant<Meters, Seconds> half;  ///< cost at which a place counts half
  bool is_usual = true;  ///< `half` is half the limit, because the user gave no other value
};

/// Returns half of a limit.
[[nodiscard]] std::variant<Meters, Seconds> half_of(std::variant<Meters, Seconds> const& limit);

/// Adds the options under a heading of their own.
void declare_accessibility(Options& options, AccessibilityWords& words);

/// Returns nothing if accessibility is not asked for. `limit` is that of the run.
[[nodiscard]] std::optional<AccessibilityQuestion> understand_accessibility(
    AccessibilityWords const& words, std::variant<Meters, Seconds> const& limit,
    Problems& problems);

}  // namespace gapmap::job
