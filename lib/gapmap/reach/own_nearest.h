#pragma once
// From every cell to the nearest few of the places that count for it.

#include <span>

#include "gapmap/reach/clientele.h"
#include "gapmap/reach/k_nearest.h"

namespace gapmap::reach {

/// As k_nearest(), but of the places that count for a cell alone: where only places of the own
/// county do. Roads know no counties: the way there may lead anywhere. The table is one of all
/// cells and places; `Unreachable` is a cell that reaches none of its own.
///
/// Requires: as k_nearest(); no cell is in two of `clienteles`.
/// Ties:     equal costs go to the lowest PlaceId.
/// Cost:     one k_nearest() for each clientele that has places.
template <CostType Cost>
[[nodiscard]] ReachTable<Cost> own_nearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                           Ends const& ends, Profile const& profile,
                                           std::span<Clientele const> clienteles,
                                           KNearestOptions<Cost> const& options);

}  // namespace gapmap::reach
