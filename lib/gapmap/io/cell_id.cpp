#include "gapmap/io/cell_id.h"

#include <charconv>
#include <cstdint>

namespace gapmap::io {
namespace {

/// Takes digits only: no sign, no point, and no "inf" or "nan", which parsing a floating-point
/// number would accept.
std::optional<double> take_number(std::string_view& text) {
  std::uint64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return static_cast<double>(value);
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

std::optional<SpelledCell> parse_cell_id(std::string_view id) {
  bool const is_eurostat = take(id, "CRS3035RES");
  auto const size = take_number(id);
  if (!size || !(*size > 0)) return std::nullopt;
  bool const is_km = take(id, "km");
  if (!is_km && !take(id, "m")) return std::nullopt;
  double const size_m = is_km ? *size * 1000 : *size;
  if (!take(id, "N")) return std::nullopt;
  auto const north = take_number(id);
  if (!north || !take(id, "E")) return std::nullopt;
  auto const east = take_number(id);
  if (!east || !id.empty()) return std::nullopt;
  if (is_eurostat) return SpelledCell{"EPSG:3035", {*east, *north}, size_m};
  // Statistics Finland writes kilometres for kilometre squares, tens of metres for 250 m squares.
  double const unit = size_m >= 1000 ? 1000 : 10;
  return SpelledCell{"EPSG:3067", {*east * unit, *north * unit}, size_m};
}

bool is_of_public_grid(std::string_view id) {
  if (parse_cell_id(id)) return true;
  constexpr std::size_t kDigitsOfX = 6;
  constexpr std::size_t kDigits = 13;
  if (id.size() != kDigits) return false;
  auto east = id.substr(0, kDigitsOfX);
  auto north = id.substr(kDigitsOfX);
  auto const x = take_number(east);
  auto const y = take_number(north);
  if (!x || !y || !east.empty() || !north.empty()) return false;
  // Centres of squares of 250 m within Finland, and of 1 km.
  auto const is_center = [](double of) {
    auto const within = static_cast<std::int64_t>(of) % 250;
    return within == 125 || within == 0;
  };
  return *x >= 50'000 && *x <= 770'000 && *y >= 6'600'000 && *y <= 7'800'000 && is_center(*x) &&
         is_center(*y);
}

std::optional<NamedGrid> parse_grid_name(std::string_view name) {
  constexpr std::string_view kGrid = "vaki";
  auto const at = name.find(kGrid);
  if (at == std::string_view::npos) return std::nullopt;
  name.remove_prefix(at + kGrid.size());
  auto const year = take_number(name);
  if (!year || *year < 1000 || *year > 9999 || !take(name, "_")) return std::nullopt;
  auto const size = take_number(name);
  if (!size || !(*size > 0)) return std::nullopt;
  bool const is_km = take(name, "km");
  if (!is_km && !take(name, "m")) return std::nullopt;
  if (!name.empty() && name.front() != '_') return std::nullopt;
  return NamedGrid{static_cast<int>(*year), is_km ? *size * 1000 : *size};
}

}  // namespace gapmap::io
