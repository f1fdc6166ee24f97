#pragma once
// Which pieces a network falls into.

#include <cstdint>
#include <string>
#include <vector>

#include "gapmap/graph/road_graph.h"

namespace gapmap {

using ComponentId = Id<struct ComponentTag>;

struct Components {
  IdVector<NodeId, ComponentId> of_node;
  IdVector<ComponentId, std::uint32_t> nodes;  ///< how many nodes each has
};

namespace graph {

/// Pieces within which every node can be reached from every other, all edges counted as open in
/// both directions.
/// Ties: components are numbered by their lowest node. Cost: O(V + E).
[[nodiscard]] Components connected_components(RoadGraph const& graph);

/// "1.74.0"
[[nodiscard]] std::string boost_version();

}  // namespace graph
}  // namespace gapmap
