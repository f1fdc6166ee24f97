#pragma once
// Links in a row become segments. Private to network/assemble.

#include "gapmap/network/links.h"
#include "gapmap/network/road_network.h"

namespace gapmap::network {

/// The segments of `links`, in the order of each one's first link, their shapes and their
/// junctions; lengths are for the caller. `lines` are those that were cut.
[[nodiscard]] RoadNetwork join(Links links, VertexLines lines);

}  // namespace gapmap::network
