#pragma once
// An OutputTable as a layer of a dataset that GDAL writes. What GDAL's handles are is known only in
// the .cpp.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

enum class Coordinates : std::uint8_t {
  Degrees,     ///< WGS 84, 7 decimals, as GeoJSON has them; the layer names no reference system
  WorkingCrs,  ///< metres, and the layer says so
};

/// Adds the rows that have a geometry, as MultiPolygons, LineStrings or Points, valid and by the
/// right-hand rule. `dataset` is a GDALDatasetH open for writing. Throws InputError naming `path`
/// if GDAL refuses. `rows` counts those written.
void write_layer(void* dataset, tables::OutputTable const& table, WorkingFrame const& frame,
                 Coordinates coordinates, std::string const& path, Steps& rows);

/// Throws InputError with GDAL's last message.
[[noreturn]] void fail_writing(std::string const& path);

}  // namespace gapmap::io
