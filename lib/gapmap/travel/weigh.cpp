#include "gapmap/travel/weigh.h"

namespace gapmap::travel {

EdgeCosts<Millimeters> weigh_by_length(RoadNetwork const& network, RoadGraph const& graph) {
  EdgeCosts<Millimeters> costs(graph.edges());
  for (auto const segment : network.segments.ids()) {
    auto const length = to_millimeters(network.length(segment));
    costs[graph.edge(segment, Direction::Along)] = length;
    costs[graph.edge(segment, Direction::Against)] = length;
  }
  return costs;
}

}  // namespace gapmap::travel
