#include "gapmap/network/osm_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace gapmap::network {
namespace {

struct NamedSpeed {
  std::string_view name;
  std::uint8_t kmh;
};

std::optional<std::uint8_t> speed_among(std::span<NamedSpeed const> speeds, std::string_view name) {
  auto const found = std::ranges::find(speeds, name, &NamedSpeed::name);
  return found == speeds.end() ? std::nullopt : std::optional{found->kmh};
}

/// What follows the country of an implied limit: "urban", "zone30", "30".
std::optional<std::uint8_t> implied_speed(std::string_view country, std::string_view context) {
  // General limits that differ from the Finnish ones (50 in built-up areas, 80 outside; Road
  // Traffic Act 729/2018 § 100 and decrees).
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

std::optional<std::uint8_t> parse_osm_speed(std::string_view text) {
  // Where no limit is posted, nobody plans with more than the highest there is; walking pace is
  // what the wiki takes it for.
  constexpr std::array kNamed{NamedSpeed{"none", 120}, NamedSpeed{"walk", 7}};
  if (auto const speed = speed_among(kNamed, text)) return speed;
  constexpr std::size_t kCountry = 2;
  if (text.size() > kCountry + 1 && text[kCountry] == ':')
    return implied_speed(text, text.substr(kCountry + 1));
  // A digit first: from_chars would also take "inf" and "-5".
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
  constexpr double kGreatest = 250;
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 1.0, kGreatest)));
}

namespace {

std::optional<std::uint32_t> take_count(std::string_view& text) {
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value > 10'000) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

/// The rest of an ISO 8601 duration after "P".
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

std::optional<std::uint32_t> parse_osm_duration(std::string_view text) {
  if (text.starts_with('P')) return parse_iso_duration(text.substr(1));
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

}  // namespace gapmap::network
