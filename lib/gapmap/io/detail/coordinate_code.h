#pragma once
// Places in Finland as systems write them in one word, to be noticed; they are not read by this.

#include <optional>
#include <string_view>

#include "gapmap/geometry/point.h"

namespace gapmap::io {

/// The point of a database's well-known binary as hexadecimal digits, with or without the number of
/// its reference system and heights (OGC 06-103r4; PostGIS): "0101000020E6100000…". Nothing of
/// other shapes, and of anything else.
[[nodiscard]] std::optional<RawPoint> point_in_hexadecimal(std::string_view text);

/// Whether it is a code of a place in Finland: MGRS "35VNM 12345 67890", a plus code "9GG7HV2Q+8F",
/// a square of the uniform grid (YKJ) "6900:3500".
[[nodiscard]] bool is_code_of_place(std::string_view text);

}  // namespace gapmap::io
