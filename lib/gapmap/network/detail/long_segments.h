#pragma once
// Keeps segments so short that their costs can be counted.

#include <vector>

#include "gapmap/network/road_network.h"
#include "gapmap/network/signs.h"
#include "gapmap/network/detail/split_junctions.h"

namespace gapmap::network {

/// The longest segment. Costs are whole thousandths in 32 bits, 4 294 km or 49 days; a segment of
/// this length can be counted in metres, and in seconds down to 0.9 km/h.
inline constexpr Meters kLongestSegment{1'000'000};

/// Cuts segments longer than `longest` into pieces of equal length, also between two points of
/// their shapes; `signs` and `turns` are adapted.
/// Requires: lengths are known, junctions are not split yet.
/// Cost: O(segments) where none is too long, else a copy of the network.
void cut_long_segments(RoadNetwork& network, std::vector<SegmentSign>& signs,
                       std::vector<BoundTurn>& turns, Meters longest = kLongestSegment);

}  // namespace gapmap::network
