#pragma once
// Municipalities, or areas of another level, from any polygon layer.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/municipality.h"

namespace gapmap::io {

struct MunicipalityInput {
  Source source;
  std::string code_field = {};  ///< empty: recognised
  std::string name_field = {};
  std::string study = {};  ///< OGR SQL that selects the areas studied; empty: all
};

struct MunicipalitiesRead {
  Municipalities municipalities;  ///< by code
  ImportReport report;
};

/// Reads all areas and marks those that `study` selects. Features with the same code are one area.
/// Numeric codes get their leading zeros back if the convention fixes their width ("20" → "020").
/// Invalid polygons are repaired and counted. Throws InputError if the input cannot be used at all
/// or `study` selects nothing.
[[nodiscard]] MunicipalitiesRead read_municipalities(MunicipalityInput const& input,
                                                     WorkingFrame const& frame);

}  // namespace gapmap::io
