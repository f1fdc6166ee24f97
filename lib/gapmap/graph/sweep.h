#pragma once
// The search that everything stands on: from many sources at once, in order of cost, to the nearest
// source of every node. What a source is (a facility, a cell) and where on an edge it lies belongs
// to reach/.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/graph/road_graph.h"
#include "gapmap/units/error.h"
#include "gapmap/units/quantity.h"

namespace gapmap::graph {

/// Where a sweep begins: at `node`, having spent `offset` already, on behalf of `label`.
template <CostType Cost>
struct Seed {
  NodeId node;
  Cost offset;
  std::uint32_t label;
};

/// A reusable workspace for sweeps over one graph with one set of costs.
///
/// Each node gets the pair (cost, label) that is least in that order over all seeds: the cheapest
/// seed, and among equally cheap ones the lowest label. Nodes farther than the horizon (inclusive)
/// have an infinite cost.
///
/// Method:   buckets of equal width over whole costs, label-correcting within a bucket (Δ-stepping, Meyer and Sanders 2003,
///           J. Algorithms 49:114–152), in a ring; what lies beyond the ring waits in one "far"
///           bucket. The width follows from the mean edge cost; it changes the time, never the
///           result, because a label is only ever replaced by a lesser one and the least one is
///           unique.
/// Cost:     set-up O(V + E) once; a run what it touches, linear in practice on road networks. 12 bytes a node and the buckets.
/// Threads:  one Sweep per thread.
template <CostType Cost>
class Sweep {
 public:
  using Costs = IdVector<EdgeId, Cost>;

  /// Keeps references to both. Requires: `costs` was made for `graph`. Infinite edges are not
  /// travelled.
  Sweep(RoadGraph const& graph, Costs const& costs)
      : graph_{graph}, costs_{costs}, best_(graph.nodes(), kUnreached) {
    expects(costs.size() == graph.edges(), "a sweep needs the costs of this very graph");
    size_ring();
  }

  /// Forgets the last run. Requires: every seed lies on a node of the graph.
  void run(std::span<Seed<Cost> const> seeds, Cost horizon = Cost::infinite()) {
    forget();
    current_ = 0;
    horizon_ = horizon.is_finite() ? horizon.value() : Cost::infinite().value() - 1;
    for (auto const& seed : seeds) {
      expects(seed.node.value() < graph_.nodes(), "a seed lies on a node of the graph");
      improve(seed.node, pack(seed.offset, seed.label));
    }
    while (in_ring_ > 0 || !far_.empty()) {
      if (in_ring_ == 0) current_ = far_least_;
      if (far_least_ <= current_) deal_out_far();
      settle(ring_[current_ & ring_mask_]);
      ++current_;
    }
  }

  [[nodiscard]] Cost cost(NodeId node) const { return Cost{cost_of(best_[node])}; }
  /// Meaningful only where cost() is finite.
  [[nodiscard]] std::uint32_t label(NodeId node) const {
    return static_cast<std::uint32_t>(best_[node]);
  }
  /// Nodes with a finite cost, in no particular order.
  [[nodiscard]] std::span<NodeId const> reached() const noexcept { return touched_; }

 private:
  /// Cost in the upper half, label in the lower: one comparison orders both.
  using Packed = std::uint64_t;
  static constexpr Packed kUnreached = ~Packed{0};
  static constexpr Packed pack(Cost cost, std::uint32_t label) noexcept {
    return Packed{cost.value()} << 32U | label;
  }
  static constexpr std::uint32_t cost_of(Packed packed) noexcept {
    return static_cast<std::uint32_t>(packed >> 32U);
  }

  struct Entry {
    NodeId node;
    std::uint32_t
        cost;  ///< when it was queued; if the node's cost has fallen since, the entry is stale
  };
  using Bucket = std::vector<Entry>;

  static constexpr std::uint64_t kMaxRing = 1U << 12U;
  /// How many entries ahead of the one being settled memory is asked for. Found by trial
  /// (benchmarks/nearest.cpp); two thirds of it, or twice as much, cost a grid of a million nodes 6
  /// to 8 %.
  static constexpr std::size_t kRowsAhead = 24;
  static constexpr std::size_t kEdgesAhead = 14;
  static constexpr std::size_t kHeadsAhead = 7;
  /// As many edges as a junction usually has at most. A loop over just the node's own gains much
  /// less.
  static constexpr std::size_t kUsualEdges = 4;

  /// Bucket width: the power of two below the mean cost. Ring: long enough for the costliest edge,
  /// within reason.
  void size_ring() {
    std::uint64_t sum = 0;
    std::uint64_t finite = 0;
    std::uint64_t greatest = 0;
    for (auto const cost : costs_) {
      if (!cost.is_finite()) continue;
      sum += cost.value();
      greatest = std::max<std::uint64_t>(greatest, cost.value());
      ++finite;
    }
    auto const mean = finite == 0 ? 1 : std::max<std::uint64_t>(1, sum / finite);
    shift_ = static_cast<unsigned>(std::bit_width(mean)) - 1;
    ring_.resize(std::min(std::bit_ceil((greatest >> shift_) + 2), kMaxRing));
    ring_mask_ = ring_.size() - 1;
  }

  void forget() {
    // Past a share of the graph, writing everything in order is faster than the touched nodes one
    // by one.
    if (touched_.size() > graph_.nodes() / 8) {
      std::ranges::fill(best_, kUnreached);
    } else {
      for (auto const node : touched_) best_[node] = kUnreached;
    }
    touched_.clear();
  }

  void improve(NodeId node, Packed label) {
    auto& best = best_[node];
    if (label >= best || cost_of(label) > horizon_) return;
    if (best == kUnreached) touched_.push_back(node);
    best = label;
    enqueue({node, cost_of(label)});
  }

  void enqueue(Entry entry) {
    std::uint64_t const bucket = entry.cost >> shift_;
    if (bucket - current_ <= ring_mask_) {
      ring_[bucket & ring_mask_].push_back(entry);
      ++in_ring_;
    } else {
      far_least_ = far_.empty() ? bucket : std::min(far_least_, bucket);
      far_.push_back(entry);
    }
  }

  /// The ring has come to the nearest far entry: moves what fits into the ring.
  void deal_out_far() {
    Bucket waiting;
    waiting.swap(far_);
    far_least_ = ~std::uint64_t{0};
    for (auto const entry : waiting) enqueue(entry);
  }

  /// Empties one bucket, which may grow while it is being emptied.
  void settle(Bucket& bucket) {
    auto const rows = graph_.first_out();
    for (std::size_t i = 0; i < bucket.size(); ++i) {
      fetch_ahead(bucket, i);
      auto const [node, cost] = bucket[i];
      auto const label = best_[node];
      if (cost_of(label) < cost) continue;
      for (auto e = rows[node.value()]; e < rows[node.value() + 1]; ++e) {
        auto const reached = Cost{cost} + costs_[EdgeId{e}];
        improve(graph_.head(EdgeId{e}), pack(reached, static_cast<std::uint32_t>(label)));
      }
    }
    in_ring_ -= bucket.size();
    bucket.clear();
  }

  /// Nodes of a bucket lie all over the graph, and a sweep mostly waits for memory. What the next
  /// entries will need is known early: row, edges of the row, nodes the edges lead to. Each is
  /// asked for when the one before it has come.
  ///
  /// Inlined by force: GCC 12 takes a function that only prefetches for one without effect and
  /// drops the call.
  [[gnu::always_inline]] inline void fetch_ahead(Bucket const& bucket, std::size_t i) const {
    auto const rows = graph_.first_out();
    auto const heads = graph_.heads();
    if (i + kRowsAhead < bucket.size()) {
      auto const node = bucket[i + kRowsAhead].node;
      __builtin_prefetch(&rows[node.value()]);
      __builtin_prefetch(&best_[node]);
    }
    if (i + kEdgesAhead < bucket.size()) {
      auto const first = rows[bucket[i + kEdgesAhead].node.value()];
      __builtin_prefetch(heads.data() + first);
      __builtin_prefetch(costs_.values().data() + first);
    }
    if (i + kHeadsAhead < bucket.size()) {
      std::size_t const first = rows[bucket[i + kHeadsAhead].node.value()];
      if (first + kUsualEdges > heads.size()) return;
      for (auto e = first; e < first + kUsualEdges; ++e) __builtin_prefetch(&best_[heads[e]]);
    }
  }

  RoadGraph const& graph_;
  Costs const& costs_;
  IdVector<NodeId, Packed> best_;
  std::vector<NodeId> touched_;
  std::vector<Bucket> ring_;
  Bucket far_;
  std::uint64_t far_least_ = ~std::uint64_t{0};  ///< bucket of the nearest entry of far_
  std::uint64_t current_ = 0;                    ///< bucket being emptied: cost >> shift_
  std::uint64_t in_ring_ = 0;
  std::uint64_t ring_mask_ = 0;
  std::uint32_t horizon_ = 0;
  unsigned shift_ = 0;
};

}  // namespace gapmap::graph
