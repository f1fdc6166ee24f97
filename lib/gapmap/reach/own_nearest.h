#pragma once
// Finds the few nearest of the places that count for each cell.

#include <span>

#include "gapmap/reach/clientele.h"
#include "gapmap/reach/k_nearest.h"

namespace gapmap::reach {

/// Returns the table of k_nearest() with only the places that count for each cell, such as those of
/// its own county. Ways may lead anywhere, as roads know no counties. The table is one of all cells
/// and places; `Unreachable` is a cell that reaches none of its own places.
///
/// Requires: what k_nearest() requires; no cell is in two of `clienteles`.
/// Ties: equal costs go to the lowest PlaceId.
/// Cost: one k_nearest() for each clientele that has places.
template <CostType Cost>
[[nodiscard]] ReachTable<Cost> own_nearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                           Ends const& ends, Profile const& profile,
                                           std::span<Clientele const> clienteles,
                                           KNearestOptions<Cost> const& options);

}  // namespace gapmap::reach
