#pragma once
// Speeds and durations as OpenStreetMap writes them.

#include <cstdint>
#include <optional>
#include <string_view>

namespace gapmap::network {

/// "80", "50 mph", "FI:urban", "FI:zone30", "none", "walk" as whole km/h (at most 250); nothing for
/// what is not understood.
/// Source: OpenStreetMap wiki, Key:maxspeed, Key:maxspeed:type.
[[nodiscard]] std::optional<std::uint8_t> parse_osm_speed(std::string_view text);

/// "00:35", "1:05:00", "35" (minutes), "PT1H30M", "P1DT2H" in seconds; nothing for what is not
/// understood.
/// Source: OpenStreetMap wiki, Key:duration.
[[nodiscard]] std::optional<std::uint32_t> parse_osm_duration(std::string_view text);

}  // namespace gapmap::network
