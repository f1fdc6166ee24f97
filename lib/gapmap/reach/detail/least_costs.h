#pragma once
// Collects the least cost of each of many points, and returns them in the order of points.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "gapmap/units/ascending_set.h"
#include "gapmap/units/quantity.h"

namespace gapmap::reach {

/// The least costs of one row of a matrix; filled and emptied once per row.
/// Cost: that of an AscendingSet.
template <CostType Cost>
class LeastCosts {
 public:
  explicit LeastCosts(std::size_t points) : least_(points, Cost::infinite()), is_in_{points} {}

  /// Adds a cost of a point.
  /// Requires: the cost is finite.
  void add(std::uint32_t point, Cost cost) {
    auto& least = least_[point];
    least = std::min(least, cost);
    is_in_.insert(point);
  }

  /// Calls `take(point, cost)` for each point in ascending order and leaves nothing behind.
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
