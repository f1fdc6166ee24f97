#pragma once
// One place, everything around it, and the next place: thousands of small searches over one graph.
// A Sweep knows which of many sources is nearest; here there is one source and only its cost, and
// what that leaves out is time.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "gapmap/graph/road_graph.h"
#include "gapmap/units/quantity.h"

namespace gapmap::graph {

/// Which way the search runs over the edges: as people travel, or against them from where they are
/// going.
enum class Heading : std::uint8_t { WithTravel, AgainstTravel };

/// A graph with the costs of one profile, laid out for searches: the edges that can be travelled,
/// four to a node in one half of a cache line, more of them elsewhere; head and cost side by side.
/// An edge into a dead end that nobody asks about is left out. Immutable; shared by all threads.
template <CostType Cost>
class SearchRows {
 public:
  /// Searches will tell the costs of the nodes that `is_wanted` marks. Requires: `costs` were made
  /// for `graph`, one mark a node; fewer than 2^29 nodes.
  /// Cost: O(V + E) in parallel; 33 bytes a node.
  SearchRows(RoadGraph const& graph, IdVector<EdgeId, Cost> const& costs, Heading heading,
             IdVector<NodeId, char> is_wanted);

  [[nodiscard]] std::size_t nodes() const noexcept { return rows_.size(); }
  [[nodiscard]] bool is_wanted(NodeId node) const { return is_wanted_[node] != 0; }
  [[nodiscard]] std::size_t wanted() const noexcept { return wanted_; }
  /// Of all edges that can be travelled; one at least.
  [[nodiscard]] Cost mean_cost() const noexcept { return mean_cost_; }

 private:
  template <CostType>
  friend class BoundedSearch;

  static constexpr std::uint32_t kDeadEnd = 1U << 31U;  ///< from the head only the way back
  static constexpr std::uint32_t kWanted = 1U << 30U;   ///< the head is wanted
  static constexpr std::uint32_t kMore = 1U << 29U;     ///< no edge: the head's place is in more_
  static constexpr std::uint32_t kNode = kMore - 1;
  static constexpr std::size_t kPerRow = 4;
  static constexpr std::uint32_t kClosed = Cost::infinite().value();

  struct Edge {
    std::uint32_t head;  ///< with the marks above
    std::uint32_t cost;  ///< infinite: nothing here
  };
  struct alignas(kPerRow * sizeof(Edge)) Row {
    std::array<Edge, kPerRow> edges;
  };
  class Maker;

  [[nodiscard]] std::size_t crowded_place(NodeId node) const;

  std::vector<Row> rows_;
  std::vector<NodeId> crowded_;          ///< whose edges may not fit a row, ascending
  std::vector<std::vector<Edge>> more_;  ///< of each of them what does not: the fourth and later
  IdVector<NodeId, char> is_wanted_;
  std::size_t wanted_ = 0;
  Cost mean_cost_{1};
};

/// The workspace of one thread. Costs of one search are forgotten by the next without being
/// touched: each search counts in a range of numbers below all earlier ones.
///
/// Method:   buckets over whole costs as in Sweep, as many as the cutoff needs. Whether an edge improves its head is
///           anybody's guess, so it is asked without branching: values are written in any case, and
///           counters move on or stay.
/// Cost:     a run what it touches, linear in practice on road networks; O(V) more once in 2^32 ÷ cutoff runs. 4 bytes a node,
///           4 a wanted node and the buckets.
template <CostType Cost>
class BoundedSearch {
 public:
  struct Start {
    NodeId node;
    Cost offset;  ///< spent already; infinite: no start
  };

  /// Keeps a reference. `cutoff` is inclusive.
  BoundedSearch(SearchRows<Cost> const& rows, Cost cutoff);

  /// Forgets the last run. Requires: every start lies on a node of the graph. Can be stopped, and
  /// run again.
  void run(std::span<Start const> starts);

  /// The wanted nodes within the cutoff, each once.
  [[nodiscard]] std::span<NodeId const> reached() const noexcept {
    return std::span{reached_}.first(found_);
  }
  /// Requires: a node that was reached.
  [[nodiscard]] Cost cost(NodeId node) const { return Cost{best_[node] - base_}; }

 private:
  struct Entry {
    std::uint32_t node;
    std::uint32_t value;  ///< when it was queued; stale if the node's has fallen since
  };
  /// What lies behind `size` may be read and, one entry more, written.
  struct Bucket {
    std::unique_ptr<Entry[]> entries;
    std::uint32_t size = 0;
    std::uint32_t capacity = 0;
  };
  static constexpr std::uint32_t kUnreached = ~std::uint32_t{0};
  static constexpr unsigned kMostBuckets = 16;  ///< as a power of two
  /// How many entries ahead rows are asked for: found by trial (benchmarks/matrix.cpp), worth a
  /// third of the time.
  static constexpr std::uint32_t kRowsAhead = 4;

  void forget();
  void settle(Bucket& bucket);
  static void grow(Bucket& bucket);

  SearchRows<Cost> const& rows_;
  std::uint32_t cutoff_;
  unsigned shift_;                        ///< bucket of a cost: cost >> shift_
  std::uint32_t base_;                    ///< the value that stands for a cost of nothing
  IdVector<NodeId, std::uint32_t> best_;  ///< base_ + cost; above base_ + cutoff_: not reached
  std::vector<NodeId> reached_;
  std::size_t found_ = 0;
  std::vector<Bucket> buckets_;
  std::size_t waiting_ = 0;
};

}  // namespace gapmap::graph
