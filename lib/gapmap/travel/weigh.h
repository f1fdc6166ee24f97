#pragma once
// Weighs each edge for one kind of traveller. This is the only place where lengths and times on the
// ground become the whole numbers that the graph counts in.

#include "gapmap/graph/road_graph.h"
#include "gapmap/network/road_network.h"
#include "gapmap/travel/profile.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

/// One cost per edge; infinite() if it may not be travelled.
template <CostType Cost>
using EdgeCosts = IdVector<EdgeId, Cost>;

namespace travel {

/// Returns the cost of every edge.
///
/// Costs in millimetres are the geodesic length, ferries included. Costs in milliseconds are length
/// by speed. On ferries half the mean wait is added on the way aboard and half on the way ashore
/// (RoadNetwork::is_boarding), so that a crossing of several legs waits once. On roads the delays
/// are added at each traffic light on the way and at the junction where the edge ends
/// (travel/detail/junctions), minus what the share of a limit already contains; so a way pays for
/// the junctions it comes to and not for the one it starts from. Edges that the profile's mode may
/// not travel are infinite, as are ferries if it avoids them. Where a copy takes the place of its
/// original (RoadNetwork), the original is closed.
///
/// Speed: where a limit is posted, the limit times `share_of_limit`, but no more than the surface
/// leaves of the general limit or of a higher one: gravel slows nobody where 30 is posted.
/// Elsewhere the speed of the class times the factor of the surface.
/// Requires: `graph` was built from `network`.
template <CostType Cost>
[[nodiscard]] EdgeCosts<Cost> weigh(RoadNetwork const& network, RoadGraph const& graph,
                                    Profile const& profile);

/// Returns the cost of a way of this length at this speed; in millimetres the speed does not
/// matter.
template <CostType Cost>
[[nodiscard]] Cost cost_at(Meters length, MetersPerSecond speed);

/// Returns the cost of an access leg: the straight way between a point and the road, with the
/// length factor and speed of the profile.
template <CostType Cost>
[[nodiscard]] Cost weigh_off_road(Meters off_road, Profile const& profile);

/// Returns the speed of the profile along a segment in one direction, without waiting or delays.
[[nodiscard]] MetersPerSecond speed_on(RoadAttributes const& road, Direction direction,
                                       Profile const& profile);

/// Returns the least share of a road's travel time that may be left when the delay at junctions
/// that it contains is subtracted (Delays::in_speeds).
[[nodiscard]] double least_share(RoadAttributes const& road, Direction direction,
                                 Profile const& profile);

/// Returns an upper bound of the speed on any edge. Ferries of known crossing time count as at most
/// 100 km/h.
[[nodiscard]] MetersPerSecond top_speed(Profile const& profile);

}  // namespace travel
}  // namespace gapmap
