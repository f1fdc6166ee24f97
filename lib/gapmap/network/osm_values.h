#pragma once
// Reads speeds and durations as OpenStreetMap writes them.

#include <cstdint>
#include <optional>
#include <string_view>

namespace gapmap::network {

/// Returns a speed in km/h: "80", "50 mph", "FI:urban", "FI:zone30", "none", "walk". Returns
/// nothing for text that is not understood and for more than 250. A list or a range ("30;50",
/// "40|60", "30-50") gives its least value, which holds for everybody, always, on every lane.
/// Source: OpenStreetMap wiki, Key:maxspeed, Key:maxspeed:type.
[[nodiscard]] std::optional<double> parse_osm_speed(std::string_view text);

/// Returns a duration in seconds: "00:35", "1:05:00", "35" (minutes), "PT1H30M", "P1DT2H", "20
/// min", "1 h 30 min". Returns nothing for text that is not understood. A range or a list ("20-25
/// min") gives its longest value.
/// Source: OpenStreetMap wiki, Key:duration.
[[nodiscard]] std::optional<std::uint32_t> parse_osm_duration(std::string_view text);

}  // namespace gapmap::network
