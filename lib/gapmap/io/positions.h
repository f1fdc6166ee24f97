#pragma once
// The positions of rows that may be points or polygons, or have none but in their fields. Private
// to io.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/opened.h"
#include "gapmap/io/placing.h"

namespace gapmap::io {

/// A row with its position still in the CRS of the input.
struct PositionedRow {
  std::string row;
  RawShape shape;
  double cell_size_m = 0;  ///< side of the square whose centre the (one) point is; 0: unknown
  bool is_point = false;   ///< the source has a point
};

/// Whether the record says nothing of where it is, neither rightly nor wrongly.
[[nodiscard]] bool is_without_position(Record const& record, Recognised const& fields);

/// A square by its lower-left corner.
[[nodiscard]] RawShape square_shape(RawPoint low, double size);

/// Where one record is, by geometry, coordinates or cell id, as the recognised schema says.
/// Nothing, and counted, if it is nowhere.
[[nodiscard]] std::optional<PositionedRow> position_of(Record const& record,
                                                       Recognised const& fields,
                                                       ImportReport& report);

/// The CRS of the rows: the input's own or the one given, else what the schema fixes, else a guess
/// from the values, which the report then says. Nothing if all that fails.
[[nodiscard]] std::optional<Crs> crs_of(std::vector<PositionedRow> const& rows,
                                        OpenedInput& opened);

}  // namespace gapmap::io
