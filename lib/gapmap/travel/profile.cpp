#include "gapmap/travel/profile.h"

namespace gapmap::travel {
namespace {

struct ClassSpeeds {
  RoadClass road_class;
  double car_kmh;
  double bike_kmh;
  double walk_kmh;
};

// Their source is kSpeedSource; ferries: 18 km/h where no crossing time is known.
constexpr std::array<ClassSpeeds, kRoadClasses> kSpeeds{{
    {RoadClass::Motorway, 105, 0, 0},
    {RoadClass::Trunk, 85, 16, 5},
    {RoadClass::Primary, 75, 16, 5},
    {RoadClass::Secondary, 70, 16, 5},
    {RoadClass::Tertiary, 60, 16, 5},
    {RoadClass::Local, 50, 16, 5},
    {RoadClass::Residential, 30, 16, 5},
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

// By Surface: unknown, paved, gravel, unpaved, bad.
constexpr std::array<double, kSurfaces> kCarSurface{1, 1, 0.85, 0.7, 0.4};
constexpr std::array<double, kSurfaces> kBikeSurface{1, 1, 0.85, 0.7, 0.5};
constexpr std::array<double, kSurfaces> kWalkSurface{1, 1, 1, 0.95, 0.8};

/// By Mode: car, bike, walk. Reasons are kAccessSource.
constexpr std::array<double, kModes> kAccessKmh{20, 12, 5};

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

}  // namespace gapmap::travel
