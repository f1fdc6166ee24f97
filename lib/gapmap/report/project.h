#pragma once
// A QGIS project that opens the layers of a GeoPackage beside it.

#include <span>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/report/print_layout.h"
#include "gapmap/report/qml.h"

namespace gapmap::report {

struct ProjectLayer {
  std::string layer;  ///< name in the GeoPackage
  std::string title;
  LayerStyle style;
  std::size_t view = 0;  ///< number of the look, where several are of one layer
  bool is_shown = true;  ///< at first
};

/// Returns a project file for QGIS 3.20 and later, with paths relative to itself. Layers are given
/// from the lowest to the topmost. `extent` is what the map shows first, and what is on the map
/// that can be printed at once; if it is a point there is none.
[[nodiscard]] std::string project(ProjectWords const& words, std::string const& geopackage,
                                  std::span<ProjectLayer const> layers, Crs const& crs,
                                  std::pair<Point, Point> const& extent);

/// Returns the least and greatest coordinates of a table's shapes with a margin; two equal points
/// if it has none.
[[nodiscard]] std::pair<Point, Point> extent_of(tables::OutputTable const& table);

}  // namespace gapmap::report
