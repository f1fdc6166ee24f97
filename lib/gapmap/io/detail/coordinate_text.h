#pragma once
// Coordinates in Finland in the notations people use. They are recognised so that errors can
// mention them, but are not read as coordinates.

#include <optional>
#include <string_view>

namespace gapmap::io {

/// One coordinate: "61,3801", "N 61.3801", "61.3801°", "61°22.8' N", "61° 22' 48\"", "6 805 500 m".
struct WrittenCoordinate {
  double value = 0;
  bool is_degrees = false;  ///< a degree sign or a letter says so
};

/// Parses a coordinate. Nothing if the text contains anything else, as addresses do.
[[nodiscard]] std::optional<WrittenCoordinate> written_coordinate(std::string_view text);

/// Whether the two are a point in Finland, in any grid in use. Degrees need decimals or signs,
/// because other small numbers are ages or seats.
[[nodiscard]] bool is_in_finland(WrittenCoordinate east, WrittenCoordinate north);

/// Whether a text contains both coordinates of a point in Finland, in any order: "61,3801 27,0401",
/// "6 805 500 / 502 000", "61°22.8' N 27°02.4' E", "POINT (27.1 62.1)", a link to a map, a code
/// (io/detail/coordinate_code).
[[nodiscard]] bool holds_coordinates(std::string_view text);

}  // namespace gapmap::io
