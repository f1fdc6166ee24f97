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

/// What a column of a layer is called by people.
struct ColumnTitle {
  std::string column;
  std::string title;
  std::string description = {};  ///< empty: none
};

/// How a layer is called, and how QGIS draws it when it is opened.
struct LayerLook {
  std::string layer;
  std::string title = {};  ///< the identifier in gpkg_contents; layers' titles differ
  std::string qml = {};
  std::vector<ColumnTitle> columns = {};
};

/// One layer a table, with a spatial index; rows without geometry are left out. The looks go into
/// the table `layer_styles`, where QGIS finds them, as the default of their layers; titles of
/// columns into `gpkg_data_columns`, the schema extension of the standard. The same tables give the
/// same bytes. Throws InputError if the file cannot be written.
void write_geopackage(std::string const& path, LayerTables const& tables, WorkingFrame const& frame,
                      std::span<LayerLook const> looks = {}, Progress const& progress = {});

}  // namespace gapmap::io
