#pragma once
// The network as a graph to search: compressed rows of directed edges over densely numbered nodes.
// Topology only: what an edge costs, and whether it may be travelled at all, is in EdgeCosts
// (travel/).

#include <array>
#include <span>

#include "gapmap/network/road_network.h"
#include "gapmap/units/id_range.h"
#include "gapmap/units/id_vector.h"

namespace gapmap {

using NodeId = Id<struct NodeTag>;
using EdgeId = Id<struct EdgeTag>;

/// Immutable; one per network, shared by all travel profiles. Every segment is two edges, one each
/// way, even where only one may be travelled: a search against the direction of travel then needs
/// no second graph, only the twin's cost. Loops and parallel edges are allowed. Nodes are numbered
/// along a Hilbert curve, so that neighbours on the ground are neighbours in memory.
class RoadGraph {
 public:
  [[nodiscard]] std::size_t nodes() const noexcept { return first_out_.size() - 1; }
  [[nodiscard]] std::size_t edges() const noexcept { return head_.size(); }

  /// Edges that leave `node`, as consecutive ids.
  [[nodiscard]] IdRange<EdgeId> out(NodeId node) const noexcept {
    return {first_out_[node.value()], first_out_[node.value() + 1]};
  }
  [[nodiscard]] NodeId head(EdgeId edge) const noexcept { return head_[edge]; }
  [[nodiscard]] NodeId tail(EdgeId edge) const noexcept { return head_[twin(edge)]; }

  [[nodiscard]] SegmentId segment(EdgeId edge) const noexcept {
    return SegmentId{segment_and_direction_[edge] >> 1U};
  }
  [[nodiscard]] Direction direction(EdgeId edge) const noexcept {
    return (segment_and_direction_[edge] & 1U) == 0 ? Direction::Along : Direction::Against;
  }
  [[nodiscard]] EdgeId edge(SegmentId segment, Direction direction) const noexcept {
    return edges_of_[segment][static_cast<std::size_t>(direction)];
  }
  /// The same segment, the other way.
  [[nodiscard]] EdgeId twin(EdgeId e) const noexcept {
    return edge(segment(e), opposite(direction(e)));
  }

  [[nodiscard]] JunctionId junction(NodeId node) const noexcept { return junctions_[node]; }
  [[nodiscard]] NodeId node(JunctionId junction) const noexcept { return node_of_[junction]; }

  /// The raw rows, for kernels: edges of node n are first_out()[n] .. first_out()[n + 1].
  [[nodiscard]] std::span<std::uint32_t const> first_out() const noexcept { return first_out_; }
  [[nodiscard]] std::span<NodeId const> heads() const noexcept { return head_.values(); }

 private:
  friend class RoadGraphBuilder;
  friend struct RoadGraphColumns;
  Column<std::uint32_t> first_out_{0};
  IdColumn<EdgeId, NodeId> head_;
  IdColumn<EdgeId, std::uint32_t> segment_and_direction_;
  IdColumn<SegmentId, std::array<EdgeId, 2>> edges_of_;
  IdColumn<NodeId, JunctionId> junctions_;
  IdColumn<JunctionId, NodeId> node_of_;
};

/// The columns of a graph by name, for a file to store and restore them; nobody else has business
/// with them.
struct RoadGraphColumns {
  template <class Graph, class Visit>
  static void visit(Graph& graph, Visit&& visit) {
    visit("graph.first_out", graph.first_out_);
    visit("graph.head", graph.head_);
    visit("graph.segment_and_direction", graph.segment_and_direction_);
    visit("graph.edges_of", graph.edges_of_);
    visit("graph.junctions", graph.junctions_);
    visit("graph.node_of", graph.node_of_);
  }
};

namespace graph {

/// The graph of all segments of `network`. Edges of a node are ordered by head, then segment, then
/// direction.
/// Cost: O(n log n).
[[nodiscard]] RoadGraph build(RoadNetwork const& network);

}  // namespace graph
}  // namespace gapmap
