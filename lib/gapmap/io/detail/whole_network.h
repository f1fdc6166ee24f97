#pragma once
// Whether a network that was read from a file is consistent.

#include "gapmap/graph/road_graph.h"

namespace gapmap::io {

/// Throws BrokenPromise, saying what does not fit, unless every id, offset and order in the network
/// is valid. Searches and maps trust them. A checksum shows that a file is as it was written, but
/// not that gapmap wrote it: anything not checked here may be read out of bounds.
/// Cost: O(n), in parallel.
void expect_whole(RoadNetwork const& network, RoadGraph const& graph);

}  // namespace gapmap::io
