#pragma once
// Roads from OpenStreetMap extracts: PBF, XML or o5m. Only ways and the nodes they use are kept in
// memory.

#include "gapmap/geometry/projection.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

/// Reads every way that anybody may travel, with what its tags say (network/osm_tags), and barriers
/// on its nodes. Deleted objects do not exist; of several versions the newest counts
/// (io/detail/osm_versions). A way is cut, and counted, where the extract lacks nodes. Throws
/// InputError if the file cannot be read, has no road, or lacks the nodes of most.
[[nodiscard]] RoadsRead read_osm_roads(RoadInput const& input, WorkingFrame const& frame,
                                       Progress const& progress = {});

}  // namespace gapmap::io
