#pragma once
// A number of residents of which only the bounds may be known.

#include "gapmap/units/quantity.h"

namespace gapmap {

/// A range of residents; the true number lies between `low` and `high`, both inclusive. A number
/// that the source suppresses is never taken for zero and never for the most it could be.
struct PeopleRange {
  People low{0};
  People high{0};

  [[nodiscard]] static constexpr PeopleRange exactly(People people) noexcept {
    return {people, people};
  }
  [[nodiscard]] constexpr bool is_exact() const noexcept { return low == high; }
  [[nodiscard]] constexpr bool contains(People people) const noexcept {
    return low <= people && people <= high;
  }
  /// Returns the estimate to use where one number is needed.
  [[nodiscard]] constexpr People midpoint() const noexcept { return (low + high) / 2; }

  constexpr PeopleRange& operator+=(PeopleRange const& other) noexcept {
    low += other.low;
    high += other.high;
    return *this;
  }
  friend constexpr bool operator==(PeopleRange const&, PeopleRange const&) = default;
};

}  // namespace gapmap
