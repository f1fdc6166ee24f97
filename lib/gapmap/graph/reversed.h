#pragma once
// Costs for searches against the direction of travel.

#include "gapmap/graph/road_graph.h"
#include "gapmap/units/blocks.h"

namespace gapmap::graph {

/// Returns costs for a sweep from destinations: each edge costs what its twin costs, so that
/// reaching u from v in the sweep stands for travelling from u to v.
/// Cost: O(E), in parallel.
template <class Cost>
[[nodiscard]] IdVector<EdgeId, Cost> reversed(RoadGraph const& graph,
                                              IdVector<EdgeId, Cost> const& costs) {
  IdVector<EdgeId, Cost> reversed(costs.size());
  constexpr std::size_t kAtOnce = 65536;
  Blocks{costs.size(), kAtOnce}.each([&](Block const& block) {
    for (auto e = block.first; e < block.end; ++e)
      reversed[EdgeId{e}] = costs[graph.twin(EdgeId{e})];
  });
  return reversed;
}

}  // namespace gapmap::graph
