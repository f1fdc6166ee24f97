#pragma once
// Writes an OutputTable as a layer of a GDAL dataset. GDAL's handle types are known only in the
// .cpp.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

enum class Coordinates : std::uint8_t {
  Degrees,     ///< WGS 84, 7 decimals, as in GeoJSON; the layer has no CRS
  WorkingCrs,  ///< metres, and the layer has the working CRS
};

/// Writes the rows that have a geometry as MultiPolygons, LineStrings or Points, valid and by the
/// right-hand rule. `dataset` is a GDALDatasetH open for writing. `rows` counts the rows written.
/// Throws InputError naming `path` if GDAL refuses.
void write_layer(void* dataset, tables::OutputTable const& table, WorkingFrame const& frame,
                 Coordinates coordinates, std::string const& path, Steps& rows);

/// Throws InputError with GDAL's last message.
[[noreturn]] void fail_writing(std::string const& path);

}  // namespace gapmap::io
