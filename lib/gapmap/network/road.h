#pragma once
// What is known of a stretch of road: facts about the road, never about who travels on it.

#include <array>
#include <cstdint>
#include <string_view>

namespace gapmap {

/// Functional classes, most important first. National codes map onto them in io/schemas.
enum class RoadClass : std::uint8_t {
  Motorway,
  Trunk,      ///< class I main roads
  Primary,    ///< class II main roads
  Secondary,  ///< regional roads
  Tertiary,   ///< connecting roads
  Local,      ///< local roads and streets
  Service,
  Track,
  Cycleway,  ///< ways for walking and cycling
  Path,
  Ferry,
  Unknown,  ///< no class given or not recognised
};

inline constexpr std::array<std::string_view, 12> kRoadClassNames{
    "motorway", "trunk",    "primary", "secondary", "tertiary", "local",
    "service",  "track",    "cycleway", "path",     "ferry",    "unknown"};

[[nodiscard]] constexpr std::string_view name_of(RoadClass road_class) noexcept {
  return kRoadClassNames[static_cast<std::size_t>(road_class)];
}

struct RoadAttributes {
  RoadClass road_class = RoadClass::Unknown;

  [[nodiscard]] bool is_ferry() const noexcept { return road_class == RoadClass::Ferry; }
  /// Links with equal attributes that follow each other become one segment.
  friend bool operator==(RoadAttributes const&, RoadAttributes const&) = default;
};

}  // namespace gapmap
