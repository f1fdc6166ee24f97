#pragma once
// Zones of any kind from a polygon layer: villages, postal areas, urban-rural classes, one area
// drawn by hand.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/zones.h"

namespace gapmap::io {

struct ZoneInput {
  std::string level;  ///< what the layer is called in results
  Source source;
  std::string code_field = {};  ///< empty: recognised, or the number of the row
  std::string name_field = {};  ///< empty: recognised, or the code
};

struct ZonesRead {
  Zones zones;  ///< in the order of the source
  ImportReport report;
};

/// Features with the same code and name are one zone; without a code each is a zone of its own,
/// numbered from 1. Unlike municipalities, zones of one code are not one zone if their names
/// differ: villages may say which municipality they are in. Invalid polygons are repaired and
/// counted. Throws InputError if the layer holds no polygons or has no field named.
[[nodiscard]] ZonesRead read_zones(ZoneInput const& input, WorkingFrame const& frame);

}  // namespace gapmap::io
