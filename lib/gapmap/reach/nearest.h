#pragma once
// Finds the nearest place of every cell.

#include <array>
#include <cstdint>
#include <string_view>

#include "gapmap/graph/road_graph.h"
#include "gapmap/reach/ends.h"
#include "gapmap/reach/reach_table.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::reach {

/// The direction in which people travel.
enum class Trip : std::uint8_t { ToPlace, FromPlace, Round };
inline constexpr std::array<std::string_view, 3> kTripNames{"to-place", "from-place", "round-trip"};

template <CostType Cost>
struct NearestOptions {
  Cost cutoff = Cost::infinite();
  Trip trip = Trip::ToPlace;
  /// 0 means as many as the machine has and the network is worth.
  unsigned threads = 0;
};

/// Returns the cost between every attached cell and its cheapest place: off-road leg, along the
/// roads, off-road leg.
///
/// Travel goes from the cell to the place unless `trip` says otherwise, so costs that differ by
/// direction count in that direction: one sweep over reversed costs from all places together, then
/// each cell takes the better end of its segment. A cell and a place on the same segment also meet
/// along it. A part of a segment costs in proportion to its length. Where the straight way is no
/// longer than the two off-road legs together, it is the way (see DirectWays). A round trip is the
/// sum of both ways to the same place.
///
/// `cutoff` is inclusive and counts the whole trip. Rows of cells that are unattached, cut off or
/// farther are empty, and `connections` says which; an unattached cell reaches places straight
/// ahead of it.
///
/// Requires: `costs` and both ends were made for this `graph`; `profile` is the one that made
/// `costs`.
/// Ties: equal costs go to the lowest PlaceId; the result does not depend on the threads.
/// Cost: one sweep for any number of places; for round trips two sweeps per place.
/// Source: Dijkstra (1959), Numer. Math. 1:269–271; many sources at once is the graph Voronoi
/// diagram of Erwig (2000), Networks 36(3):156–163.
template <CostType Cost>
[[nodiscard]] ReachTable<Cost> nearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                       Ends const& ends, Profile const& profile,
                                       NearestOptions<Cost> const& options = {});

}  // namespace gapmap::reach
