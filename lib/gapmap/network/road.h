#pragma once
// Facts about a stretch of road, never about who travels on it.

#include <array>
#include <cstdint>
#include <string_view>

namespace gapmap {

/// Functional classes, most important first. Tags and national codes map onto them in
/// network/osm_tags, network/digiroad_codes and io/schemas.
enum class RoadClass : std::uint8_t {
  Motorway,
  Trunk,      ///< class I main roads
  Primary,    ///< class II main roads
  Secondary,  ///< regional roads
  Tertiary,   ///< connecting roads
  Local,      ///< local roads and streets without a name of their own here
  Residential,
  LivingStreet,
  Service,
  Track,
  Pedestrian,  ///< streets for walking
  Cycleway,    ///< ways for cycling, most of them for walking too
  Path,
  Steps,
  Ferry,
  CableFerry,  ///< lossi: part of the road, crosses when somebody comes
  Unknown,     ///< no class given or not recognised
};
inline constexpr std::size_t kRoadClasses = 17;

inline constexpr std::array<std::string_view, kRoadClasses> kRoadClassNames{
    "motorway",    "trunk",         "primary", "secondary",   "tertiary",   "local",
    "residential", "living_street", "service", "track",       "pedestrian", "cycleway",
    "path",        "steps",         "ferry",   "cable_ferry", "unknown"};

[[nodiscard]] constexpr std::string_view name_of(RoadClass road_class) noexcept {
  return kRoadClassNames[static_cast<std::size_t>(road_class)];
}

[[nodiscard]] constexpr bool is_ferry(RoadClass road_class) noexcept {
  return road_class == RoadClass::Ferry || road_class == RoadClass::CableFerry;
}

/// The modes of travel that roads distinguish.
enum class Mode : std::uint8_t { Car, Bike, Walk };
inline constexpr std::size_t kModes = 3;
inline constexpr std::array<std::string_view, kModes> kModeNames{"car", "bike", "walk"};

[[nodiscard]] constexpr std::string_view name_of(Mode mode) noexcept {
  return kModeNames[static_cast<std::size_t>(mode)];
}

/// Returns the mode as a phrase for sentences: "by car", "on foot".
[[nodiscard]] constexpr std::string_view phrase_of(Mode mode) noexcept {
  constexpr std::array<std::string_view, kModes> kPhrases{"by car", "by bike", "on foot"};
  return kPhrases[static_cast<std::size_t>(mode)];
}

/// A set of modes: who may travel.
class ModeSet {
 public:
  constexpr ModeSet() noexcept = default;
  [[nodiscard]] static constexpr ModeSet all() noexcept { return ModeSet{(1U << kModes) - 1}; }
  [[nodiscard]] static constexpr ModeSet of(Mode mode) noexcept { return ModeSet{bit(mode)}; }

  [[nodiscard]] constexpr bool contains(Mode mode) const noexcept {
    return (bits_ & bit(mode)) != 0;
  }
  [[nodiscard]] constexpr bool is_empty() const noexcept { return bits_ == 0; }
  constexpr void insert(Mode mode) noexcept {
    bits_ = static_cast<std::uint8_t>(bits_ | bit(mode));
  }
  constexpr void erase(Mode mode) noexcept {
    bits_ = static_cast<std::uint8_t>(bits_ & ~bit(mode));
  }

  [[nodiscard]] friend constexpr ModeSet operator|(ModeSet a, ModeSet b) noexcept {
    return ModeSet{std::uint32_t{a.bits_} | b.bits_};
  }
  [[nodiscard]] friend constexpr ModeSet operator&(ModeSet a, ModeSet b) noexcept {
    return ModeSet{std::uint32_t{a.bits_} & b.bits_};
  }
  friend constexpr bool operator==(ModeSet, ModeSet) noexcept = default;

 private:
  explicit constexpr ModeSet(std::uint32_t bits) noexcept
      : bits_{static_cast<std::uint8_t>(bits)} {}
  static constexpr std::uint32_t bit(Mode mode) noexcept {
    return 1U << static_cast<unsigned>(mode);
  }
  std::uint8_t bits_ = 0;
};

/// Returns who may usually travel on a road of a class, where the data say no more.
[[nodiscard]] constexpr ModeSet usual_modes(RoadClass road_class) noexcept {
  switch (road_class) {
    case RoadClass::Motorway:
      return ModeSet::of(Mode::Car);
    case RoadClass::Pedestrian:
    case RoadClass::Steps:
      return ModeSet::of(Mode::Walk);
    case RoadClass::Cycleway:
    case RoadClass::Path:
      return ModeSet::of(Mode::Bike) | ModeSet::of(Mode::Walk);
    default:
      return ModeSet::all();
  }
}

enum class Surface : std::uint8_t { Unknown, Paved, Gravel, Unpaved, Bad };
inline constexpr std::size_t kSurfaces = 5;
inline constexpr std::array<std::string_view, kSurfaces> kSurfaceNames{"unknown", "paved", "gravel",
                                                                       "unpaved", "bad"};

/// Where a road lies. One gets onto it from the land beside only on the ground.
enum class Level : std::uint8_t { Ground, Bridge, Tunnel };
inline constexpr std::size_t kLevels = 3;
inline constexpr std::array<std::string_view, kLevels> kLevelNames{"ground", "bridge", "tunnel"};

/// How one gets onto a road.
enum class Entry : std::uint8_t {
  Anywhere,     ///< from the land beside it
  AtJunctions,  ///< at junctions only: motorways, their ramps, roads for motor traffic
  WithKey,      ///< a gate that opens to people who live behind it, whatever `permitted` says
};

/// A posted speed limit, or none: to 0.01 km/h, so that limits in miles an hour and knots are
/// exact.
class SpeedLimit {
 public:
  static constexpr double kGreatestKmh = 250;  ///< more is a typing error

  /// Makes a limit for a road where none is posted.
  constexpr SpeedLimit() noexcept = default;
  /// Makes a limit in km/h; 0 means that none is posted.
  /// Requires: 0 to kGreatestKmh.
  // NOLINTNEXTLINE(google-explicit-constructor): a number of km/h is a limit.
  constexpr SpeedLimit(double kmh) noexcept
      // NOLINTNEXTLINE(bugprone-incorrect-roundings): it is not negative, and lround not constexpr.
      : hundredths_{static_cast<std::uint16_t>(kmh * kPerKmh + 0.5)} {}

  [[nodiscard]] constexpr bool is_posted() const noexcept { return hundredths_ > 0; }
  [[nodiscard]] constexpr double kmh() const noexcept { return hundredths_ / kPerKmh; }
  friend constexpr bool operator==(SpeedLimit, SpeedLimit) noexcept = default;

 private:
  static constexpr double kPerKmh = 100;
  std::uint16_t hundredths_ = 0;
};

/// Direction along or against the digitised direction of a segment.
enum class Direction : std::uint8_t { Along, Against };

[[nodiscard]] constexpr Direction opposite(Direction direction) noexcept {
  return direction == Direction::Along ? Direction::Against : Direction::Along;
}

/// The attributes of a segment. Consecutive links with equal attributes become one segment.
struct RoadAttributes {
  RoadClass road_class = RoadClass::Unknown;
  Surface surface = Surface::Unknown;
  std::array<ModeSet, 2> permitted{ModeSet::all(), ModeSet::all()};  ///< by Direction
  std::array<SpeedLimit, 2> speed_limit{};                           ///< by Direction
  Level level = Level::Ground;
  Entry entry = Entry::Anywhere;
  float ferry_speed_mps = 0;  ///< length by crossing time of a ferry; 0 if unknown or not a ferry

  [[nodiscard]] bool is_ferry() const noexcept { return gapmap::is_ferry(road_class); }
  /// Whether one gets onto the road from the land beside it.
  [[nodiscard]] bool is_entered_from_beside() const noexcept {
    return !is_ferry() && level == Level::Ground && entry != Entry::AtJunctions;
  }
  [[nodiscard]] ModeSet permits(Direction direction) const noexcept {
    return permitted[static_cast<std::size_t>(direction)];
  }
  [[nodiscard]] bool is_passable() const noexcept {
    return !(permitted[0] | permitted[1]).is_empty();
  }
  /// Returns the attributes of the stretch digitised the other way.
  [[nodiscard]] RoadAttributes reversed() const noexcept {
    auto other = *this;
    other.permitted = {permitted[1], permitted[0]};
    other.speed_limit = {speed_limit[1], speed_limit[0]};
    return other;
  }
  friend bool operator==(RoadAttributes const&, RoadAttributes const&) = default;
};

}  // namespace gapmap
