#pragma once
// Profiles: who travels, and how fast. A profile turns facts about roads into costs; a new mode or
// other speeds are another profile over the same graph.

#include <array>
#include <string_view>

#include "gapmap/network/road.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

enum class Ferries : bool { Avoid, Use };

/// The amount of other traffic.
enum class Traffic : std::uint8_t { Free, Day, Rush };
inline constexpr std::size_t kTraffics = 3;
inline constexpr std::array<std::string_view, kTraffics> kTrafficNames{"free", "day", "rush"};

/// The delays at junctions.
struct Delays {
  /// Mean wait for the traffic of a road, by its RoadClass.
  std::array<Seconds, kRoadClasses> junction{};
  /// Mean delay at traffic lights, including braking and starting.
  Seconds signals{0};
  /// The part of the delay at every junction that `share_of_limit` already contains, as that is a
  /// mean over whole ways. It is subtracted as far as the speed rises by at most
  /// kMoreBetweenJunctions of the limit.
  Seconds in_speeds{0};
};

/// The general speed limit outside built-up areas, where no other is posted: Road Traffic Act
/// 729/2018 section 100.
inline constexpr MetersPerSecond kGeneralLimit{80 / 3.6};

/// How much faster one drives between junctions than in the mean of a way, as a share of the limit.
inline constexpr double kMoreBetweenJunctions = 0.05;

/// A kind of traveller: mode, speeds, delays and access legs.
struct Profile {
  Mode mode = Mode::Car;
  /// Speed on a good surface where no limit says otherwise, by RoadClass; for ferries the crossing
  /// speed where their time is unknown.
  std::array<MetersPerSecond, kRoadClasses> speed{};
  /// Factor on the speed for each Surface.
  std::array<double, kSurfaces> surface_factor{1, 1, 1, 1, 1};
  /// Average speed as a share of a posted limit, with bends and slower traffic; 0 if limits do not
  /// matter to this mode.
  double share_of_limit = 0;
  Delays delays;
  /// Speed on access legs, from home to the road and from the road to the place: straight lines in
  /// place of the yards and private roads that the data lack.
  MetersPerSecond off_road_speed{};
  /// Length of access legs relative to their straight line.
  double off_road_factor = 1;
  Ferries ferries = Ferries::Use;
  /// Mean wait at the quay for a ferry with a timetable: half its interval.
  Seconds ferry_wait{30 * 60};
  /// Mean wait for a cable ferry (lossi), which crosses on demand.
  Seconds cable_ferry_wait{15 * 60};
};

namespace travel {

/// Returns the profile of a mode with the speeds of the table in travel/profile.cpp.
[[nodiscard]] Profile builtin_profile(Mode mode);

/// Returns the speed at which people walk where nothing says otherwise: 5 km/h.
[[nodiscard]] MetersPerSecond walking_speed();

/// Returns the profile with the delays of the given traffic.
/// Requires: the delays of `profile` are those of free traffic.
[[nodiscard]] Profile in_traffic(Profile profile, Traffic traffic);

/// The source of the speeds in travel/profile.cpp, as text for readers.
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

/// The reasons for the speeds of access legs, as text for readers.
inline constexpr std::string_view kAccessSource =
    "off_road, the straight line between a home or a place and the road: where data have no road,\n"
    "there is a yard, a private road or a forest road, and people take it as they take the rest "
    "of\n"
    "the way: cars at the speed of a service road or track (20 km/h), bikes at that of a track\n"
    "(12 km/h), walkers at theirs (5 km/h).";

}  // namespace travel
}  // namespace gapmap
