#pragma once
// GeoPackage: several layers in one file, in the working CRS, for QGIS.

#include <span>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/output_table.h"

namespace gapmap::io {

/// One layer a table, those without rows too. Dates inside are fixed, so that the same tables give
/// the same bytes. Throws InputError if the file cannot be written.
void write_geopackage(std::string const& path, std::span<OutputTable const> tables,
                      WorkingFrame const& frame);

}  // namespace gapmap::io
