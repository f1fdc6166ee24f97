#pragma once
// Coordinates of Finland as people write them, to be noticed; they are not read by this.

#include <optional>
#include <string_view>

namespace gapmap::io {

/// One coordinate: "61,3801", "N 61.3801", "61.3801°", "61°22.8' N", "61° 22' 48\"", "6 805 500 m".
struct WrittenCoordinate {
  double value = 0;
  bool is_degrees = false;  ///< a sign or a letter says so
};

/// Nothing if the text says anything else besides: an address is none.
[[nodiscard]] std::optional<WrittenCoordinate> written_coordinate(std::string_view text);

/// Whether the two are a point in Finland, in whichever grid. Degrees are written with decimals or
/// signs: other small numbers are ages and seats.
[[nodiscard]] bool is_in_finland(WrittenCoordinate east, WrittenCoordinate north);

/// Whether a text holds both coordinates of a point in Finland, in any order: "61,3801 27,0401", "6
/// 805 500 / 502 000", "61°22.8' N 27°02.4' E", "POINT (27.1 62.1)", a link of a map, a code
/// (io/detail/coordinate_code).
[[nodiscard]] bool holds_coordinates(std::string_view text);

}  // namespace gapmap::io
