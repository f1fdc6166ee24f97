#pragma once
// The peer of benchmarks/matrix.cpp: Dijkstra's search as it is usually written to run often.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/graph/road_graph.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::benchmarks {

/// A 4-ary heap of cost and node in one number, nodes that are improved pushed once more, and time
/// stamps so that nothing is cleared between searches. Edges that may not be travelled are left out
/// of its compressed rows.
class HeapSearch {
 public:
  HeapSearch(RoadGraph const& graph, EdgeCosts<Millimeters> const& costs);

  struct Start {
    NodeId node;
    Millimeters offset;
  };
  /// `cutoff` is inclusive.
  void run(std::span<Start const> starts, Millimeters cutoff);

  /// Nodes within the cutoff, by cost.
  [[nodiscard]] std::span<NodeId const> reached() const noexcept { return reached_; }
  /// Requires: the node was reached.
  [[nodiscard]] Millimeters cost(NodeId node) const { return Millimeters{cost_[node.value()]}; }
  /// Edges looked at since the beginning.
  [[nodiscard]] std::uint64_t relaxed() const noexcept { return relaxed_; }

 private:
  void improve(std::uint32_t node, std::uint64_t cost);
  void push(std::uint64_t entry);
  std::uint64_t pop();

  std::vector<std::uint32_t> first_out_{0};
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> lengths_;
  std::vector<std::uint32_t> cost_;
  std::vector<std::uint32_t> stamp_;
  std::vector<std::uint64_t> heap_;
  std::vector<NodeId> reached_;
  std::uint32_t now_ = 0;
  std::uint64_t cutoff_ = 0;
  std::uint64_t relaxed_ = 0;
};

}  // namespace gapmap::benchmarks
