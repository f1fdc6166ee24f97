#pragma once
// Coordinates written with signs and letters around the number.

#include <cstdint>
#include <optional>
#include <string_view>

#include "gapmap/units/number_column.h"

namespace gapmap::io {

enum class Axis : std::uint8_t { East, North };

/// Parses "61.3846° N", "61,3846°", "E 27.04", "27.04W": a number with a degree sign, a letter of
/// its direction before or after it, or both; west and south are negative. Letters are English,
/// Finnish and Swedish ones that mean no other direction on the same axis: N P S, and E I Ö W.
/// Nothing for other text, for minutes and seconds, and for degrees beyond 180.
[[nodiscard]] std::optional<double> parse_coordinate(std::string_view text, Axis axis,
                                                     NumberStyle style);

/// Whether digits follow a degree sign, as for minutes in "61°22.8' N".
[[nodiscard]] bool has_minutes(std::string_view text);

}  // namespace gapmap::io
