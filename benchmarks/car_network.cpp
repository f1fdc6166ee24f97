#include "benchmarks/car_network.h"

#include <algorithm>

#include "gapmap/access/components.h"
#include "gapmap/io/osm_pbf.h"
#include "gapmap/network/assemble.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::benchmarks {
namespace {

/// What a car may travel of a network.
struct CarRoads {
  RoadGraph graph;
  EdgeCosts<Millimeters> costs;

  explicit CarRoads(RoadNetwork const& network)
      : graph{graph::build(network)},
        costs{travel::weigh<Millimeters>(network, graph, travel::builtin_profile(Mode::Car))} {}
};

/// A road from each large component to the next, between the starts of segments in the middle of
/// their lists.
void join_components(RoadNetwork& network, Ruler const& ruler) {
  constexpr Meters kLarge{100'000};
  CarRoads const roads{network};
  auto const components =
      access::find_components(network, roads.graph, roads.costs, {.small_component_below = kLarge});
  IdVector<ComponentId, std::vector<SegmentId>> segments(components.components.size());
  for (auto const s : network.segments.ids()) {
    if (components.is_usable(s)) segments[components.of_segment[s]].push_back(s);
  }
  JunctionId last;
  for (auto const component : segments.ids()) {
    if (components.components[component].length < kLarge || segments[component].empty()) continue;
    auto const here = network.segments[segments[component][segments[component].size() / 2]].from;
    if (!last.is_none()) {
      std::vector<Point> const line{network.junctions[last], network.junctions[here]};
      network.segments.push_back({last, here, {RoadClass::Primary}});
      network.shapes.push_back(line);
      ruler.append_along(line, network.along);
    }
    last = here;
  }
}

WeightedNetwork by_car(RoadNetwork const& network) {
  CarRoads const roads{network};
  auto const cost = [&](SegmentId segment, Direction direction) {
    return std::max(roads.costs[roads.graph.edge(network, segment, direction)], Millimeters{1});
  };
  WeightedNetwork result;
  IdVector<JunctionId, JunctionId> kept(network.junctions.size());
  for (auto& junction : kept) junction = JunctionId::none();
  std::vector<SegmentId> open;
  for (auto const s : network.segments.ids()) {
    if (!cost(s, Direction::Along).is_finite() && !cost(s, Direction::Against).is_finite())
      continue;
    open.push_back(s);
    for (auto const end : {network.segments[s].from, network.segments[s].to})
      kept[end] = JunctionId{std::size_t{0}};
  }
  for (auto const j : network.junctions.ids()) {
    if (!kept[j].is_none()) kept[j] = result.network.junctions.push_back(network.junctions[j]);
  }
  for (auto const s : open) {
    auto const& segment = network.segments[s];
    result.push_segment(kept[segment.from], kept[segment.to], cost(s, Direction::Along));
    result.against.push_back(cost(s, Direction::Against));
  }
  return result;
}

}  // namespace

RoadNetwork read_network(Extract const& extract) {
  WorkingFrame const frame{Crs::from_text(extract.crs)};
  auto read = io::read_osm_roads({.source = {.path = extract.path}}, frame);
  return network::assemble(std::move(read.roads), Ruler{frame}).network;
}

WeightedNetwork read_car_network(Extract const& extract) {
  auto network = read_network(extract);
  join_components(network, Ruler{WorkingFrame{Crs::from_text(extract.crs)}});
  return by_car(network);
}

}  // namespace gapmap::benchmarks
