#pragma once
// Residents by cell, from grids, other polygons or points.

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/places/population.h"

namespace gapmap::io {

struct PopulationInput {
  Source source;
  std::string id_field = {};
  std::string residents_field = {};
  std::string x_field = {};
  std::string y_field = {};
  /// Side of the square drawn around a point of unknown extent.
  Meters point_cell_size = Meters{250};
};

struct PopulationRead {
  Population population;  ///< in the order of the source, municipalities not yet assigned
  Groups groups;          ///< that each cell counts; none if the source has none
  ImportReport report;
};

/// Reads every row with a position and a number of residents, zero included. A suppression code
/// (−1) is kept as unknown; other negative numbers, blanks and text are left out and counted. The
/// centre of a polygon is its centroid. Points whose cell id or schema tells the size of their
/// square become that square; others get one of `point_cell_size`. Throws InputError if the input
/// cannot be used at all.
[[nodiscard]] PopulationRead read_population(PopulationInput const& input,
                                             WorkingFrame const& frame);

}  // namespace gapmap::io
