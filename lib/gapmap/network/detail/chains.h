#pragma once
// Links in a row become segments.

#include <vector>

#include "gapmap/network/detail/links.h"
#include "gapmap/network/detail/quays.h"
#include "gapmap/network/road_network.h"
#include "gapmap/network/detail/split_junctions.h"
#include "gapmap/network/detail/turns.h"

namespace gapmap::network {

struct Joined {
  RoadNetwork network;             ///< without lengths
  std::vector<SegmentSign> signs;  ///< by segment and point, ascending
  std::vector<BoundTurn> turns;
  std::vector<Sailing> sailings;  ///< every segment of a ferry
};

/// The segments of `links`, in the order of each one's first link, their shapes and their
/// junctions; lengths are for the caller. `lines` are those that were cut, `signs` stand on them.
/// No chain passes through a spot that `turns` keep, nor through one where two ferries end: a ship
/// lands there.
[[nodiscard]] Joined join(Links links, VertexLines lines, std::vector<LineSign> const& signs,
                          Turns const& turns);

}  // namespace gapmap::network
