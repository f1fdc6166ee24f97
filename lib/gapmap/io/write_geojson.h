#pragma once
// GeoJSON according to RFC 7946.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

/// Writes the rows that have an area as MultiPolygons, or those that have a line as lines or
/// points: WGS 84, longitude first, 7 decimals (1 cm), outer rings anticlockwise, no crs member.
/// Geometries are valid after rounding. Missing values are null. Throws InputError if the file
/// cannot be written.
/// Threads: several at a time, with a frame each.
void write_geojson(std::string const& path, tables::OutputTable const& table,
                   WorkingFrame const& frame, Progress const& progress = {});

}  // namespace gapmap::io
