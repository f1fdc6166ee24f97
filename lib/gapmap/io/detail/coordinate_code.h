#pragma once
// Positions in Finland in the one-word notations of various systems. They are recognised so that
// errors can mention them, but are not read as coordinates.

#include <optional>
#include <string_view>

#include "gapmap/geometry/point.h"

namespace gapmap::io {

/// Returns the point of a database's well-known binary in hexadecimal digits, with or without the
/// number of its reference system and heights (OGC 06-103r4; PostGIS): "0101000020E6100000…".
/// Nothing for other shapes and other text.
[[nodiscard]] std::optional<RawPoint> point_in_hexadecimal(std::string_view text);

/// Whether the text is a code for a position in Finland: MGRS "35VNM 12345 67890", a plus code
/// "9GG7HV2Q+8F", or a square of the uniform grid (YKJ) "6900:3500".
[[nodiscard]] bool is_code_of_place(std::string_view text);

}  // namespace gapmap::io
