#include "benchmarks/boost_nearest.h"

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <functional>
#include <limits>
#include <utility>

namespace gapmap::benchmarks {

BoostNearest::BoostNearest(Question const& question, Order order)
    : number_(question.graph.nodes()), distances_(question.graph.nodes()) {
  auto const& graph = question.graph;
  for (auto const node : number_.ids())
    number_[node] = order == Order::OfGraph ? node.value() : graph.junction(node).value();
  source_ = number_[question.source];
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<std::uint32_t> costs;
  for (auto const edge : question.costs.ids()) {
    if (!question.costs[edge].is_finite()) continue;
    ends.emplace_back(number_[graph.tail(edge)], number_[graph.head(edge)]);
    costs.push_back(question.costs[edge].value());
  }
  graph_ = Graph{boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), costs.begin(),
                 static_cast<std::uint32_t>(graph.nodes())};
}

void BoostNearest::run() {
  constexpr auto kInfinite = std::numeric_limits<std::uint32_t>::max();
  boost::identity_property_map const index;
  boost::dijkstra_shortest_paths_no_color_map(
      graph_, source_, boost::dummy_property_map{},
      boost::make_iterator_property_map(distances_.begin(), index),
      boost::get(boost::edge_bundle, graph_), index, std::less<>{},
      boost::closed_plus<std::uint32_t>{kInfinite}, kInfinite, std::uint32_t{0},
      boost::dijkstra_visitor<>{});
}

}  // namespace gapmap::benchmarks
