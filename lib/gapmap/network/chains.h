#pragma once
// Links in a row become segments. Private to network/assemble.

#include "gapmap/network/links.h"
#include "gapmap/network/road_network.h"

namespace gapmap::network {

struct Joined {
  RoadNetwork network;             ///< without lengths
  std::vector<SegmentSign> signs;  ///< by segment and point, ascending
};

/// The segments of `links`, in the order of each one's first link, their shapes and their
/// junctions; lengths are for the caller. `lines` are those that were cut, `signs` stand on them.
[[nodiscard]] Joined join(Links links, VertexLines lines, std::vector<LineSign> const& signs);

}  // namespace gapmap::network
