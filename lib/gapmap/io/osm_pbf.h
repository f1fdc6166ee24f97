#pragma once
// Roads from OpenStreetMap extracts, PBF or XML. Only ways and the nodes they use are kept in
// memory.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

/// True for "x.osm.pbf", "x.pbf", "x.osm", "x.osm.gz" and "x.osm.bz2": what read_osm_roads reads
/// instead of GDAL.
[[nodiscard]] bool is_osm_file(std::string const& path);

/// Every way that anybody may travel, with what its tags say (network/osm_tags), and barriers on
/// its nodes. Nodes that the extract lacks cut their way and are counted. Throws InputError if the
/// file cannot be read or has no road.
[[nodiscard]] RoadsRead read_osm_roads(RoadInput const& input, WorkingFrame const& frame,
                                       Progress const& progress = {});

}  // namespace gapmap::io
