#pragma once
// The options about indicators that need every pair of people and places.

#include <optional>
#include <string>
#include <variant>

#include "gapmap/units/quantity.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// As given.
struct AccessibilityWords {
  std::string accessibility, half_at;
};

/// Understood.
struct AccessibilityQuestion {
  std::variant<Meters, Seconds> half;  ///< what a place costs that counts half
  bool is_usual = true;                ///< half the limit, as nobody said otherwise
};

/// Half of a limit.
[[nodiscard]] std::variant<Meters, Seconds> half_of(std::variant<Meters, Seconds> const& limit);

/// Adds them under a heading of their own.
void declare_accessibility(Options& options, AccessibilityWords& words);

/// Nothing if it is not asked for. `limit` is that of the run.
[[nodiscard]] std::optional<AccessibilityQuestion> understand_accessibility(
    AccessibilityWords const& words, std::variant<Meters, Seconds> const& limit,
    Problems& problems);

}  // namespace gapmap::job
