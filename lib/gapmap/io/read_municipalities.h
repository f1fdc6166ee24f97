#pragma once
// Municipalities, or areas of another level, from any polygon layer.

#include <optional>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/read_area_key.h"
#include "gapmap/places/municipality.h"

namespace gapmap::io {

struct MunicipalityInput {
  Source source;
  std::string code_field = {};  ///< empty: recognised
  std::string name_field = {};
  /// Names of the municipalities studied, or of areas of the key that they belong to; or OGR SQL
  /// that selects them; empty: all.
  std::string study = {};
  std::optional<AreaKeyInput> key = {};  ///< what larger areas in `study` are of
};

struct MunicipalitiesRead {
  Municipalities municipalities;  ///< by code
  ImportReport report;
};

/// Reads all areas and marks those that `study` selects. Features with the same code are one area.
/// Areas have their names in every language that the layer has fields for, unless `name_field` says
/// which is the name.
/// Numeric codes get their leading zeros back if the convention fixes their width ("20" → "020").
/// Invalid polygons are repaired and counted. Throws InputError if the input cannot be used at all
/// or `study` selects nothing.
[[nodiscard]] MunicipalitiesRead read_municipalities(MunicipalityInput const& input,
                                                     WorkingFrame const& frame);

}  // namespace gapmap::io
