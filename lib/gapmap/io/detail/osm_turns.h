#pragma once
// Turn restrictions of an OpenStreetMap extract as rules about lines.

#include "gapmap/io/detail/osm_relations.h"
#include "gapmap/io/read_roads.h"

namespace gapmap::io {

/// Adds a rule to `read.roads` for every pair of a way to come from and a way to continue on, and
/// every kind of turn. What cannot be expressed by the existing lines is counted.
void add_turns(OsmRelations const& relations, RoadsRead& read);

}  // namespace gapmap::io
