#pragma once
// Links in a row become segments. Private to network/assemble.

#include <vector>

#include "gapmap/network/links.h"
#include "gapmap/network/road_network.h"
#include "gapmap/network/split_junctions.h"
#include "gapmap/network/turns.h"

namespace gapmap::network {

/// The segments of `links`, in the order of each one's first link, their shapes and their
/// junctions; lengths are for the caller. `lines` are those that were cut. No chain passes through
/// a spot that `turns` keep, and `bound` gets their paths as segments.
[[nodiscard]] RoadNetwork join(Links links, VertexLines lines, Turns const& turns,
                               std::vector<BoundTurn>& bound);

}  // namespace gapmap::network
