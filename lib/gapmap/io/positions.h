#pragma once
// Positions of rows that are points or polygons, or have a position only in their fields. Private
// to io.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/opened.h"
#include "gapmap/io/placing.h"

namespace gapmap::io {

/// A row with its position, still in the CRS of the input.
struct PositionedRow {
  std::string row;
  RawShape shape;
  double cell_size_m = 0;  ///< side of the square whose centre the (only) point is; 0: unknown
  bool is_point = false;   ///< the source has a point
};

/// Whether a record has no position at all, not even an invalid one.
[[nodiscard]] bool is_without_position(Record const& record, Recognised const& fields);

/// Returns a square by its lower-left corner.
[[nodiscard]] RawShape square_shape(RawPoint low, double size);

/// Returns the position of a record by geometry, coordinates or cell id, as the recognised schema
/// says. Nothing, and counted, if it has none.
[[nodiscard]] std::optional<PositionedRow> position_of(Record const& record,
                                                       Recognised const& fields,
                                                       ImportReport& report);

/// Returns the CRS of the rows: that of the input or the one given, else the one fixed by the
/// schema, else a guess from the values, which the report mentions. Nothing if all of these fail.
[[nodiscard]] std::optional<Crs> crs_of(std::vector<PositionedRow> const& rows,
                                        OpenedInput& opened);
/// Returns the CRS of rows by the first point of each.
[[nodiscard]] std::optional<Crs> crs_of_points(std::vector<RawPoint> points, OpenedInput& opened);

}  // namespace gapmap::io
