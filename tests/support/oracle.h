#pragma once
// The same answers by other means: slow, short, and sharing no search of ours.

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>
#include <span>
#include <vector>

#include "gapmap/geometry/measure.h"
#include "gapmap/graph/boost_model.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/network/road_network.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::oracle {

/// Boost's Dijkstra from one node; infinite costs are not travelled and sums saturate, as ours do.
template <CostType Cost>
[[nodiscard]] IdVector<NodeId, Cost> dijkstra(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                              NodeId source) {
  constexpr std::uint32_t kInfinite = std::numeric_limits<std::uint32_t>::max();
  auto const saturating = [](std::uint32_t a, std::uint32_t b) {
    return b > kInfinite - a ? kInfinite : a + b;
  };
  std::vector<std::uint32_t> distance(graph.nodes());
  std::vector<std::uint32_t> predecessor(graph.nodes());
  auto const index = boost::identity_property_map{};
  graph::BoostView const view{&graph};
  boost::dijkstra_shortest_paths(
      view, source.value(), boost::make_iterator_property_map(predecessor.begin(), index),
      boost::make_iterator_property_map(distance.begin(), index),
      graph::BoostWeights<EdgeCosts<Cost>>{&costs}, index, std::less<std::uint32_t>{}, saturating,
      kInfinite, std::uint32_t{0}, boost::default_dijkstra_visitor{});
  IdVector<NodeId, Cost> result;
  for (auto const d : distance) result.push_back(Cost{d});
  return result;
}

template <CostType Cost>
struct Labelled {
  Cost cost = Cost::infinite();
  std::uint32_t label = std::numeric_limits<std::uint32_t>::max();
  friend auto operator<=>(Labelled const&, Labelled const&) = default;
};

/// The cheapest seed of every node, ties to the lowest label: one search a seed.
template <CostType Cost>
[[nodiscard]] IdVector<NodeId, Labelled<Cost>> nearest_seed(
    RoadGraph const& graph, EdgeCosts<Cost> const& costs,
    std::span<graph::Seed<Cost> const> seeds) {
  IdVector<NodeId, Labelled<Cost>> best(graph.nodes());
  for (auto const& seed : seeds) {
    auto const from_seed = dijkstra(graph, costs, seed.node);
    for (auto const node : best.ids()) {
      Labelled<Cost> const candidate{from_seed[node] + seed.offset, seed.label};
      if (candidate.cost.is_finite()) best[node] = std::min(best[node], candidate);
    }
  }
  return best;
}

struct RoadPoint {
  SegmentId segment = SegmentId::none();
  double distance = std::numeric_limits<double>::infinity();
  double along = 0;
};

/// Looks at every piece of every road; of a ferry only at its quays.
[[nodiscard]] inline RoadPoint nearest_road(Point p, RoadNetwork const& network) {
  RoadPoint best;
  for (auto const segment : network.segments.ids()) {
    auto const shape = network.shape(segment);
    auto const along = network.along_shape(segment);
    auto const consider = [&](Point on_road, double at) {
      double distance = planar_distance(p, on_road).value();
      if (distance <= 0.1 && network.is_gate(segment)) distance = 0;
      bool const is_gate_first =
          distance == best.distance && network.is_gate(segment) && !network.is_gate(best.segment);
      if (distance < best.distance || is_gate_first) best = {segment, distance, at};
    };
    if (network.segments[segment].attributes.is_ferry()) {
      if (network.is_boarding(segment)) consider(shape.front(), 0);
      continue;
    }
    for (std::size_t i = 0; i + 1 < shape.size(); ++i) {
      auto const [point, t] = nearest_on_piece(p, shape[i], shape[i + 1]);
      consider(point, along[i] + t * (along[i + 1] - along[i]));
    }
  }
  return best;
}

}  // namespace gapmap::oracle
