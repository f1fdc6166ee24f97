#include "gapmap/travel/profile.h"

#include <algorithm>

namespace gapmap::travel {
namespace {

struct ClassSpeeds {
  RoadClass road_class;
  double car_kmh;
  double bike_kmh;
  double walk_kmh;
};

// Speeds by class, from kSpeedSource; ferries go 18 km/h where no crossing time is known.
constexpr std::array<ClassSpeeds, kRoadClasses> kSpeeds{{
    {RoadClass::Motorway, 100, 0, 0},
    {RoadClass::Trunk, 71, 16, 5},
    {RoadClass::Primary, 66, 16, 5},
    {RoadClass::Secondary, 61, 16, 5},
    {RoadClass::Tertiary, 51, 16, 5},
    {RoadClass::Local, 30.5, 16, 5},
    {RoadClass::Residential, 30.5, 16, 5},
    {RoadClass::LivingStreet, 15, 14, 5},
    {RoadClass::Service, 20, 14, 5},
    {RoadClass::Track, 20, 12, 5},
    {RoadClass::Pedestrian, 10, 10, 5},
    {RoadClass::Cycleway, 10, 16, 5},
    {RoadClass::Path, 5, 8, 4.5},
    {RoadClass::Steps, 2, 2, 2.5},
    {RoadClass::Ferry, 18, 18, 18},
    {RoadClass::CableFerry, 10, 10, 10},
    {RoadClass::Unknown, 45, 15, 5},
}};

// Factors by Surface: unknown, paved, gravel, unpaved, bad.
constexpr std::array<double, kSurfaces> kCarSurface{1, 1, 0.85, 0.7, 0.4};
constexpr std::array<double, kSurfaces> kBikeSurface{1, 1, 0.85, 0.7, 0.5};
constexpr std::array<double, kSurfaces> kWalkSurface{1, 1, 1, 0.95, 0.8};

/// Speeds of access legs by Mode: car, bike, walk. The reasons are in kAccessSource.
constexpr std::array<double, kModes> kAccessKmh{20, 12, 5};

/// Delays at junctions of Digiroad's functional classes 1 and 2 (main roads), 3 (regional roads,
/// main streets) and 4 to 6 (all others), in seconds.
struct ClassSeconds {
  double main;
  double regional;
  double other;
};
// Source: Jaakkola 2013, table 28: at midday, in the mean of the day, in the rush hour.
constexpr ClassSeconds kMidday{9.979, 6.650, 7.752};
constexpr ClassSeconds kDay{11.311, 9.439, 9.362};
constexpr ClassSeconds kRush{12.195, 11.199, 10.633};

double of(ClassSeconds const& seconds, RoadClass road_class) {
  if (road_class <= RoadClass::Primary) return seconds.main;
  return road_class == RoadClass::Secondary ? seconds.regional : seconds.other;
}

/// The share of the midday delays of the Helsinki region that is left where hardly anybody else
/// drives. Fitted, as is the wait at traffic lights.
constexpr double kFreeShare = 0.1;
constexpr Seconds kFreeSignals{1};
constexpr Seconds kInSpeeds{1};

/// Whether one waits for the traffic of a class: not for roads that come out of yards, nor on a
/// motorway, where one merges.
bool is_waited_for(RoadClass road_class) {
  return (road_class >= RoadClass::Trunk && road_class <= RoadClass::LivingStreet) ||
         road_class == RoadClass::Unknown;
}

constexpr MetersPerSecond kmh(double value) { return MetersPerSecond{value / 3.6}; }

}  // namespace

Profile builtin_profile(Mode mode) {
  Profile profile{.mode = mode, .off_road_speed = kmh(kAccessKmh[static_cast<std::size_t>(mode)])};
  for (auto const& row : kSpeeds) {
    double const speed = mode == Mode::Car    ? row.car_kmh
                         : mode == Mode::Bike ? row.bike_kmh
                                              : row.walk_kmh;
    profile.speed[static_cast<std::size_t>(row.road_class)] = kmh(speed);
  }
  switch (mode) {
    case Mode::Car:
      profile.surface_factor = kCarSurface;
      profile.share_of_limit = 0.9;
      for (std::size_t c = 0; c < kRoadClasses; ++c) {
        auto const road_class = static_cast<RoadClass>(c);
        if (is_waited_for(road_class))
          profile.delays.junction[c] = Seconds{kFreeShare * of(kMidday, road_class)};
      }
      profile.delays.signals = kFreeSignals;
      profile.delays.in_speeds = kInSpeeds;
      break;
    case Mode::Bike:
      profile.surface_factor = kBikeSurface;
      break;
    case Mode::Walk:
      profile.surface_factor = kWalkSurface;
      break;
  }
  return profile;
}

MetersPerSecond walking_speed() { return kmh(kAccessKmh[static_cast<std::size_t>(Mode::Walk)]); }

Profile in_traffic(Profile profile, Traffic traffic) {
  if (traffic == Traffic::Free) return profile;
  auto const& then = traffic == Traffic::Day ? kDay : kRush;
  auto& delays = profile.delays;
  for (std::size_t c = 0; c < kRoadClasses; ++c) {
    auto const road_class = static_cast<RoadClass>(c);
    delays.junction[c] =
        of(then, road_class) / (kFreeShare * of(kMidday, road_class)) * delays.junction[c];
  }
  // Traffic lights stand where regional roads and main streets cross: their delay becomes that of
  // such a junction.
  delays.signals = then.regional / kFreeSignals.value() * delays.signals;
  return profile;
}

}  // namespace gapmap::travel
