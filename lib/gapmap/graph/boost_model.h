#pragma once
// RoadGraph as a model of Boost.Graph's VertexListGraph and IncidenceGraph, so that Boost's
// algorithms run on it unchanged: strong components here, Dijkstra as the oracle of the tests and
// the peer of the benchmarks. Include it only where Boost is called; searches that run often use
// graph/sweep.h.

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <span>

#include "gapmap/graph/road_graph.h"

namespace gapmap::graph {

/// A view of a RoadGraph for Boost. Vertices and edges are plain integers here, because Boost wants
/// to count and hash them.
struct BoostView {
  RoadGraph const* graph;
  /// Whether each edge is open; if empty, all are. A closed edge leads back to where it begins,
  /// which changes no component and no cheapest path.
  std::span<char const> is_open = {};
};

struct BoostEdge {
  std::uint32_t edge;
  std::uint32_t source;
  friend bool operator==(BoostEdge, BoostEdge) = default;
};

/// Walks the out-edges of one vertex.
class BoostEdgeIterator : public boost::iterator_facade<BoostEdgeIterator, BoostEdge,
                                                        boost::forward_traversal_tag, BoostEdge> {
 public:
  BoostEdgeIterator() = default;
  BoostEdgeIterator(std::uint32_t edge, std::uint32_t source) : at_{edge, source} {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] BoostEdge dereference() const { return at_; }
  [[nodiscard]] bool equal(BoostEdgeIterator const& other) const {
    return at_.edge == other.at_.edge;
  }
  void increment() { ++at_.edge; }
  BoostEdge at_{};
};

/// Edge weights for Boost from any column indexed by EdgeId whose elements have value().
template <class Costs>
struct BoostWeights {
  using key_type = BoostEdge;
  using value_type = std::uint32_t;
  using reference = value_type;
  using category = boost::readable_property_map_tag;
  Costs const* costs;
  friend value_type get(BoostWeights const& map, BoostEdge edge) {
    return (*map.costs)[EdgeId{edge.edge}].value();
  }
};

}  // namespace gapmap::graph

namespace boost {

template <>
struct graph_traits<gapmap::graph::BoostView> {
  struct traversal_category : incidence_graph_tag, vertex_list_graph_tag {};
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = gapmap::graph::BoostEdge;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using vertex_iterator = counting_iterator<std::uint32_t>;
  using out_edge_iterator = gapmap::graph::BoostEdgeIterator;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  static constexpr vertex_descriptor null_vertex() { return gapmap::NodeId::none().value(); }
};

template <>
struct property_map<gapmap::graph::BoostView, vertex_index_t> {
  using type = identity_property_map;
  using const_type = identity_property_map;
};

}  // namespace boost

namespace gapmap::graph {

inline boost::identity_property_map get(boost::vertex_index_t, BoostView) { return {}; }
inline std::uint32_t num_vertices(BoostView view) {
  return static_cast<std::uint32_t>(view.graph->nodes());
}
inline auto vertices(BoostView view) {
  using It = boost::counting_iterator<std::uint32_t>;
  return std::pair{It{0}, It{num_vertices(view)}};
}
inline std::uint32_t source(BoostEdge edge, BoostView) { return edge.source; }
inline std::uint32_t target(BoostEdge edge, BoostView view) {
  bool const is_open = view.is_open.empty() || view.is_open[edge.edge] != 0;
  return is_open ? view.graph->head(EdgeId{edge.edge}).value() : edge.source;
}
inline std::pair<BoostEdgeIterator, BoostEdgeIterator> out_edges(std::uint32_t vertex,
                                                                 BoostView view) {
  auto const rows = view.graph->first_out();
  return {{rows[vertex], vertex}, {rows[vertex + 1], vertex}};
}
inline std::uint32_t out_degree(std::uint32_t vertex, BoostView view) {
  auto const rows = view.graph->first_out();
  return rows[vertex + 1] - rows[vertex];
}

}  // namespace gapmap::graph
