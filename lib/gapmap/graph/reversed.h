#pragma once
// Searching against the direction of travel.

#include "gapmap/graph/road_graph.h"

namespace gapmap::graph {

/// Costs for a sweep from destinations: each edge costs what its twin costs, so that reaching u
/// from v in the sweep stands for travelling from u to v.
template <class Cost>
[[nodiscard]] IdVector<EdgeId, Cost> reversed(RoadGraph const& graph,
                                              IdVector<EdgeId, Cost> const& costs) {
  IdVector<EdgeId, Cost> reversed(costs.size());
  for (auto const edge : costs.ids()) reversed[edge] = costs[graph.twin(edge)];
  return reversed;
}

}  // namespace gapmap::graph
