#pragma once
// Meeting places from any point or polygon layer, a table with coordinates, or an OpenStreetMap
// extract.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/facility.h"

namespace gapmap::io {

struct FacilityInput {
  Source source;  ///< its crs also serves for x and y fields
  std::string id_field = {};
  std::string name_field = {};
  std::string x_field = {};
  std::string y_field = {};
};

struct FacilitiesRead {
  Facilities facilities;  ///< in the order of the source
  ImportReport report;
};

/// OpenStreetMap files go to io/osm_places. Else reads every place that has a position. Polygons
/// count by their centroid. A place without an id gets its row number, without a name its id.
/// Places on the very same point are kept and counted. Throws InputError if the input cannot be
/// used at all.
[[nodiscard]] FacilitiesRead read_facilities(FacilityInput const& input, WorkingFrame const& frame);

}  // namespace gapmap::io
