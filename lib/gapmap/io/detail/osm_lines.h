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
  OsmWays ways;                     ///< their references are gone:
  std::vector<std::uint32_t> keys;  ///< of the nodes of all ways, one way after the other
  OsmNodes nodes;                   ///< by key
};

/// Said of a way that lost a part.
inline constexpr RemarkText kCutWay = "way with nodes that the extract lacks, cut there";

/// Adds all ways to `read` as lines, barriers as gates. Where a node is missing the way falls in
/// two, and a node by itself is left out; both are reported.
void make_lines(OsmExtract extract, OsmRelations const& relations, WorkingFrame const& frame,
                RoadsRead& read);

}  // namespace gapmap::io
