#include "gapmap/job/speed_list.h"

#include <fmt/format.h>

namespace gapmap::job {
namespace {

constexpr double kKmh = 3.6;  ///< of a metre a second

/// Reads one number of a profile for every mode.
template <class Number>
SpeedEntry entry(std::string key, SpeedUnit unit, Profiles const& profiles, Number const& number) {
  SpeedEntry made{.key = std::move(key), .unit = unit, .numbers = {}, .built_in = {}};
  for (std::size_t mode = 0; mode < kModes; ++mode) {
    made.numbers[mode] = number(profiles[mode]);
    made.built_in[mode] = number(travel::builtin_profile(static_cast<Mode>(mode)));
  }
  return made;
}

}  // namespace

std::vector<SpeedEntry> list_speeds(Profiles const& profiles) {
  using enum SpeedUnit;
  std::vector<SpeedEntry> list;
  auto const add = [&](std::string key, SpeedUnit unit, auto const& number) {
    list.push_back(entry(std::move(key), unit, profiles, number));
  };
  for (std::size_t c = 0; c < kRoadClasses; ++c) {
    add(std::string{kRoadClassNames[c]}, KilometersPerHour,
        [&](Profile const& profile) { return kKmh * profile.speed[c].value(); });
  }
  add("off_road", KilometersPerHour,
      [](Profile const& profile) { return kKmh * profile.off_road_speed.value(); });
  add("share_of_limit", Factor, [](Profile const& profile) { return profile.share_of_limit; });
  for (std::size_t s = 0; s < kSurfaces; ++s) {
    add(fmt::format("surface.{}", kSurfaceNames[s]), Factor,
        [&](Profile const& profile) { return profile.surface_factor[s]; });
  }
  add("signals", Seconds, [](Profile const& profile) { return profile.delays.signals.value(); });
  add("in_speeds", Seconds,
      [](Profile const& profile) { return profile.delays.in_speeds.value(); });
  for (std::size_t c = 0; c < kRoadClasses; ++c) {
    if (is_ferry(static_cast<RoadClass>(c))) continue;
    add(fmt::format("junction.{}", kRoadClassNames[c]), Seconds,
        [&](Profile const& profile) { return profile.delays.junction[c].value(); });
  }
  return list;
}

}  // namespace gapmap::job
