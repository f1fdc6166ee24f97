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

/// Reads all areas; those that `study` selects are marked. Features with the same code are one
/// area. Numbers in a field whose convention fixes the width of codes get their zeros back ("20" →
/// "020"). Invalid polygons are repaired and counted. Throws InputError if the input cannot be used
/// at all or `study` selects nothing.
[[nodiscard]] MunicipalitiesRead read_municipalities(MunicipalityInput const& input,
                                                     WorkingFrame const& frame);

}  // namespace gapmap::io
