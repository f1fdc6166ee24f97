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

/// A decimal number with a point or a comma, optional sign, optional spaces of any width between
/// groups of three digits: "6840925,0", "6 840 925.0", "-1". Nothing for anything else, an empty
/// text, or a number that is not finite.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// A whole number written in digits alone; nothing for anything else, or one beyond 64 bits.
[[nodiscard]] std::optional<std::size_t> parse_whole(std::string_view text);

/// More letters than any number has: longer text, a whole file in one cell perhaps, is not looked
/// through letter by letter.
inline constexpr std::size_t kLongestNumber = 1000;

/// `text` trimmed, with a plain space for each kind of space and a hyphen for the minus sign.
[[nodiscard]] std::string plain_number_signs(std::string_view text);

/// "20 km", "2,5 km", "500 m". Not negative. Throws UsageError, naming `option`, for anything else.
[[nodiscard]] Meters parse_length(std::string_view text, std::string_view option);

/// "30 min", "1,5 h", "90 s". Likewise.
[[nodiscard]] Seconds parse_time(std::string_view text, std::string_view option);

/// A length or a time over 0: the unit tells what is to be minimised. Likewise.
[[nodiscard]] std::variant<Meters, Seconds> parse_limit(std::string_view text,
                                                        std::string_view option);

/// Several limits with one unit at the end, "1,3,5,10 km" or "15; 30; 60 min", ascending and each
/// once in the answer. Numbers are separated by comma, semicolon or blank, so their decimal mark is
/// the point. A 0 is one of them. Likewise.
[[nodiscard]] std::variant<std::vector<Meters>, std::vector<Seconds>> parse_limits(
    std::string_view text, std::string_view option);

}  // namespace gapmap
