#include "benchmarks/car_network.h"

#include <algorithm>

#include "gapmap/io/network_file.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::benchmarks {
namespace {

RoadNetwork read_network(std::filesystem::path const& path) {
  WorkingFrame const frame{Crs::tm35fin()};
  if (io::is_network_file(path.string()))
    return io::read_network_file(path.string(), frame).assembly.network;
  auto read = io::read_roads({.source = {.path = path.string()}}, frame);
  return network::assemble(std::move(read.roads), Ruler{frame}).network;
}

}  // namespace

WeightedNetwork read_car_network(std::filesystem::path const& path) {
  auto const network = read_network(path);
  auto const graph = graph::build(network);
  auto const costs = travel::weigh<Millimeters>(network, graph, travel::builtin_profile(Mode::Car));
  auto const cost = [&](SegmentId segment, Direction direction) {
    return std::max(costs[graph.edge(segment, direction)], Millimeters{1});
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

}  // namespace gapmap::benchmarks
