#pragma once
// Finds what looks wrong in a network: questions for whoever maintains the data, not repairs.

#include <optional>
#include <vector>

#include "gapmap/network/road_network.h"

namespace gapmap::network {

/// A dead end that nearly touches another road.
struct NearMiss {
  JunctionId dead_end;
  SegmentId other;
  Point nearest;    ///< on the other road
  Meters distance;  ///< in the plane
};

/// Returns dead ends (junctions where one segment ends) that lie nearer than `within` (exclusive)
/// to a segment they do not belong to, by JunctionId, each with its nearest such segment. Ferries
/// and their ends are left out: a quay need not touch the road beside it.
/// Ties: of equally near segments, the one with the lowest id.
/// Cost: O(n log n).
[[nodiscard]] std::vector<NearMiss> near_misses(RoadNetwork const& network, Meters within);

/// A segment with a posted limit outside 5 … 120 km/h, or a ferry that crosses slower than 3 or
/// faster than 60 km/h.
struct OddSpeed {
  SegmentId segment;
  double speed_kmh;
};
[[nodiscard]] std::vector<OddSpeed> odd_speeds(RoadNetwork const& network);

}  // namespace gapmap::network
