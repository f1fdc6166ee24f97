#pragma once
// The same roads under other rules: what a journey would cost if a single one of them did not hold.

#include <string_view>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::travel {

/// Whether some road may be travelled in one direction only.
template <CostType Cost>
[[nodiscard]] bool has_one_way(RoadGraph const& graph, EdgeCosts<Cost> const& costs);

/// Every road both ways: where one direction is closed, it costs what the other does.
template <CostType Cost>
[[nodiscard]] EdgeCosts<Cost> open_both_ways(RoadGraph const& graph, EdgeCosts<Cost> const& costs);

/// Whether there is a ferry that the profile's mode may take, used or avoided.
[[nodiscard]] bool has_ferries(RoadNetwork const& network, Profile const& profile);

/// The profile that avoids no ferry and never waits for one.
[[nodiscard]] Profile without_waiting(Profile profile);

/// The same traveller with access legs counted otherwise.
struct AccessAssumption {
  std::string_view name;  ///< as written in outputs
  Profile profile;
};

/// What a result that hangs on the access legs is held against, slowest first, and only what can
/// differ from the profile's own. Times: at walking speed, by car also at 40 km/h. Where the speed
/// cannot tell, of lengths and of those who walk already: legs 1.3 times as long, since yards and
/// lanes wind. Always: legs of length 0, which is the most that better road data could save.
template <CostType Cost>
[[nodiscard]] std::vector<AccessAssumption> access_assumptions(Profile const& profile);

/// The profile that nobody and no lights delay: a lower bound of every cost.
[[nodiscard]] Profile without_delays(Profile profile);

/// The greatest speed, without delays, on any stretch of road that touches `box` and that the
/// profile may travel in at least one direction; at least the speed beside roads. Which stretches
/// are joined to one segment makes no difference.
[[nodiscard]] MetersPerSecond fastest_within(Box const& box, RoadNetwork const& network,
                                             Profile const& profile);

}  // namespace gapmap::travel
