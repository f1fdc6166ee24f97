#pragma once
// How split demands are shared out among open sites at the least cost.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/siting/detail/knapsack.h"
#include "gapmap/siting/detail/location_model.h"

namespace gapmap::siting {

/// What of a demand's load a site serves.
struct Share {
  std::uint32_t demand;
  std::uint32_t site;
  std::int64_t load;
};

/// The transportation problem: begins with the cheapest pairs, then moves loads around cycles of
/// sites that save something until there are none, or after much work. Shares are by demand.
/// Requires: costs of a demand are multiples of its load.
/// Cost:     O(demands × open sites²) a cycle.
/// Source:   Klein 1967, Management Science 14:205–220.
[[nodiscard]] std::vector<Share> shared_out(LocationModel const& model,
                                            Capacities const& capacities,
                                            std::span<std::uint32_t const> open);

}  // namespace gapmap::siting
