#pragma once
// A sweep that finds the k nearest different sources of every node, not only the nearest.

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "gapmap/graph/bucket_queue.h"
#include "gapmap/graph/fetch_ahead.h"
#include "gapmap/graph/label.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/units/error.h"
#include "gapmap/units/quantity.h"
#include "gapmap/units/stop.h"

namespace gapmap::graph {

/// A reusable workspace for sweeps over one graph with one set of costs that keep k labels per
/// node.
///
/// Each node gets the k least pairs (cost, label) over all seeds, ascending, every label once at
/// its least cost; fewer pairs where fewer labels come within the cutoff (inclusive). For k = 1 the
/// result is that of Sweep, which is faster.
///
/// Method: that of Sweep. A pair that is not among the k least at a node need not be passed on: the
/// k pairs before it reach every later node too, and are before it there as well.
/// Cost: for k = 3 a run takes as long as about 4 runs of a Sweep (benchmarks/k_nearest.cpp); 8 k
/// bytes per node and the buckets.
/// Threads: one KSweep per thread.
/// Errors: as for Sweep.
/// Source: the k-th nearest network Voronoi diagram of Okabe et al. (2008), Int. J. Geogr. Inf.
/// Sci. 22(9):965–994.
template <CostType Cost>
class KSweep {
 public:
  using Costs = IdVector<EdgeId, Cost>;

  /// Keeps references to `graph` and `costs`. Infinite edges are not travelled.
  /// Requires: `costs` was made for `graph`; k is at least 1.
  KSweep(RoadGraph const& graph, Costs const& costs, std::size_t k)
      : graph_{graph},
        costs_{costs},
        k_{k},
        best_(graph.nodes() * k, kUnreached),
        queue_{BucketShape{costs}} {
    expects(costs.size() == graph.edges(), "a sweep needs the costs of this very graph");
    expects(k >= 1, "a sweep finds at least one label a node");
  }

  /// Sweeps from `seeds` up to `cutoff` and forgets the last run.
  /// Requires: every seed lies on a node of the graph.
  void run(std::span<Seed<Cost> const> seeds, Cost cutoff = Cost::infinite()) {
    forget();
    end_ = pack(cutoff + Cost{1}, 0);
    for (auto const& seed : seeds) {
      expects(seed.node.value() < graph_.nodes(), "a seed lies on a node of the graph");
      improve(seed.node, pack(seed.offset, seed.label));
    }
    for (auto number = queue_.next(); number != Queue::kNone; number = queue_.next()) {
      stop_if_asked();
      settle(queue_.open(number));
      queue_.close();
    }
  }

  /// Returns the labels found at a node, at most k, ascending.
  [[nodiscard]] std::span<PackedLabel const> labels(NodeId node) const noexcept {
    auto const* const row = best_.data() + node.value() * k_;
    std::size_t found = 0;
    while (found < k_ && row[found] != kUnreached) ++found;
    return {row, found};
  }
  /// Returns the nodes with at least one label, in no particular order.
  [[nodiscard]] std::span<NodeId const> reached() const noexcept { return touched_; }

 private:
  struct Entry {
    NodeId node;
    std::uint32_t cost;
    std::uint32_t label;
  };
  using Queue = BucketQueue<Entry>;
  using Bucket = typename Queue::Bucket;

  void forget() {
    queue_.reset();
    if (touched_.size() > graph_.nodes() / 8) {
      std::ranges::fill(best_, kUnreached);
    } else {
      for (auto const node : touched_)
        std::fill_n(best_.data() + node.value() * k_, k_, kUnreached);
    }
    touched_.clear();
  }

  /// Inserts a label among the k of a node, in place of a costlier one of the same seed, or else of
  /// the last one.
  void improve(NodeId node, PackedLabel label) {
    auto* const row = best_.data() + node.value() * k_;
    if (label >= row[k_ - 1] || label >= end_) return;
    std::size_t i = 0;
    for (; row[i] < label; ++i) {
      if (label_of(row[i]) == label_of(label)) return;
    }
    if (row[i] == label) return;
    if (row[0] == kUnreached) touched_.push_back(node);
    for (auto displaced = label; i < k_; ++i) {
      std::swap(row[i], displaced);
      if (label_of(displaced) == label_of(label)) break;
    }
    queue_.push({node, cost_of(label), label_of(label)});
  }

  /// Settles a bucket, which may grow meanwhile.
  void settle(Bucket const& bucket) {
    auto const rows = graph_.first_out();
    for (std::size_t i = 0; i < bucket.size(); ++i) {
      fetch_ahead(graph_, costs_, bucket, i,
                  [this](std::size_t node) { return best_.data() + node * k_; });
      auto const [node, cost, label] = bucket[i];
      auto const* const row = best_.data() + node.value() * k_;
      if (std::find(row, row + k_, pack(Cost{cost}, label)) == row + k_) continue;  // stale
      for (auto e = rows[node.value()]; e < rows[node.value() + 1]; ++e) {
        improve(graph_.head(EdgeId{e}), pack(Cost{cost} + costs_[EdgeId{e}], label));
      }
    }
  }

  RoadGraph const& graph_;
  Costs const& costs_;
  std::size_t k_;
  std::vector<PackedLabel> best_;  ///< k labels per node, ascending
  std::vector<NodeId> touched_;
  Queue queue_;
  PackedLabel end_ = kUnreached;  ///< first label beyond the cutoff
};

}  // namespace gapmap::graph
