#pragma once
// Zones of any kind from a polygon layer: villages, postal areas, urban-rural classes, an area
// drawn by hand.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/zones.h"

namespace gapmap::io {

struct ZoneInput {
  std::string level;  ///< name of the layer in results
  Source source;
  std::string code_field = {};  ///< empty: recognised, or the number of the row
  std::string name_field = {};  ///< empty: recognised, or the code
};

struct ZonesRead {
  Zones zones;  ///< in the order of the source
  ImportReport report;
};

/// Reads zones. Features with the same code and name are one zone; features without a code are
/// separate zones, numbered from 1. Unlike municipalities, zones of one code are separate if their
/// names differ: the code of a village may be that of its municipality. Invalid polygons are
/// repaired and counted. Throws InputError if the layer has no polygons or a named field is
/// missing.
[[nodiscard]] ZonesRead read_zones(ZoneInput const& input, WorkingFrame const& frame);

}  // namespace gapmap::io
