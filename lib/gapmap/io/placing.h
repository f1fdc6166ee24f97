#pragma once
// Projection of raw coordinates to metres in the working CRS, with checks for wrong, missing and
// swapped coordinates.

#include <optional>
#include <span>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/geometry/shapes.h"
#include "gapmap/io/dataset.h"
#include "gapmap/io/import_report.h"

namespace gapmap::io {

/// Returns the EPSG code of the CRS that a pair of coordinates fits, 0 for none. Northings of
/// Finland are 6.5 to 7.9 million metres in every grid used there.
[[nodiscard]] int epsg_by_value(RawPoint p);

/// Guesses the CRS that most of `points` are in: WGS 84 degrees, ETRS-TM35FIN, an ETRS-GK zone
/// (EPSG:3873–3885) or the old KKJ uniform grid (EPSG:2393). Nothing if the values fit none of
/// them.
[[nodiscard]] std::optional<Crs> guess_crs(std::span<RawPoint const> points);

/// Returns `crs`. Throws InputError naming `crs_option` if the input at `where` has none.
[[nodiscard]] Crs require_crs(std::optional<Crs> const& crs, InputError::Where const& where,
                              std::string const& crs_option);

/// Projects the rows of one input and judges whether they can be where they claim to be.
class Placing {
 public:
  /// Throws InputError, naming `crs_option`, if `source` is nothing; `where` names
  /// the input.
  Placing(std::optional<Crs> const& source, WorkingFrame const& frame,
          InputError::Where const& where, std::string const& crs_option);

  [[nodiscard]] Crs const& source() const noexcept { return source_; }
  /// Projects the points in place to metres in the working CRS.
  void project(RawShape& shape) const { project(std::span{shape.points}); }
  void project(std::span<RawPoint> points) const { projection_.forward(points); }
  /// Whether all points in a box of projected points are plausible, which then need not be asked
  /// about one by one. False if some might not be.
  [[nodiscard]] bool accepts(Box const& projected) const;

  /// Returns whether the first point of a projected shape is plausible; else counts the row as left
  /// out. `raw` is the point before projection.
  [[nodiscard]] bool accept(RawPoint projected, RawPoint raw, std::string const& row,
                            ImportReport& report);

  /// Throws InputError, after the last row, if no row could be used because of its position.
  void finish(std::size_t rows_used, InputError::Where const& where) const;

 private:
  [[nodiscard]] bool is_plausible(RawPoint projected) const;
  WorkingFrame const& frame_;
  Crs source_;
  Projection projection_;
  std::size_t outside_ = 0;
  std::size_t plausible_if_swapped_ = 0;
  RawPoint first_outside_{};
};

/// Whether every point of a projected shape is finite.
[[nodiscard]] bool is_projected(RawShape const& projected);

/// Returns a projected polygon as a valid area, and counts repairs. Nothing, and counted as left
/// out, if it encloses nothing or one of its points could not be projected.
[[nodiscard]] std::optional<Area> sound_area(RawShape const& projected, std::string const& row,
                                             ImportReport& report);

}  // namespace gapmap::io
