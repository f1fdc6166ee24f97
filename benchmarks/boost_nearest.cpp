#include "benchmarks/boost_nearest.h"

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <functional>
#include <limits>

#include "gapmap/graph/boost_model.h"

namespace gapmap::benchmarks {

BoostNearest::BoostNearest(Question const& question)
    : question_{question}, distances_(question.graph.nodes()) {}

void BoostNearest::run() {
  using Costs = IdVector<EdgeId, Millimeters>;
  constexpr auto kInfinite = std::numeric_limits<std::uint32_t>::max();
  boost::identity_property_map const index;
  boost::dijkstra_shortest_paths_no_color_map(
      graph::BoostView{&question_.graph}, question_.source.value(), boost::dummy_property_map{},
      boost::make_iterator_property_map(distances_.begin(), index),
      graph::BoostWeights<Costs>{&question_.costs}, index, std::less<>{},
      boost::closed_plus<std::uint32_t>{kInfinite}, kInfinite, std::uint32_t{0},
      boost::dijkstra_visitor<>{});
}

}  // namespace gapmap::benchmarks
