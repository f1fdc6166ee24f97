#pragma once
// OpenStreetMap ways as lines in the working CRS.

#include <cstdint>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/detail/osm_elements.h"
#include "gapmap/io/read_roads.h"

namespace gapmap::io {

/// The ways of an extract, and the nodes that they use.
struct OsmExtract {
  OsmRelations relations;
  OsmWays ways;                     ///< without references; see `keys`
  std::vector<std::uint32_t> keys;  ///< keys of the nodes of all ways, one way after another
  OsmNodes nodes;                   ///< by key
};

/// Remark on a way that lost a part.
inline constexpr RemarkText kCutWay = "way with nodes that the extract lacks, cut there";

/// Adds all ways to `read` as lines, and barriers as gates. A way is divided at a missing node, and
/// a single node that remains is left out; both are reported.
void make_lines(OsmExtract extract, OsmRelations const& relations, WorkingFrame const& frame,
                RoadsRead& read);

}  // namespace gapmap::io
