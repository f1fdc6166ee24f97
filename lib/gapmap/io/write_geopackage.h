#pragma once
// Results as the layers of one GeoPackage, in the working CRS.

#include <span>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/output_table.h"

namespace gapmap::io {

/// How QGIS draws a layer when it is opened.
struct LayerLook {
  std::string layer;
  std::string qml;
};

/// One layer a table, with a spatial index; rows without geometry are left out. The looks go into
/// the table `layer_styles`, where QGIS finds them, as the default of their layers. The same tables
/// give the same bytes. Throws InputError if the file cannot be written.
void write_geopackage(std::string const& path, std::span<OutputTable const> tables,
                      WorkingFrame const& frame, std::span<LayerLook const> looks = {});

}  // namespace gapmap::io
