#pragma once
// What looks wrong in a network: questions for whoever keeps the data, not repairs.

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

/// Dead ends (one segment ends there) that lie within `within` (exclusive) of a segment they do not
/// belong to. Ferries are left out: a quay is where the road is not. By JunctionId; the nearest
/// segment of each, ties to the lowest.
/// Cost: O(n log n).
[[nodiscard]] std::vector<NearMiss> near_misses(RoadNetwork const& network, Meters within);

/// A posted limit outside 5 … 120 km/h, or a ferry that crosses slower than 3 or faster than 60
/// km/h.
struct OddSpeed {
  SegmentId segment;
  double speed_kmh;
};
[[nodiscard]] std::vector<OddSpeed> odd_speeds(RoadNetwork const& network);

}  // namespace gapmap::network
