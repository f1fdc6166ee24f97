#pragma once
// Somebody and something at random places of a random network: what searches of reach/ are tried
// on.

#include <algorithm>

#include "gapmap/places/population.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/travel/variants.h"
#include "tests/support/random_network.h"

namespace gapmap {

inline constexpr reach::Trip kTrips[]{reach::Trip::ToPlace, reach::Trip::FromPlace,
                                      reach::Trip::Round};

template <CostType Cost>
struct RandomEnds {
  explicit RandomEnds(Random& random)
      : network{random_network(random, {.segments = random.whole(20, 120)})},
        graph{graph::build(network)},
        profile{
            travel::without_delays(travel::builtin_profile(static_cast<Mode>(random.whole(0, 2))))},
        costs{travel::weigh<Cost>(network, graph, profile)} {
    auto const cells = random.whole(1, 25);
    auto const places = random.whole(0, 6);
    for (std::uint32_t i = 0; i < cells; ++i) ends.cells.push_back(anywhere(random));
    for (std::uint32_t i = 0; i < places; ++i) {
      // Some at the very place of a cell, so that ties and equal positions happen.
      bool const is_at_a_cell = random.chance(0.2);
      ends.places.push_back(is_at_a_cell ? ends.cells[CellId{random.whole(0, cells - 1)}]
                                         : anywhere(random));
    }
  }

  /// Attachments made by hand: junctions, middles, whole tenths, and now and then none.
  [[nodiscard]] Attachment anywhere(Random& random) const {
    if (random.chance(0.05)) return {.off_road = Meters{9000}};
    constexpr double kFractions[]{0, 1, 0.5, 0.25};
    double const fraction = random.chance(0.4) ? kFractions[random.whole(0, 3)] : random.real(0, 1);
    double const off_road = random.chance(0.3) ? 0 : random.real(0, 500);
    // A few segments only: cells and places often share one.
    auto const last = static_cast<std::uint32_t>(network.segments.size() - 1);
    auto const segment =
        random.chance(0.5) ? random.whole(0, std::min(last, 5U)) : random.whole(0, last);
    // At a gate a point stands on both sides, which the oracle's single vertex cannot:
    // reach/gates_test. Nor on a road that costs nothing one way and may be closed the other.
    constexpr Meters kShort{0.01};
    auto at = SegmentId{segment};
    while (network.length(at) < kShort) at = SegmentId{at.value() > 0 ? at.value() - 1 : last};
    return Attachment::on(network, at, fraction, Meters{off_road});
  }

  RoadNetwork network;
  RoadGraph graph;
  /// Without delays: an edge without length costs nothing either way, or make_costs_uneven() could
  /// close one way between two ends that are one place.
  Profile profile;
  EdgeCosts<Cost> costs;
  reach::Ends ends;
};

/// Up to nine residents in each of the cells, unknown in some.
[[nodiscard]] inline Population random_people(Random& random, reach::Ends const& ends) {
  Population population;
  for (auto const c : ends.cells.ids()) {
    auto const residents =
        random.chance(0.1) ? std::nullopt : std::optional{People{double(random.whole(0, 9))}};
    population.push_back(
        {.id = std::to_string(c.value()), .center = {}, .outline = {}, .residents = residents});
  }
  return population;
}

/// Every direction of every edge by itself, some closed. Edges that cost nothing stay: both their
/// ends are one place.
template <CostType Cost>
void make_costs_uneven(Random& random, EdgeCosts<Cost>& costs) {
  for (auto& cost : costs) {
    if (cost == Cost{0}) continue;
    if (random.chance(0.3)) cost = Cost{random.whole(1, 300'000)};
    if (random.chance(0.25)) cost = Cost::infinite();
  }
}

}  // namespace gapmap
