#pragma once
// Road lines from any line layer, or an OpenStreetMap extract.

#include <cstdint>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/network/assemble.h"
#include "gapmap/network/osm_tags.h"

namespace gapmap::io {

struct RoadInput {
  Source source;
  std::string class_field = {};  ///< empty: recognised, or none
  network::IceRoads ice_roads = network::IceRoads::No;
};

struct RoadsRead {
  network::RoadLines roads;  ///< each line of a multi-line is one
  std::vector<std::int64_t> row_of_line;  ///< feature id or way id
  ImportReport report;
};

/// OpenStreetMap files go to io/osm_pbf. Else reads every line with its class, and who usually travels on such. Codes that the schema does not know become RoadClass::Unknown and are counted.
/// Throws InputError if the input cannot be used at all.
[[nodiscard]] RoadsRead read_roads(RoadInput const& input, WorkingFrame const& frame);

}  // namespace gapmap::io
