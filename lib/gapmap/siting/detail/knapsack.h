#pragma once
// What one site of limited capacity serves best.

#include <cstdint>
#include <span>
#include <vector>

namespace gapmap::siting {

/// How much sites of a location model can serve.
struct Capacities {
  std::vector<std::int64_t> of_sites;
  std::vector<std::int64_t> loads;  ///< what each demand takes of a capacity
  bool is_split = false;            ///< whether several sites may share a demand
};

struct KnapsackItem {
  std::int64_t value;  ///< positive
  std::int64_t load;   ///< not negative
};

struct KnapsackFill {
  std::int64_t value = 0;      ///< no choice of items is worth more
  std::vector<double> shares;  ///< of each item, from 0 to 1
};

/// Returns for each item what no choice of parts that has all of it is worth more than; values may
/// be negative here. Requires: no load is above the capacity.
/// Cost: O(items²).
[[nodiscard]] std::vector<std::int64_t> values_with_each(std::span<KnapsackItem const> items,
                                                         std::int64_t capacity);

/// Returns the most valuable items that fit a capacity; with `is_split` parts of them. Where whole
/// items take too many steps, the value is that of parts, and shares are of whole items that are
/// nearly as good.
/// Ties:   the item before.
/// Source: Horowitz & Sahni 1974, Journal of the ACM 21:277–292.
[[nodiscard]] KnapsackFill fill(std::span<KnapsackItem const> items, std::int64_t capacity,
                                bool is_split);

}  // namespace gapmap::siting
