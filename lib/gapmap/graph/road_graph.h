#pragma once
// The network as a graph to search: compressed rows of directed edges over densely numbered nodes.
// It has the topology only: what an edge costs, and whether it may be travelled at all, is in
// EdgeCosts (travel/).

#include <algorithm>
#include <span>
#include <utility>

#include "gapmap/network/road_network.h"
#include "gapmap/units/id_range.h"
#include "gapmap/units/id_vector.h"

namespace gapmap {

using NodeId = Id<struct NodeTag>;
using EdgeId = Id<struct EdgeTag>;

/// An immutable graph, one per network, shared by all travel profiles. Every segment is two edges,
/// one for each direction, even where only one may be travelled: a search against the direction of
/// travel then needs no second graph, only the twin's cost. Loops and parallel edges are allowed.
/// Nodes are numbered along a Hilbert curve, so that neighbours on the ground are neighbours in
/// memory.
class RoadGraph {
 public:
  [[nodiscard]] std::size_t nodes() const noexcept { return first_out_.size() - 1; }
  [[nodiscard]] std::size_t edges() const noexcept { return head_.size(); }

  /// Returns the edges that leave `node`, as consecutive ids.
  [[nodiscard]] IdRange<EdgeId> out(NodeId node) const noexcept {
    return {first_out_[node.value()], first_out_[node.value() + 1]};
  }
  [[nodiscard]] NodeId head(EdgeId edge) const noexcept { return head_[edge]; }
  /// Returns the node that an edge leaves.
  /// Cost: that of twin().
  [[nodiscard]] NodeId tail(EdgeId edge) const noexcept { return head_[twin(edge)]; }

  [[nodiscard]] SegmentId segment(EdgeId edge) const noexcept {
    return SegmentId{segment_and_direction_[edge] >> 1U};
  }
  [[nodiscard]] Direction direction(EdgeId edge) const noexcept {
    return (segment_and_direction_[edge] & 1U) == 0 ? Direction::Along : Direction::Against;
  }
  /// Returns the edge of `segment` in one direction, which leaves `tail`: the segment's first
  /// junction if it is travelled along, its last if against. Searches the few edges there (many by
  /// halving): a column that holds it would take a third more memory per edge.
  /// Requires: there is such an edge.
  [[nodiscard]] EdgeId edge(NodeId tail, SegmentId segment, Direction direction) const noexcept {
    return edge_from(tail, code_of(segment, direction));
  }
  /// Returns the edge of a segment of `network`, from which the graph was built, in one direction.
  [[nodiscard]] EdgeId edge(RoadNetwork const& network, SegmentId segment,
                            Direction direction) const noexcept {
    auto const& ends = network.segments[segment];
    return edge(node(direction == Direction::Along ? ends.from : ends.to), segment, direction);
  }
  /// Returns the edge of the same segment in the opposite direction.
  /// Cost: that of searching the edges of the head.
  [[nodiscard]] EdgeId twin(EdgeId edge) const noexcept {
    return edge_from(head(edge), segment_and_direction_[edge] ^ 1U);
  }

  /// Returns the edges along the copies of a segment: with `original` they are the road that
  /// somebody on it is on (see RoadNetwork). Nearly all segments have no copies.
  /// Cost: O(log n) in the number of copies.
  [[nodiscard]] std::span<EdgeId const> copies(SegmentId original) const noexcept {
    if (originals_.empty()) return {};
    auto const [first, last] = std::equal_range(originals_.begin(), originals_.end(), original);
    return std::span<EdgeId const>{copies_}.subspan(
        static_cast<std::size_t>(first - originals_.begin()),
        static_cast<std::size_t>(last - first));
  }
  [[nodiscard]] SegmentId original_of(SegmentId segment) const noexcept {
    auto const first_copy = edges() / 2 - originals_.size();
    return segment.value() < first_copy ? segment : originals_[segment.value() - first_copy];
  }

  [[nodiscard]] JunctionId junction(NodeId node) const noexcept { return junctions_[node]; }
  [[nodiscard]] NodeId node(JunctionId junction) const noexcept { return node_of_[junction]; }

  /// Returns the raw rows, for inner loops: edges of node n are first_out()[n] .. first_out()[n +
  /// 1].
  [[nodiscard]] std::span<std::uint32_t const> first_out() const noexcept { return first_out_; }
  [[nodiscard]] std::span<NodeId const> heads() const noexcept { return head_.values(); }

 private:
  friend class RoadGraphBuilder;
  friend struct RoadGraphColumns;

  [[nodiscard]] static std::uint32_t code_of(SegmentId segment, Direction direction) noexcept {
    return segment.value() << 1U | static_cast<std::uint32_t>(direction);
  }
  [[nodiscard]] EdgeId edge_from(NodeId tail, std::uint32_t segment_and_direction) const noexcept {
    auto edge = first_out_[tail.value()];
    auto const end = first_out_[tail.value() + 1];
    constexpr std::uint32_t kFew = 16;
    if (end - edge > kFew) return among_many(edge, end, segment_and_direction);
    while (segment_and_direction_[EdgeId{edge}] != segment_and_direction) ++edge;
    return EdgeId{edge};
  }

  /// Finds an edge by halving, so that nodes with very many edges, which come from damaged data,
  /// cost no quadratic time.
  [[nodiscard]] EdgeId among_many(std::uint32_t first, std::uint32_t end,
                                  std::uint32_t segment_and_direction) const noexcept {
    auto const& codes = segment_and_direction_.values();
    auto const found =
        std::lower_bound(codes.begin() + first, codes.begin() + end, segment_and_direction);
    return EdgeId{static_cast<std::uint32_t>(found - codes.begin())};
  }

  Column<std::uint32_t> first_out_{0};
  IdColumn<EdgeId, NodeId> head_;
  IdColumn<EdgeId, std::uint32_t> segment_and_direction_;
  IdColumn<NodeId, JunctionId> junctions_;
  IdColumn<JunctionId, NodeId> node_of_;
  Column<SegmentId> originals_;  ///< original of each copy, ascending
  Column<EdgeId> copies_;
};

/// The columns of a graph by name, for files to store and restore; other code must not use them.
struct RoadGraphColumns {
  template <class Graph, class Visit>
  static void visit(Graph& graph, Visit&& visit) {
    visit("graph.first_out", graph.first_out_);
    visit("graph.head", graph.head_);
    visit("graph.segment_and_direction", graph.segment_and_direction_);
    visit("graph.junctions", graph.junctions_);
    visit("graph.node_of", graph.node_of_);
    visit("graph.originals", graph.originals_);
    visit("graph.copies", graph.copies_);
  }
  /// Whether the columns are as long as `network` requires.
  [[nodiscard]] static bool has_sizes(RoadGraph const& graph, RoadNetwork const& network) noexcept {
    auto const nodes = network.junctions.size();
    auto const edges = 2 * network.segments.size();
    auto const copies = network.originals_of_copies.size();
    return graph.first_out_.size() == nodes + 1 && graph.head_.size() == edges &&
           graph.segment_and_direction_.size() == edges && graph.junctions_.size() == nodes &&
           graph.node_of_.size() == nodes && graph.originals_.size() == copies &&
           graph.copies_.size() == copies;
  }
  /// Whether the copies are those of `network`.
  /// Requires: all else fits.
  [[nodiscard]] static bool has_copies(RoadGraph const& graph, RoadNetwork const& network) {
    bool are_equal = std::ranges::equal(graph.originals_, network.originals_of_copies);
    std::size_t at = 0;
    for (auto const copy : network.copies()) {
      auto const edge = std::as_const(graph.copies_)[at++];
      are_equal = are_equal && edge == graph.edge(network, copy, Direction::Along);
    }
    return are_equal;
  }
};

namespace graph {

/// Builds the graph of all segments of `network`. Edges of a node are ordered by segment, then
/// direction.
/// Cost: O(n log n).
[[nodiscard]] RoadGraph build(RoadNetwork const& network);

}  // namespace graph
}  // namespace gapmap
