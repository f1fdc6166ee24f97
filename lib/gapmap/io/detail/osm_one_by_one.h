#pragma once
// Reads roads object by object from OpenStreetMap data of any kind: XML, o5m, and PBF that
// io/detail/osm_blocks cannot read (with history, or in an unusual order).

#include "gapmap/io/detail/osm_elements.h"
#include "gapmap/io/detail/osm_objects.h"

namespace gapmap::io {

/// Reads all relations. Throws std::exception if the file cannot be read as OpenStreetMap data.
[[nodiscard]] OsmRelations read_relations_one_by_one(OsmFile const& file);

/// Reads the wanted ways, with what the relations of the wish lend them. `positions` tells whether
/// ways carry coordinates themselves. Throws std::exception if the file cannot be read.
[[nodiscard]] OsmWays read_ways_one_by_one(OsmFile const& file, OsmWish const& wish,
                                           PositionsInWays& positions);

/// Fills in positions and barriers of `nodes.ids`. Throws std::exception if the file cannot be
/// read.
void read_nodes_one_by_one(OsmFile const& file, OsmNodes& nodes);

}  // namespace gapmap::io
