#include "gapmap/network/osm_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include "gapmap/network/road.h"

namespace gapmap::network {
namespace {

struct NamedSpeed {
  std::string_view name;
  double kmh;
};

std::optional<double> speed_among(std::span<NamedSpeed const> speeds, std::string_view name) {
  auto const found = std::ranges::find(speeds, name, &NamedSpeed::name);
  return found == speeds.end() ? std::nullopt : std::optional{found->kmh};
}

/// Returns the limit that `context`, the part after the country, implies: "urban", "zone30", "30".
std::optional<double> implied_speed(std::string_view country, std::string_view context) {
  // General limits of other countries that differ from the Finnish ones (50 in built-up areas, 80
  // outside; Road Traffic Act 729/2018 § 100 and decrees).
  constexpr std::array kElsewhere{NamedSpeed{"SE:rural", 70}, NamedSpeed{"SE:motorway", 110},
                                  NamedSpeed{"EE:rural", 90}, NamedSpeed{"NO:motorway", 110},
                                  NamedSpeed{"RU:urban", 60}, NamedSpeed{"RU:rural", 90}};
  constexpr std::array kFinnish{
      NamedSpeed{"urban", 50},     NamedSpeed{"rural", 80},         NamedSpeed{"trunk", 100},
      NamedSpeed{"motorway", 120}, NamedSpeed{"living_street", 20}, NamedSpeed{"bicycle_road", 30},
      NamedSpeed{"walk", 7}};
  if (auto const speed = speed_among(kElsewhere, country)) return speed;
  if (auto const speed = speed_among(kFinnish, context)) return speed;
  if (context.starts_with("zone")) context.remove_prefix(4);
  if (context.starts_with(':')) context.remove_prefix(1);
  bool const is_number =
      !context.empty() && std::ranges::all_of(context, [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? parse_osm_speed(context) : std::nullopt;
}

}  // namespace

namespace {

std::optional<double> parse_one_speed(std::string_view text) {
  // Where there is no limit, nobody plans with more than the highest limit there is; walking pace
  // is the wiki's value.
  constexpr std::array kNamed{NamedSpeed{"none", 120}, NamedSpeed{"walk", 7}};
  if (auto const speed = speed_among(kNamed, text)) return speed;
  constexpr std::size_t kCountry = 2;
  if (text.size() > kCountry + 1 && text[kCountry] == ':')
    return implied_speed(text, text.substr(kCountry + 1));
  // The text must begin with a digit: from_chars would also take "inf" and "-5".
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  double value = 0;
  auto const [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || !(value > 0)) return std::nullopt;
  auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
  unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
  if (unit == "mph") {
    value *= 1.609344;
  } else if (unit == "knots") {
    value *= 1.852;
  } else if (!unit.empty() && unit != "km/h" && unit != "kmh" && unit != "kph") {
    return std::nullopt;
  }
  if (value > SpeedLimit::kGreatestKmh) return std::nullopt;
  return std::max(value, 1.0);
}

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

}  // namespace

std::optional<double> parse_osm_speed(std::string_view text) {
  std::optional<double> least;
  while (!text.empty()) {
    // A hyphen separates a range if a number stands before it, not a word ("FI:living-street").
    auto end = text.find_first_of(";|");
    if (auto const hyphen = text.substr(0, end).find_first_not_of("0123456789. ");
        hyphen != 0 && hyphen != std::string_view::npos && text[hyphen] == '-')
      end = hyphen;
    auto const speed = parse_one_speed(trimmed(text.substr(0, end)));
    if (speed && (!least || *speed < *least)) least = speed;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return least;
}

namespace {

std::optional<std::uint32_t> take_count(std::string_view& text) {
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value > 10'000) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

/// Parses the part of an ISO 8601 duration after "P".
std::optional<std::uint32_t> parse_iso_duration(std::string_view text) {
  constexpr std::uint32_t kMinute = 60;
  constexpr std::uint32_t kHour = 60 * kMinute;
  constexpr std::uint32_t kDay = 24 * kHour;
  std::uint32_t seconds = 0;
  bool is_time = false;
  bool has_part = false;
  while (!text.empty()) {
    if (text.front() == 'T') {
      is_time = true;
      text.remove_prefix(1);
      continue;
    }
    auto const count = take_count(text);
    if (!count || text.empty()) return std::nullopt;
    char const unit = text.front();
    text.remove_prefix(1);
    has_part = true;
    if (unit == 'D' && !is_time) {
      seconds += *count * kDay;
    } else if (unit == 'H' && is_time) {
      seconds += *count * kHour;
    } else if (unit == 'M' && is_time) {
      seconds += *count * kMinute;
    } else if (unit == 'S' && is_time) {
      seconds += *count;
    } else {
      return std::nullopt;
    }
  }
  return has_part ? std::optional{seconds} : std::nullopt;
}

}  // namespace

namespace {

/// Returns the seconds of a unit in words; 0 if it is none.
double seconds_of(std::string_view unit) {
  struct Unit {
    std::string_view word;
    double seconds;
  };
  constexpr double kMinute = 60;
  constexpr double kHour = 3600;
  constexpr double kDay = 86400;
  constexpr std::array kUnits{Unit{"h", kHour},
                              Unit{"hr", kHour},
                              Unit{"hrs", kHour},
                              Unit{"hour", kHour},
                              Unit{"hours", kHour},
                              Unit{"t", kHour},
                              Unit{"tunti", kHour},
                              Unit{"tuntia", kHour},
                              Unit{"timme", kHour},
                              Unit{"timmar", kHour},
                              Unit{"m", kMinute},
                              Unit{"min", kMinute},
                              Unit{"mins", kMinute},
                              Unit{"minute", kMinute},
                              Unit{"minutes", kMinute},
                              Unit{"minuutti", kMinute},
                              Unit{"minuuttia", kMinute},
                              Unit{"minut", kMinute},
                              Unit{"minuter", kMinute},
                              Unit{"'", kMinute},
                              Unit{"s", 1},
                              Unit{"sec", 1},
                              Unit{"second", 1},
                              Unit{"seconds", 1},
                              Unit{"d", kDay},
                              Unit{"day", kDay},
                              Unit{"days", kDay}};
  auto const found = std::ranges::find(kUnits, unit, &Unit::word);
  return found == kUnits.end() ? 0 : found->seconds;
}

/// Parses a duration in words: "20 min", "1 h 30 min", "1h30", "1.5 hours", "ca. 20 min".
std::optional<std::uint32_t> parse_worded_duration(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  auto const first = text.find_first_of(kDigits);
  if (first == std::string_view::npos || first > 6) return std::nullopt;  // "about "
  if (first > 0 && text[first - 1] == '-') return std::nullopt;
  text.remove_prefix(first);
  double seconds = 0;
  double last_unit = 0;
  while (!text.empty()) {
    double value = 0;
    auto const [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || value > 10'000) return std::nullopt;
    text = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
    auto unit = trimmed(text.substr(0, text.find_first_of(kDigits)));
    text.remove_prefix(std::min(text.find_first_of(kDigits), text.size()));
    if (unit.ends_with('.')) unit.remove_suffix(1);
    double const per_unit = unit.empty() ? last_unit / 60 : seconds_of(unit);
    if (!(per_unit >= 1)) return std::nullopt;
    seconds += value * per_unit;
    last_unit = per_unit;
  }
  return static_cast<std::uint32_t>(std::lround(seconds));
}

std::optional<std::uint32_t> parse_one_duration(std::string_view text) {
  if (text.starts_with('P')) return parse_iso_duration(text.substr(1));
  bool const is_clock = text.find_first_not_of("0123456789:") == std::string_view::npos;
  if (!is_clock) return parse_worded_duration(text);
  std::array<std::uint32_t, 3> parts{};
  std::size_t count = 0;
  while (true) {
    auto const part = take_count(text);
    if (!part || count == parts.size()) return std::nullopt;
    parts[count++] = *part;
    if (text.empty()) break;
    if (text.front() != ':') return std::nullopt;
    text.remove_prefix(1);
  }
  if (count == 1) return parts[0] * 60;                    // minutes
  if (count == 2) return parts[0] * 3600 + parts[1] * 60;  // hours:minutes
  return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

}  // namespace

std::optional<std::uint32_t> parse_osm_duration(std::string_view text) {
  std::optional<std::uint32_t> longest;
  for (bool is_first = true; !text.empty(); is_first = false) {
    auto const end = text.find_first_of(is_first ? "-;/" : ";/");
    auto const part = parse_one_duration(trimmed(text.substr(0, end)));
    if (!part) return std::nullopt;
    if (!longest || *part > *longest) longest = part;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return longest;
}

}  // namespace gapmap::network
