#pragma once
// OpenStreetMap XML, plain or packed (.osm, .osm.gz, .osm.bz2), through libosmium. Private to
// io/osm_pbf.

#include <string>

#include "gapmap/io/osm_elements.h"

namespace gapmap::io {

/// Throws std::exception if the file cannot be read as OpenStreetMap data.
[[nodiscard]] OsmRelations read_xml_relations(std::string const& path);

/// Throws likewise.
[[nodiscard]] OsmWays read_xml_ways(std::string const& path, OsmWish const& wish);

/// Fills in positions and barriers of `nodes.ids`. Throws likewise.
void read_xml_nodes(std::string const& path, OsmNodes& nodes);

}  // namespace gapmap::io
