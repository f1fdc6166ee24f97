#pragma once
// Searches from one source at a time: thousands of small searches over one graph. Unlike a Sweep,
// which knows the nearest of many sources for each node, a search has one source and only finds
// costs, which is faster.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "gapmap/graph/road_graph.h"
#include "gapmap/units/quantity.h"

namespace gapmap::graph {

/// The direction of a search over edges: as people travel, or against it, from where they are
/// going.
enum class Heading : std::uint8_t { WithTravel, AgainstTravel };

/// A graph with the costs of one profile, laid out for searches: the edges that can be travelled,
/// four to a node in one half of a cache line, with head and cost side by side; further edges
/// elsewhere. Edges into dead ends that are not wanted are left out. Immutable; shared by all
/// threads.
template <CostType Cost>
class SearchRows {
 public:
  /// Searches will find the costs of the nodes that `is_wanted` marks.
  /// Requires: `costs` were made for `graph`; one mark per node; fewer than 2^29 nodes.
  /// Cost: O(V + E) in parallel; 33 bytes per node.
  SearchRows(RoadGraph const& graph, IdVector<EdgeId, Cost> const& costs, Heading heading,
             IdVector<NodeId, char> is_wanted);

  [[nodiscard]] std::size_t nodes() const noexcept { return rows_.size(); }
  [[nodiscard]] bool is_wanted(NodeId node) const { return is_wanted_[node] != 0; }
  [[nodiscard]] std::size_t wanted() const noexcept { return wanted_; }
  /// Returns the mean cost of all edges that can be travelled; at least one unit.
  [[nodiscard]] Cost mean_cost() const noexcept { return mean_cost_; }

 private:
  template <CostType>
  friend class BoundedSearch;

  static constexpr std::uint32_t kDeadEnd = 1U << 31U;  ///< from the head one can only go back
  static constexpr std::uint32_t kWanted = 1U << 30U;   ///< the head is wanted
  static constexpr std::uint32_t kMore = 1U << 29U;  ///< no edge: the head is an index into more_
  static constexpr std::uint32_t kNode = kMore - 1;
  static constexpr std::size_t kPerRow = 4;
  static constexpr std::uint32_t kClosed = Cost::infinite().value();

  struct Edge {
    std::uint32_t head;  ///< node with the marks above
    std::uint32_t cost;  ///< infinite if there is no edge here
  };
  struct alignas(kPerRow * sizeof(Edge)) Row {
    std::array<Edge, kPerRow> edges;
  };
  class Maker;

  [[nodiscard]] std::size_t crowded_place(NodeId node) const;

  std::vector<Row> rows_;
  std::vector<NodeId> crowded_;          ///< nodes whose edges may not fit a row, ascending
  std::vector<std::vector<Edge>> more_;  ///< fourth and later edges of each crowded node
  IdVector<NodeId, char> is_wanted_;
  std::size_t wanted_ = 0;
  Cost mean_cost_{1};
};

/// The workspace of searches on one thread. A search forgets the costs of the one before without
/// touching them, as each search counts in a range of numbers below all earlier ones.
///
/// Method: buckets over whole costs as in Sweep, as many as the cutoff needs. Whether an edge
/// improves its head cannot be predicted, so it is decided without branching: values are written in
/// any case, and counters move on or stay.
/// Cost: a run costs what it touches, linear in practice on road networks; O(V) more once in 2^32 ÷
/// cutoff runs. 4 bytes per node, 4 per wanted node, and the buckets.
template <CostType Cost>
class BoundedSearch {
 public:
  struct Start {
    NodeId node;
    Cost offset;  ///< cost spent already; infinite means no start
  };

  /// Keeps a reference to `rows`. `cutoff` is inclusive.
  BoundedSearch(SearchRows<Cost> const& rows, Cost cutoff);

  /// Searches from `starts` and forgets the last run. It can be stopped, and the workspace used
  /// again.
  /// Requires: every start lies on a node of the graph.
  void run(std::span<Start const> starts);

  /// Returns the wanted nodes within the cutoff, each once.
  [[nodiscard]] std::span<NodeId const> reached() const noexcept {
    return std::span{reached_}.first(found_);
  }
  /// Returns the cost of a node.
  /// Requires: the node is in reached().
  [[nodiscard]] Cost cost(NodeId node) const { return Cost{best_[node] - base_}; }

 private:
  struct Entry {
    std::uint32_t node;
    std::uint32_t value;  ///< value when it was queued; stale if the node's has fallen since
  };
  /// Entries of one bucket. Entries after `size` may be read, and the first of them written.
  struct Bucket {
    std::unique_ptr<Entry[]> entries;
    std::uint32_t size = 0;
    std::uint32_t capacity = 0;
  };
  static constexpr std::uint32_t kUnreached = ~std::uint32_t{0};
  static constexpr unsigned kMostBuckets = 16;  ///< exponent of two
  /// How many entries ahead rows are prefetched: found by trial (benchmarks/matrix.cpp), and worth
  /// a third of the time.
  static constexpr std::uint32_t kRowsAhead = 4;

  void forget();
  void settle(Bucket& bucket);
  static void grow(Bucket& bucket);

  SearchRows<Cost> const& rows_;
  std::uint32_t cutoff_;
  unsigned shift_;                        ///< bucket of a cost: cost >> shift_
  std::uint32_t base_;                    ///< value that stands for cost 0
  IdVector<NodeId, std::uint32_t> best_;  ///< base_ + cost; above base_ + cutoff_: not reached
  std::vector<NodeId> reached_;
  std::size_t found_ = 0;
  std::vector<Bucket> buckets_;
  std::size_t waiting_ = 0;
};

}  // namespace gapmap::graph
