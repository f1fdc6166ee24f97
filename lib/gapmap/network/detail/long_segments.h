#pragma once
// No segment is so long that its cost could not be counted.

#include <vector>

#include "gapmap/network/road_network.h"
#include "gapmap/network/signs.h"
#include "gapmap/network/detail/split_junctions.h"

namespace gapmap::network {

/// Costs are whole thousandths in 32 bits, 4 294 km or 49 days. A segment of this length can be
/// counted in metres, and in seconds down to 0.9 km/h.
inline constexpr Meters kLongestSegment{1'000'000};

/// Cuts segments that are longer into pieces of equal length, also between two points of their
/// shapes; `signs` and `turns` follow. Requires: lengths are known, junctions are not split yet.
/// Cost: O(segments) where none is so long, else a copy of the network.
void cut_long_segments(RoadNetwork& network, std::vector<SegmentSign>& signs,
                       std::vector<BoundTurn>& turns, Meters longest = kLongestSegment);

}  // namespace gapmap::network
