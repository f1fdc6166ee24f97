#pragma once
// The best plan of a location model: multipliers and changes of one site first, then branching on
// sites until nothing better can be left.

#include <cstdint>
#include <limits>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/detail/location_model.h"

namespace gapmap::siting {

struct LocationPlan {
  std::vector<std::uint32_t> open;  ///< ascending
  std::int64_t cost = 0;
  std::int64_t bound = 0;  ///< no plan costs less; equal to `cost` where the plan is proven
};

/// What kind of plan is looked for.
struct SearchGoal {
  /// Whether every demand must be served: leaving one out costs more than all that can be opened.
  /// Requires: a covering model in which every demand has a site.
  bool must_serve = false;
  bool is_region = false;  ///< of a larger model: no regions of it are searched
  std::int64_t good_enough = std::numeric_limits<std::int64_t>::min();  ///< a plan that ends it
  std::int64_t too_much = std::numeric_limits<std::int64_t>::max();     ///< a bound that ends it
};

/// Searches depth first. At the beginning regions are searched. In each node the relaxation bounds
/// what is left, and sites that no better plan could have, or could lack, are decided on; then a
/// site is tried open and closed that the relaxation opens for the most part. If effort runs out,
/// the bound is the least of those of all nodes that are left.
/// Ties: the plan found first, which is the same on every machine if no time is limited.
/// Source: Christofides & Beasley 1982, European Journal of Operational Research 10:196–208.
[[nodiscard]] LocationPlan search(LocationModel const& model, Effort& effort,
                                  SearchGoal const& goal = {});

}  // namespace gapmap::siting
