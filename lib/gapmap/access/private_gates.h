#pragma once
// Gates that are closed to strangers and open to those who live behind them.

#include "gapmap/graph/road_graph.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::access {

/// Opens gates with Entry::WithKey that are closed to everybody else, where nothing but such gates
/// joins the roads behind to the others: their residents have the key, and so has who visits them.
/// Behind is the side with less road, if it is less than `kNetwork` and at most three quarters of
/// the other: of two sides that are alike nobody can tell which one the gate locks. Of several
/// gates into the same roads only one is opened, so that nobody passes through: the first in the
/// source. What opens lies before the gates behind it, which may open then.
///
/// Requires: `costs` and `graph` were made from `network`. Cost: O(V + E), and a look at every gate
/// for each gate within a gate.
template <CostType Cost>
void open_private_gates(RoadNetwork const& network, RoadGraph const& graph, EdgeCosts<Cost>& costs);

}  // namespace gapmap::access
