#pragma once
// Where searches of random networks begin.

#include <vector>

#include "gapmap/graph/sweep.h"
#include "tests/support/random.h"

namespace gapmap::graph {

template <CostType Cost>
using SeedsOf = std::vector<Seed<Cost>>;
using Seeds = SeedsOf<Millimeters>;

/// One to eight seeds at any nodes.
template <CostType Cost = Millimeters>
[[nodiscard]] SeedsOf<Cost> random_seeds(Random& random, RoadGraph const& graph,
                                         std::uint32_t greatest_offset) {
  SeedsOf<Cost> seeds;
  auto const count = random.whole(1, 8);
  for (std::uint32_t i = 0; i < count; ++i) {
    NodeId const node{random.whole(0, static_cast<std::uint32_t>(graph.nodes() - 1))};
    seeds.push_back({node, Cost{random.whole(0, greatest_offset)}, random.whole(0, 5)});
  }
  return seeds;
}

}  // namespace gapmap::graph
