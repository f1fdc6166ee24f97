#include "gapmap/graph/strong_components.h"

#include <boost/graph/strong_components.hpp>
#include <boost/version.hpp>
#include <vector>

#include "gapmap/graph/boost_model.h"
#include "gapmap/units/error.h"

namespace gapmap::graph {

IdVector<NodeId, StrongComponentId> strong_components(RoadGraph const& graph,
                                                      std::span<char const> is_open) {
  expects(is_open.size() == graph.edges(), "every edge is open or closed");
  BoostView const view{&graph, is_open};
  IdVector<NodeId, StrongComponentId> of_node(graph.nodes());
  std::vector<std::uint32_t> found(graph.nodes());
  auto const index = boost::identity_property_map{};
  boost::strong_components(view, boost::make_iterator_property_map(found.begin(), index),
                           boost::vertex_index_map(index));
  for (auto const node : of_node.ids()) of_node[node] = StrongComponentId{found[node.value()]};
  return of_node;
}

std::string boost_version() {
  return std::to_string(BOOST_VERSION / 100000) + '.' + std::to_string(BOOST_VERSION / 100 % 1000) +
         '.' + std::to_string(BOOST_VERSION % 100);
}

}  // namespace gapmap::graph
