#pragma once
// The peer: Boost.Graph's Dijkstra on Boost's own compressed rows.

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <vector>

#include "benchmarks/question.h"

namespace gapmap::benchmarks {

/// How the peer's nodes are numbered.
enum class Order : std::uint8_t {
  OfGraph,  ///< as in our graph, along a curve
  OfFile,   ///< as the network was loaded
};

/// Distances from the nearest place to every node, by dijkstra_shortest_paths_no_color_map from the
/// question's source, with Boost's own heap (4-ary), over the edges that may be travelled only.
/// Finds distances only, not which place is nearest: less than a sweep does.
class BoostNearest {
 public:
  BoostNearest(Question const& question, Order order);
  void run();
  /// The greatest number where no place is reached.
  [[nodiscard]] std::uint32_t distance(NodeId node) const { return distances_[number_[node]]; }

 private:
  using Graph =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, std::uint32_t,
                                         boost::no_property, std::uint32_t, std::uint32_t>;
  IdVector<NodeId, std::uint32_t> number_;
  std::uint32_t source_;
  Graph graph_;
  std::vector<std::uint32_t> distances_;
};

}  // namespace gapmap::benchmarks
