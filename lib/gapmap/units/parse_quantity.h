#pragma once
// Lengths and numbers as people write them. A bare number is an error where a unit is meant: "20"
// has been read as minutes and as kilometres too often.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gapmap/units/quantity.h"

namespace gapmap {

/// Parses a decimal number with a point or a comma, an optional sign, and optional spaces of any
/// width between groups of three digits: "6840925,0", "6 840 925.0", "-1". Returns nothing for any
/// other text, an empty one, or a number that is not finite.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// Parses a whole number written in digits alone; returns nothing for any other text or for more
/// than 64 bits.
[[nodiscard]] std::optional<std::size_t> parse_whole(std::string_view text);

/// More characters than any number has. Longer text, perhaps a whole file in one cell, is not
/// looked through character by character.
inline constexpr std::size_t kLongestNumber = 1000;

/// Returns `text` trimmed, with a plain space for each kind of space and a hyphen for the minus
/// sign.
[[nodiscard]] std::string plain_number_signs(std::string_view text);

/// Parses a length that is not negative: "20 km", "2,5 km", "500 m". Throws UsageError, naming
/// `option`, for any other text.
[[nodiscard]] Meters parse_length(std::string_view text, std::string_view option);

/// Parses a time that is not negative: "30 min", "1,5 h", "90 s". Throws UsageError, naming
/// `option`, for any other text.
[[nodiscard]] Seconds parse_time(std::string_view text, std::string_view option);

/// Parses a length or a time over 0; the unit tells which of the two is to be minimised. Throws
/// UsageError, naming `option`, for any other text.
[[nodiscard]] std::variant<Meters, Seconds> parse_limit(std::string_view text,
                                                        std::string_view option);

/// Parses several limits with one unit at the end, "1,3,5,10 km" or "15; 30; 60 min". Returns them
/// ascending, each once; 0 is allowed. Numbers are separated by comma, semicolon or blank, so their
/// decimal mark is the point. Throws UsageError, naming `option`, for any other text.
[[nodiscard]] std::variant<std::vector<Meters>, std::vector<Seconds>> parse_limits(
    std::string_view text, std::string_view option);

}  // namespace gapmap
