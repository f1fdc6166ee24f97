#pragma once
// Speeds and durations as OpenStreetMap writes them.

#include <cstdint>
#include <optional>
#include <string_view>

namespace gapmap::network {

/// "80", "50 mph", "FI:urban", "FI:zone30", "none", "walk" in km/h; nothing for what is not
/// understood, nor above 250. Of a list or a range ("30;50", "40|60", "30-50") the least: it holds
/// for everybody, always, on every lane.
/// Source: OpenStreetMap wiki, Key:maxspeed, Key:maxspeed:type.
[[nodiscard]] std::optional<double> parse_osm_speed(std::string_view text);

/// "00:35", "1:05:00", "35" (minutes), "PT1H30M", "P1DT2H", "20 min", "1 h 30 min" in seconds;
/// nothing for what is not understood. Of a range or a list ("20-25 min") the longest.
/// Source: OpenStreetMap wiki, Key:duration.
[[nodiscard]] std::optional<std::uint32_t> parse_osm_duration(std::string_view text);

}  // namespace gapmap::network
