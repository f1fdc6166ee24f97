#pragma once
// Names of localities with their points, from any point or polygon layer or a table with
// coordinates.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/gazetteer.h"

namespace gapmap::io {

struct GazetteerInput {
  Source source;
  std::string name_field = {};
  std::string municipality_field = {};
};

struct GazetteerRead {
  Gazetteer gazetteer;
  MunicipalityKeys municipalities;  ///< by which municipalities of its entries were read
  ImportReport report;
};

/// Reads a gazetteer. Polygons count by their centroid. The municipality of an entry is that of its
/// field, else the one of `municipalities` in which it lies. Rows without a name are left out.
/// Throws InputError if the input cannot be used at all.
[[nodiscard]] GazetteerRead read_gazetteer(GazetteerInput const& input, WorkingFrame const& frame,
                                           Municipalities const& municipalities);

}  // namespace gapmap::io
