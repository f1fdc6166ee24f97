#pragma once
// Turn restrictions of an OpenStreetMap extract as rules about lines.

#include "gapmap/io/detail/osm_relations.h"
#include "gapmap/io/read_roads.h"

namespace gapmap::io {

/// Adds a rule to `read.roads` for every pair of a way to come by and a way to go on by, and every
/// kind of turn; what cannot be said of the lines there are is counted.
void add_turns(OsmRelations const& relations, RoadsRead& read);

}  // namespace gapmap::io
