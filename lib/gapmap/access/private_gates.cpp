#include "gapmap/access/private_gates.h"

#include <algorithm>
#include <vector>

#include "gapmap/access/detail/connected_nodes.h"
#include "gapmap/access/components.h"

namespace gapmap::access {
namespace {

/// The greatest length of road behind a gate, as a share of that before it.
constexpr double kBehind = 0.75;

}  // namespace

template <CostType Cost>
void open_private_gates(RoadNetwork const& network, RoadGraph const& graph,
                        EdgeCosts<Cost>& costs) {
  std::vector<SegmentId> gates;
  for (auto const segment : network.originals()) {
    if (network.segments[segment].attributes.entry != Entry::WithKey) continue;
    auto const along = graph.edge(network, segment, Direction::Along);
    if (!costs[along].is_finite() && !costs[graph.twin(along)].is_finite())
      gates.push_back(segment);
  }
  if (gates.empty()) return;

  ConnectedNodes connected{graph.nodes()};
  IdVector<NodeId, Meters> road(graph.nodes(), Meters{0});  // by the node that find() returns
  auto const ends_of = [&](SegmentId segment) {
    auto const& ends = network.segments[segment];
    return std::pair{graph.node(ends.from), graph.node(ends.to)};
  };
  // A road is open if it or one of its copies is; copies join the same junctions whoever is bound.
  auto const roads = open_roads(network, graph, costs);
  for (auto const segment : network.originals()) {
    auto const [from, to] = ends_of(segment);
    if (roads[segment] != 0) connected.join(from, to);
  }
  for (auto const segment : network.originals()) {
    if (roads[segment] != 0)
      road[connected.find(ends_of(segment).first)] += network.length(segment);
  }
  // Repeats until no more gates open: an estate within an estate is behind its gate once the outer
  // gate is open.
  for (bool is_any_opened = true; is_any_opened;) {
    is_any_opened = false;
    for (auto const gate : gates) {
      auto const [from, to] = ends_of(gate);
      auto const here = connected.find(from);
      auto const there = connected.find(to);
      if (here == there) continue;
      auto const [behind, before] = std::minmax(road[here], road[there]);
      if (behind >= kNetwork || behind > kBehind * before) continue;
      auto const both = road[here] + road[there];
      connected.join(from, to);
      road[connected.find(from)] = both;
      auto const along = graph.edge(network, gate, Direction::Along);
      costs[along] = costs[graph.twin(along)] = Cost{0};
      is_any_opened = true;
    }
  }
}

template void open_private_gates(RoadNetwork const&, RoadGraph const&, EdgeCosts<Millimeters>&);
template void open_private_gates(RoadNetwork const&, RoadGraph const&, EdgeCosts<Milliseconds>&);

}  // namespace gapmap::access
