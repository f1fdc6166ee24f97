#include "gapmap/io/detail/degrees.h"

#include <array>
#include <cmath>

#include "gapmap/units/blanks.h"

namespace gapmap::io {
namespace {

constexpr auto kSigns = std::to_array<std::string_view>({"\u00b0", "\u00ba", "\u02da"});

struct Direction {
  std::string_view letter;
  Axis axis;
  double sign;
};

constexpr auto kDirections = std::to_array<Direction>({{"N", Axis::North, 1},
                                                       {"P", Axis::North, 1},
                                                       {"S", Axis::North, -1},
                                                       {"E", Axis::East, 1},
                                                       {"I", Axis::East, 1},
                                                       {"\u00d6", Axis::East, 1},
                                                       {"W", Axis::East, -1}});

/// Takes `what`, and blanks beside it, from one end of the text.
bool take(std::string_view& text, std::string_view what) {
  if (text.starts_with(what)) {
    text.remove_prefix(what.size());
  } else if (text.ends_with(what)) {
    text.remove_suffix(what.size());
  } else {
    return false;
  }
  text = without_blanks_around(text);
  return true;
}

}  // namespace

std::optional<double> parse_coordinate(std::string_view text, Axis axis, NumberStyle style) {
  auto rest = without_blanks_around(text);
  Direction const* direction = nullptr;
  for (auto const& known : kDirections) {
    if (known.axis == axis && direction == nullptr && take(rest, known.letter)) direction = &known;
  }
  bool is_degrees = false;
  for (auto const sign : kSigns) {
    if (!is_degrees && rest.ends_with(sign)) is_degrees = take(rest, sign);
  }
  if ((direction == nullptr && !is_degrees) || has_lost_digits(rest)) return std::nullopt;
  auto const number = parse_number(rest, style);
  constexpr double kMostDegrees = 180;
  if (!number || (is_degrees && std::abs(*number) > kMostDegrees)) return std::nullopt;
  if (direction != nullptr && *number < 0) return std::nullopt;
  return direction == nullptr ? *number : direction->sign * *number;
}

bool has_minutes(std::string_view text) {
  for (auto const sign : kSigns) {
    auto const at = text.find(sign);
    if (at == std::string_view::npos) continue;
    auto const behind = without_blanks_around(text.substr(at + sign.size()));
    if (!behind.empty() && behind.front() >= '0' && behind.front() <= '9') return true;
  }
  return false;
}

}  // namespace gapmap::io
