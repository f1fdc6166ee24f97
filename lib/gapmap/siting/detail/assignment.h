#pragma once
// Who is served by which open site where sites can serve only so much.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/siting/detail/knapsack.h"
#include "gapmap/siting/detail/location_model.h"
#include "gapmap/siting/detail/transport.h"

namespace gapmap::siting {

/// Shares out demands among open sites: those first that lose most if their cheapest site is full;
/// then single demands move, two change places, and one takes the place of another that moves on,
/// as long as it saves anything. Demands for whom there is no room are not served. Split demands
/// are shared out at the least cost. Shares are by demand.
/// Source: Martello & Toth 1981, Operational Research '81, 589–603 (regret).
[[nodiscard]] std::vector<Share> assigned(LocationModel const& model, Capacities const& capacities,
                                          std::span<std::uint32_t const> open);

/// Returns what shares cost; of a split demand each part its part.
/// Requires: shares that fit; costs of split demands are multiples of their loads.
[[nodiscard]] std::int64_t cost_of(LocationModel const& model, Capacities const& capacities,
                                   std::vector<Share> const& shares);

/// Whether shares are of open sites that reach their demand, and fit capacities and loads.
[[nodiscard]] bool fits(LocationModel const& model, Capacities const& capacities,
                        std::span<std::uint32_t const> open, std::vector<Share> const& shares);

}  // namespace gapmap::siting
