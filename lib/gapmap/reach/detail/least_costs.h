#pragma once
// The least cost of each of many points, told in the order of the points.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "gapmap/units/ascending_set.h"
#include "gapmap/units/quantity.h"

namespace gapmap::reach {

/// Filled and emptied once a row of a matrix.
/// Cost: that of an AscendingSet.
template <CostType Cost>
class LeastCosts {
 public:
  explicit LeastCosts(std::size_t points) : least_(points, Cost::infinite()), is_in_{points} {}

  /// Requires: a finite cost.
  void add(std::uint32_t point, Cost cost) {
    auto& least = least_[point];
    least = std::min(least, cost);
    is_in_.insert(point);
  }

  /// Calls `take(point, cost)` by ascending point and leaves nothing behind.
  template <class Take>
  void empty(Take const& take) {
    is_in_.empty([&](std::uint32_t point) {
      take(point, least_[point]);
      least_[point] = Cost::infinite();
    });
  }

 private:
  std::vector<Cost> least_;
  AscendingSet is_in_;
};

}  // namespace gapmap::reach
