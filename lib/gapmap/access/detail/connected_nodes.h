#pragma once
// Finds connected nodes by joining them two by two.

#include <cstdint>
#include <numeric>
#include <vector>

#include "gapmap/graph/road_graph.h"

namespace gapmap::access {

/// A union-find over nodes.
class ConnectedNodes {
 public:
  explicit ConnectedNodes(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
  }
  /// Returns the node that represents the set of `node`: the same for all its nodes until the next
  /// join().
  [[nodiscard]] NodeId find(NodeId node) {
    auto n = node.value();
    while (parent_[n] != n) n = parent_[n] = parent_[parent_[n]];
    return NodeId{n};
  }
  void join(NodeId a, NodeId b) { parent_[find(a).value()] = find(b).value(); }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace gapmap::access
