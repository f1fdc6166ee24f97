#pragma once
// Who travels, and how fast. A profile turns facts about roads into costs; a new mode or other
// speeds are another profile over the same graph.

#include <array>
#include <string_view>

#include "gapmap/network/road.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

enum class Ferries : bool { Avoid, Use };

struct Profile {
  Mode mode = Mode::Car;
  /// Speed on a good surface where no limit says otherwise, by RoadClass; of ferries the crossing
  /// speed where their time is unknown.
  std::array<MetersPerSecond, kRoadClasses> speed{};
  /// What is left of it on each Surface.
  std::array<double, kSurfaces> surface_factor{1, 1, 1, 1, 1};
  /// Of a posted speed limit, what is driven on average with junctions and bends; 0: limits do not
  /// matter to this mode.
  double share_of_limit = 0;
  /// Between home and road, road and place.
  MetersPerSecond off_road_speed{};
  Ferries ferries = Ferries::Use;
  /// Mean wait at the quay: half the interval of a ferry with a timetable, and of a lossi, which
  /// crosses on demand.
  Seconds ferry_wait{30 * 60};
  Seconds cable_ferry_wait{15 * 60};
};

namespace travel {

/// The profile of a mode with the speeds of the table in profile.cpp.
[[nodiscard]] Profile builtin_profile(Mode mode);

/// Where the numbers of that table come from.
inline constexpr std::string_view kSpeedSource =
    "mean speeds including junctions and bends. Cars: the Finnish general limits (Road Traffic\n"
    "Act 729/2018 section 100: 80 km/h, 50 in built-up areas), less on lesser roads for curves\n"
    "and width. Bikes and walking: the planning values of the Finnish Transport Infrastructure\n"
    "Agency's accessibility analyses.";

}  // namespace travel
}  // namespace gapmap
