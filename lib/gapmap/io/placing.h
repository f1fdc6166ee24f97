#pragma once
// From the raw coordinates of an input to metres in the working CRS, with the checks that catch
// wrong, missing and swapped coordinates.

#include <optional>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/geometry/shapes.h"
#include "gapmap/io/dataset.h"
#include "gapmap/io/import_report.h"

namespace gapmap::io {

/// EPSG code of the CRS that a pair of coordinates fits, 0 for none. Northings of Finland are 6.5
/// to 7.9 million metres in every grid used there.
[[nodiscard]] int epsg_by_value(RawPoint p);

/// Guesses the CRS that most of `points` are written in: WGS 84 degrees, ETRS-TM35FIN, an ETRS-GK
/// zone (EPSG:3873–3885) or the old KKJ uniform grid (EPSG:2393). Nothing if the values fit none of
/// them.
[[nodiscard]] std::optional<Crs> guess_crs(std::span<RawPoint const> points);

/// `crs`, or InputError naming `crs_option` if the input at `where` has none.
[[nodiscard]] Crs require_crs(std::optional<Crs> const& crs, InputError::Where const& where,
                              std::string const& crs_option);

/// Projects the rows of one input and judges whether they can be where they claim to be.
class Placing {
 public:
  /// Throws InputError, naming `crs_option`, if `source` is nothing.
  Placing(std::optional<Crs> const& source, WorkingFrame const& frame, Table const& table,
          std::string const& crs_option);

  [[nodiscard]] Crs const& source() const noexcept { return source_; }
  /// In place; the points are then metres in the working CRS.
  void project(RawShape& shape) const { projection_.forward(shape.points); }

  /// True if the first point of a projected shape can be there; else counts the row as left out.
  /// `raw` is the same point before.
  [[nodiscard]] bool accept(RawPoint projected, RawPoint raw, std::string const& row,
                            ImportReport& report);

  /// After the last row: throws InputError if not one could be used because of where they lie.
  void finish(std::size_t rows_used, Table const& table) const;

 private:
  [[nodiscard]] bool is_plausible(RawPoint projected) const;
  WorkingFrame const& frame_;
  Crs source_;
  Projection projection_;
  std::size_t outside_ = 0;
  std::size_t plausible_if_swapped_ = 0;
  RawPoint first_outside_{};
};

/// True if every point of a projected shape is somewhere.
[[nodiscard]] bool is_projected(RawShape const& projected);

/// A projected polygon as a valid area. Nothing, and counted as left out, if it encloses nothing or
/// a point of it could not be projected; repairs are counted too.
[[nodiscard]] std::optional<Area> sound_area(RawShape const& projected, std::string const& row,
                                             ImportReport& report);

}  // namespace gapmap::io
