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
  /// Of the access legs, from home to the road and from the road to the place: straight lines in
  /// place of the yards and private roads that the data lack.
  MetersPerSecond off_road_speed{};
  /// How long they are counted, by their straight line.
  double off_road_factor = 1;
  Ferries ferries = Ferries::Use;
  /// Mean wait at the quay: half the interval of a ferry with a timetable, and of a lossi, which
  /// crosses on demand.
  Seconds ferry_wait{30 * 60};
  Seconds cable_ferry_wait{15 * 60};
};

namespace travel {

/// The profile of a mode with the speeds of the table in profile.cpp.
[[nodiscard]] Profile builtin_profile(Mode mode);

/// At which people go on foot where nothing says otherwise: 5 km/h.
[[nodiscard]] MetersPerSecond walking_speed();

/// Where the numbers of that table come from.
inline constexpr std::string_view kSpeedSource =
    "mean speeds including junctions and bends. Cars: the Finnish general limits (Road Traffic\n"
    "Act 729/2018 section 100: 80 km/h, 50 in built-up areas), less on lesser roads for curves\n"
    "and width. Bikes and walking: the planning values of the Finnish Transport Infrastructure\n"
    "Agency's accessibility analyses.";

/// Why access legs have the speeds that they have.
inline constexpr std::string_view kAccessSource =
    "off_road, the straight line between a home or a place and the road: where data have no road,\n"
    "there is a yard, a private road or a forest road, and people take it as they take the rest "
    "of\n"
    "the way: cars at the speed of a service road or track (20 km/h), bikes at that of a track\n"
    "(12 km/h), walkers at theirs (5 km/h).";

}  // namespace travel
}  // namespace gapmap
