#pragma once
// What each edge costs one kind of traveller. The only place where lengths and times on the ground
// become the whole numbers the graph counts in.

#include "gapmap/graph/road_graph.h"
#include "gapmap/network/road_network.h"
#include "gapmap/travel/profile.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

/// One cost per edge; infinite() = may not be travelled.
template <CostType Cost>
using EdgeCosts = IdVector<EdgeId, Cost>;

namespace travel {

/// Millimetres: the geodesic length, ferries included. Milliseconds: length by speed, and half the
/// mean wait for a ferry on the way aboard and on the way ashore (RoadNetwork::is_boarding), so
/// that a crossing of several legs waits once; on roads the delay at each traffic light met on the
/// way and that at the junction where the edge ends (travel/detail/junctions), less what the share
/// of a limit holds of it; so a way pays for the junctions it comes to and not for the one it
/// starts from. Edges that the profile's mode may not travel are infinite, as are ferries if it
/// avoids them.
///
/// Where a copy takes the place of its original (RoadNetwork), the original is closed.
///
/// Speed: a posted limit times its share (`share_of_limit`) where there is one, but no more than the surface leaves of the general limit
/// or of a higher one: where 30 is posted nobody is slowed by gravel. Else that of the class times
/// the factor of the surface.
/// Requires: `graph` was built from `network`.
template <CostType Cost>
[[nodiscard]] EdgeCosts<Cost> weigh(RoadNetwork const& network, RoadGraph const& graph,
                                    Profile const& profile);

/// What a way of this length costs at this speed; of millimetres the speed is no matter.
template <CostType Cost>
[[nodiscard]] Cost cost_at(Meters length, MetersPerSecond speed);

/// Cost of an access leg: the straight way between a point and the road, as long and as fast as the
/// profile has it.
template <CostType Cost>
[[nodiscard]] Cost weigh_off_road(Meters off_road, Profile const& profile);

/// Speed of the profile along a segment in one direction, without waiting or delays.
[[nodiscard]] MetersPerSecond speed_on(RoadAttributes const& road, Direction direction,
                                       Profile const& profile);

/// Of the time that a road takes at that speed, the least that is left without what it holds of
/// junctions (Delays::in_speeds).
[[nodiscard]] double least_share(RoadAttributes const& road, Direction direction,
                                 Profile const& profile);

/// No edge is travelled faster than this (ferries of known crossing time: than 100 km/h).
[[nodiscard]] MetersPerSecond top_speed(Profile const& profile);

}  // namespace travel
}  // namespace gapmap
