#pragma once
// Strong components: the parts of a network in which every node is reached from every other.

#include <cstdint>
#include <span>
#include <string>

#include "gapmap/graph/road_graph.h"

namespace gapmap {

using StrongComponentId = Id<struct StrongComponentTag>;

namespace graph {

/// Returns the strong component of each node: within it every node is reached from every other
/// along open edges. `is_open` has a place for every edge.
///
/// Order: an open edge between two components leads to the one with the lower number.
/// Cost: O(V + E).
/// Source: Tarjan (1972), SIAM J. Comput. 1:146–160, as Boost.Graph has it: components are numbered
/// as they are finished.
[[nodiscard]] IdVector<NodeId, StrongComponentId> strong_components(RoadGraph const& graph,
                                                                    std::span<char const> is_open);

/// Returns the version of Boost, like "1.74.0".
[[nodiscard]] std::string boost_version();

}  // namespace graph
}  // namespace gapmap
