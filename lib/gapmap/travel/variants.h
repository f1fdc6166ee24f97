#pragma once
// Costs of the roads under other rules: what a journey would cost if a single rule did not hold.

#include <string_view>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::travel {

/// Whether some road may be travelled in one direction only.
template <CostType Cost>
[[nodiscard]] bool has_one_way(RoadGraph const& graph, EdgeCosts<Cost> const& costs);

/// Returns costs with every road open both ways: a closed direction costs what the other one does.
template <CostType Cost>
[[nodiscard]] EdgeCosts<Cost> open_both_ways(RoadGraph const& graph, EdgeCosts<Cost> const& costs);

/// Whether there is a ferry that the profile's mode may take, used or avoided.
[[nodiscard]] bool has_ferries(RoadNetwork const& network, Profile const& profile);

/// Returns the profile that avoids no ferry and never waits for one.
[[nodiscard]] Profile without_waiting(Profile profile);

/// A profile with other access legs.
struct AccessAssumption {
  std::string_view name;  ///< name as written in outputs
  Profile profile;
};

/// Returns the profiles against which results that depend on access legs are tested, slowest first,
/// and only those that can differ from `profile`. For times: legs at walking speed, by car also at
/// 40 km/h. Where speed makes no difference, for lengths and for walkers: legs 1.3 times as long,
/// since yards and lanes wind. Always: legs of length 0, which is the most that better road data
/// could save.
template <CostType Cost>
[[nodiscard]] std::vector<AccessAssumption> access_assumptions(Profile const& profile);

/// Returns the profile without delays by traffic and lights: a lower bound of every cost.
[[nodiscard]] Profile without_delays(Profile profile);

/// Returns the greatest speed, without delays, on any stretch of road that touches `box` and that
/// the profile may travel in at least one direction; at least the speed beside roads. It does not
/// depend on which stretches are joined into one segment.
[[nodiscard]] MetersPerSecond fastest_within(Box const& box, RoadNetwork const& network,
                                             Profile const& profile);

}  // namespace gapmap::travel
