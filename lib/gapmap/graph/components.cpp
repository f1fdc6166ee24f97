#include "gapmap/graph/components.h"

#include <boost/graph/strong_components.hpp>
#include <boost/version.hpp>

#include "gapmap/graph/boost_model.h"

namespace gapmap::graph {

Components connected_components(RoadGraph const& graph) {
  BoostView const view{&graph};
  std::vector<std::uint32_t> found(graph.nodes());
  auto const index = boost::identity_property_map{};
  auto const count =
      boost::strong_components(view, boost::make_iterator_property_map(found.begin(), index),
                               boost::vertex_index_map(index));

  // Boost numbers components as it finishes them; renumber by lowest node.
  std::vector<ComponentId> renumbered(count, ComponentId::none());
  Components components;
  components.of_node.reserve(found.size());
  for (auto const boost_component : found) {
    auto& id = renumbered[boost_component];
    if (id.is_none()) id = components.nodes.push_back(0);
    components.of_node.push_back(id);
    ++components.nodes[id];
  }
  return components;
}

std::string boost_version() {
  return std::to_string(BOOST_VERSION / 100000) + '.' + std::to_string(BOOST_VERSION / 100 % 1000) +
         '.' + std::to_string(BOOST_VERSION % 100);
}

}  // namespace gapmap::graph
