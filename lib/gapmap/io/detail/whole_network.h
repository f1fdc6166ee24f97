#pragma once
// Whether a network that was read from a file holds together.

#include "gapmap/graph/road_graph.h"

namespace gapmap::io {

/// Searches and maps trust every id, offset and order in a network. A checksum says that a file is
/// as it was written, not that gapmap wrote it: whatever is not checked here may be read out of
/// bounds. Throws BrokenPromise, saying what does not fit.
/// Cost: O(n), in parallel.
void expect_whole(RoadNetwork const& network, RoadGraph const& graph);

}  // namespace gapmap::io
