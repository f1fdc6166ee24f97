#pragma once
// Results as the layers of one GeoPackage, in the working CRS.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

using LayerTables = std::vector<std::reference_wrapper<tables::OutputTable const>>;

/// The title of a layer's column for people.
struct ColumnTitle {
  std::string column;
  std::string title;
  std::string description = {};  ///< empty: none
};

/// The title of a layer, and its style in QGIS.
struct LayerLook {
  std::string layer;
  std::string title = {};  ///< the identifier in gpkg_contents; titles of layers differ
  std::string qml = {};    ///< empty: none
  std::vector<ColumnTitle> columns = {};
};

/// Writes one layer per table, with a spatial index; rows without geometry are left out. Styles are
/// stored in the table `layer_styles`, where QGIS finds them, as defaults of their layers; titles
/// of columns in `gpkg_data_columns`, the schema extension of the standard. Equal tables give equal
/// bytes. Throws InputError if the file cannot be written.
void write_geopackage(std::string const& path, LayerTables const& tables, WorkingFrame const& frame,
                      std::span<LayerLook const> looks = {}, Progress const& progress = {});

}  // namespace gapmap::io
