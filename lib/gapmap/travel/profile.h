#pragma once
// Who travels, and how fast. A profile turns facts about roads into costs; a new mode or other
// speeds are another profile over the same graph.

#include <array>
#include <string_view>

#include "gapmap/network/road.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

enum class Ferries : bool { Avoid, Use };

/// How much other traffic there is.
enum class Traffic : std::uint8_t { Free, Day, Rush };
inline constexpr std::size_t kTraffics = 3;
inline constexpr std::array<std::string_view, kTraffics> kTrafficNames{"free", "day", "rush"};

/// What junctions cost.
struct Delays {
  /// Mean wait for the traffic of a road, by its RoadClass.
  std::array<Seconds, kRoadClasses> junction{};
  /// Mean wait at traffic lights, with slowing down and starting.
  Seconds signals{0};
  /// Of every junction, what the share of a limit holds already, for it is the mean of whole ways:
  /// taken off, as far as that makes no more than kMoreBetweenJunctions of the limit.
  Seconds in_speeds{0};
};

/// Where nothing else is posted outside of them: Road Traffic Act 729/2018 section 100.
inline constexpr MetersPerSecond kGeneralLimit{80 / 3.6};

/// Of a limit: what is driven more between junctions than in the mean of a way.
inline constexpr double kMoreBetweenJunctions = 0.05;

struct Profile {
  Mode mode = Mode::Car;
  /// Speed on a good surface where no limit says otherwise, by RoadClass; of ferries the crossing
  /// speed where their time is unknown.
  std::array<MetersPerSecond, kRoadClasses> speed{};
  /// What is left of it on each Surface.
  std::array<double, kSurfaces> surface_factor{1, 1, 1, 1, 1};
  /// Of a posted speed limit, what is driven on average, with bends and behind others; 0: limits do
  /// not matter to this mode.
  double share_of_limit = 0;
  Delays delays;
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

/// The profile with its delays as they are in more traffic than in its own, which is free.
[[nodiscard]] Profile in_traffic(Profile profile, Traffic traffic);

/// Where the numbers of that table come from.
inline constexpr std::string_view kSpeedSource =
    "means of whole ways. Cars: fitted to the free flow of\n"
    "GraphHopper's car profile (speeds by class, or 0.9 of the limit, without junctions) on towns\n"
    "and countryside; of the time that 0.9 of a limit takes, in_speeds is the junction's.\n"
    "Their waits at junctions and lights grow by day and in the rush hour as in\n"
    "T. Jaakkola (2013), Paikkatietopohjainen menetelmä autoilun ajoaikojen ja\n"
    "kokonaismatka-aikojen mallintamiseen, University of Helsinki, "
    "urn.fi/URN:NBN:fi-fe2017112252365,\n"
    "table 28: seconds a junction in the Helsinki region by functional class of Digiroad. Bikes "
    "and\n"
    "walking: the planning values of the Finnish Transport Infrastructure Agency's accessibility\n"
    "analyses.";

/// Why access legs have the speeds that they have.
inline constexpr std::string_view kAccessSource =
    "off_road, the straight line between a home or a place and the road: where data have no road,\n"
    "there is a yard, a private road or a forest road, and people take it as they take the rest "
    "of\n"
    "the way: cars at the speed of a service road or track (20 km/h), bikes at that of a track\n"
    "(12 km/h), walkers at theirs (5 km/h).";

}  // namespace travel
}  // namespace gapmap
