#pragma once
// Residents by cell, from grids, other polygons or points, and from rasters.

#include <optional>
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
  /// Fields that count a part of the residents; nothing: the families that population_families()
  /// knows.
  std::optional<Groups> groups = std::nullopt;
  /// Side of the cells into which pixels of a raster are merged; 0: every pixel is a cell.
  Meters raster_cell = Meters{0};
  /// The part of a raster that is read; nothing: all of it.
  std::optional<Extent> raster_extent = std::nullopt;
};

struct PopulationRead {
  Population population;  ///< in the order of the source, without municipalities
  Groups groups;          ///< groups that each cell counts; none if the source has none
  ImportReport report;
};

/// Reads every row with a position and a number of residents, zero included. A suppression code
/// (−1, and others by schema) is kept as unknown; other negative numbers, blanks and text are left
/// out and counted. The centre of a polygon is its centroid. Points whose cell id, layer or schema
/// tells the size of their square become that square; others get one of `point_cell_size`. A cell
/// that is not where its id, or xkoord and ykoord, say stays where its geometry is, and is counted.
/// Groups that are suppressed, missing or not a number are unknown; numbers that contradict one
/// another stay as they are, see places/families. For rasters see read_population_raster.h. Throws
/// InputError if the input cannot be used at all.
[[nodiscard]] PopulationRead read_population(PopulationInput const& input,
                                             WorkingFrame const& frame);

}  // namespace gapmap::io
