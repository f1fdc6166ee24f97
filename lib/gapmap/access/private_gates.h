#pragma once
// Opens gates that are closed to strangers for people who live behind them.

#include "gapmap/graph/road_graph.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::access {

/// Opens gates with Entry::WithKey that are closed to everybody else, where only such gates join
/// the roads behind to the others: residents behind have the key, and so have their visitors. The
/// side with less road is behind the gate, if it has less than `kNetwork` and at most three
/// quarters of the other: of two similar sides nobody can tell which one the gate locks. If several
/// gates lead into the same roads, only the first in the source is opened, so that nobody passes
/// through. Opened roads count as before the gates behind them, which may then open in turn.
///
/// Requires: `costs` and `graph` were made from `network`.
/// Cost: O(V + E), and a look at every gate for each gate within a gate.
template <CostType Cost>
void open_private_gates(RoadNetwork const& network, RoadGraph const& graph, EdgeCosts<Cost>& costs);

}  // namespace gapmap::access
