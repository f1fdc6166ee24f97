#pragma once
// What each edge costs. The only place where lengths on the ground become the whole numbers the graph counts in.

#include "gapmap/graph/road_graph.h"
#include "gapmap/network/road_network.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

/// One cost per edge; infinite() = may not be travelled.
template <CostType Cost>
using EdgeCosts = IdVector<EdgeId, Cost>;

namespace travel {

/// Every edge costs its geodesic length, both ways, ferries included.
/// Requires: `graph` was built from `network`.
[[nodiscard]] EdgeCosts<Millimeters> weigh_by_length(RoadNetwork const& network, RoadGraph const& graph);

}  // namespace travel
}  // namespace gapmap
