#pragma once
// Joins links in a row into segments.

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
  std::vector<Sailing> sailings;  ///< one per segment of a ferry
};

/// Returns the segments of `links`, in the order of their lowest links, with shapes and junctions
/// but without lengths, which the caller measures. `lines` are the lines that were cut; `signs`
/// stand on them. No chain passes through a spot that `turns` keep, nor through one where two
/// ferries end, as a ship lands there.
[[nodiscard]] Joined join(Links links, VertexLines lines, std::vector<LineSign> const& signs,
                          Turns const& turns);

}  // namespace gapmap::network
