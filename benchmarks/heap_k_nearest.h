#pragma once
// The peer of the k-sweep: the textbook search for k labels a node, with a heap.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/graph/road_graph.h"
#include "gapmap/graph/sweep.h"

namespace gapmap::benchmarks {

/// Dijkstra's search with a binary heap of (cost, label, node). A node takes the first k different
/// labels that come off the heap at it, which are the k cheapest, ties by label.
class HeapKNearest {
 public:
  using Costs = IdVector<EdgeId, Millimeters>;
  struct Labelled {
    std::uint32_t cost;
    std::uint32_t label;
  };

  HeapKNearest(RoadGraph const& graph, Costs const& costs, std::size_t k);
  void run(std::span<graph::Seed<Millimeters> const> seeds);
  [[nodiscard]] std::span<Labelled const> labels(NodeId node) const noexcept {
    return {labels_.data() + node.value() * k_, found_[node.value()]};
  }

 private:
  struct Entry {
    std::uint32_t cost;
    std::uint32_t label;
    NodeId node;
  };
  void push(NodeId node, Millimeters cost, std::uint32_t label);

  RoadGraph const& graph_;
  Costs const& costs_;
  std::size_t k_;
  std::vector<Labelled> labels_;  ///< k a node
  std::vector<std::uint8_t> found_;
  std::vector<Entry> heap_;
};

}  // namespace gapmap::benchmarks
