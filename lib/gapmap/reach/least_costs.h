#pragma once
// The least cost of each of many points, told in the order of the points. Private to reach.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "gapmap/units/quantity.h"

namespace gapmap::reach {

/// Filled and emptied once a row of a matrix. Which points are in is a set of bits, and which words
/// of it are not empty another, so that to sort them costs less than to visit them did.
/// Cost: a step a point that is in and one for every 4096 that might be.
template <CostType Cost>
class LeastCosts {
 public:
  explicit LeastCosts(std::size_t points)
      : least_(points, Cost::infinite()), is_in_(points / 64 + 1), words_(points / 4096 + 1) {}

  /// Requires: a finite cost.
  void add(std::uint32_t point, Cost cost) {
    auto& least = least_[point];
    least = std::min(least, cost);
    is_in_[point / 64] |= std::uint64_t{1} << point % 64;
    words_[point / 4096] |= std::uint64_t{1} << point / 64 % 64;
  }

  /// Calls `take(point, cost)` by ascending point and leaves nothing behind.
  template <class Take>
  void empty(Take const& take) {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (auto words = words_[w]; words != 0; words &= words - 1) {
        auto const word = w * 64 + static_cast<std::size_t>(std::countr_zero(words));
        for (auto bits = is_in_[word]; bits != 0; bits &= bits - 1) {
          auto const point = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
          take(static_cast<std::uint32_t>(point), least_[point]);
          least_[point] = Cost::infinite();
        }
        is_in_[word] = 0;
      }
      words_[w] = 0;
    }
  }

 private:
  std::vector<Cost> least_;
  std::vector<std::uint64_t> is_in_;  ///< a bit a point
  std::vector<std::uint64_t> words_;  ///< a bit a word of the above
};

}  // namespace gapmap::reach
