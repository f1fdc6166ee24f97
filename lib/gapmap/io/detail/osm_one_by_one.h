#pragma once
// Roads object by object, from OpenStreetMap data of any kind: XML, o5m, and such PBF as
// io/detail/osm_blocks does not read: with history, or in an unusual order.

#include "gapmap/io/detail/osm_elements.h"
#include "gapmap/io/detail/osm_objects.h"

namespace gapmap::io {

/// Throws std::exception if the file cannot be read as OpenStreetMap data.
[[nodiscard]] OsmRelations read_relations_one_by_one(OsmFile const& file);

/// Those of the wish, with what its relations lend them. Throws likewise. `positions` tells
/// whether ways carry coordinates themselves.
[[nodiscard]] OsmWays read_ways_one_by_one(OsmFile const& file, OsmWish const& wish,
                                           PositionsInWays& positions);

/// Fills in positions and barriers of `nodes.ids`. Throws likewise.
void read_nodes_one_by_one(OsmFile const& file, OsmNodes& nodes);

}  // namespace gapmap::io
