#pragma once
// The basic search: from many sources at once, in order of cost, to the nearest source of every
// node. What a source is (a place, a cell), and where on an edge it lies, belongs to reach/.

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "gapmap/graph/frontier.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::graph {

/// A start of a sweep: at `node`, with `offset` already spent, on behalf of `label`.
template <CostType Cost>
struct Seed {
  NodeId node;
  Cost offset;
  std::uint32_t label;
};

/// A node whose cost and label are final.
template <CostType Cost>
struct Settled {
  NodeId node;
  Cost cost;
  std::uint32_t label;
};

/// What a sweep does after it has reported a settled node.
enum class Then : std::uint8_t { GoOn, Stop };

/// A reusable workspace for sweeps over one graph with one set of costs.
///
/// Each node gets the pair (cost, label) that is least in that order over all seeds. Nodes farther
/// than the cutoff (inclusive) have an infinite cost.
///
/// Ties: among equally cheap seeds, the lowest label.
/// Method: buckets of equal width over whole costs, label-correcting within a bucket (Δ-stepping,
/// Meyer and Sanders 2003, J. Algorithms 49:114–152), in a ring; entries beyond the ring wait in
/// one "far" bucket. The width follows from the mean edge cost; it changes the time, never the
/// result, because a label is only ever replaced by a lesser one and the least one is unique.
/// Cost: set-up O(V + E) once; a run costs what it touches, linear in practice on road networks. 12
/// bytes per node and the buckets.
/// Threads: one Sweep per thread; ParallelSweep runs one sweep on several.
/// Errors: a run that throws leaves the last result if a seed was wrong, else none; the Sweep can
/// be used again. It can be stopped.
template <CostType Cost>
class Sweep {
 public:
  using Costs = IdVector<EdgeId, Cost>;

  /// Keeps references to `graph` and `costs`. Infinite edges are not travelled.
  /// Requires: `costs` was made for `graph`.
  Sweep(RoadGraph const& graph, Costs const& costs)
      : labels_(graph.nodes(), kUnreached), frontier_{graph, costs, labels_, BucketShape{costs}} {
    expects(costs.size() == graph.edges(), "a sweep needs the costs of this very graph");
  }
  // The frontier writes into the labels wherever they move, but not into those of a copy.
  Sweep(Sweep&&) noexcept = default;
  Sweep& operator=(Sweep&&) noexcept = default;

  /// Sweeps from `seeds` up to `cutoff` and forgets the last run.
  /// Requires: every seed lies on a node of the graph.
  void run(std::span<Seed<Cost> const> seeds, Cost cutoff = Cost::infinite()) {
    begin(seeds, cutoff);
    frontier_.exhaust(stop_if_asked);
  }

  /// Sweeps and calls `on_settled(Settled<Cost>) -> Then` once for every reached node, in order of
  /// (cost, label, NodeId). After Then::Stop, nodes that have not been reported are not final.
  /// Requires: every seed lies on a node of the graph.
  template <class OnSettled>
  void run(std::span<Seed<Cost> const> seeds, Cost cutoff, OnSettled&& on_settled) {
    begin(seeds, cutoff);
    auto const offer = [this](NodeId node, PackedLabel label) { frontier_.improve(node, label); };
    std::vector<std::pair<PackedLabel, NodeId>> settled;
    for (auto bucket = frontier_.next(); bucket != Frontier<Cost>::kNone;
         bucket = frontier_.next()) {
      stop_if_asked();
      settled.clear();
      for (auto const [node, cost] : frontier_.settle(bucket, offer)) {
        auto const label = labels_[node.value()];
        if (cost_of(label) == cost) settled.emplace_back(label, node);
      }
      frontier_.close();
      std::ranges::sort(settled);
      // A node is queued twice if its label alone has fallen.
      settled.erase(std::unique(settled.begin(), settled.end()), settled.end());
      for (auto const& [label, node] : settled) {
        Settled<Cost> const told{node, Cost{cost_of(label)}, label_of(label)};
        if (on_settled(told) == Then::Stop) return;
      }
    }
  }

  [[nodiscard]] Cost cost(NodeId node) const { return Cost{cost_of(labels_[node.value()])}; }
  /// Returns the label of a node; meaningful only where cost() is finite.
  [[nodiscard]] std::uint32_t label(NodeId node) const { return label_of(labels_[node.value()]); }
  /// Returns the nodes with a finite cost, in no particular order.
  [[nodiscard]] std::span<NodeId const> reached() const noexcept { return frontier_.reached(); }

 private:
  void begin(std::span<Seed<Cost> const> seeds, Cost cutoff) {
    for (auto const& seed : seeds)
      expects(seed.node.value() < labels_.size(), "a seed lies on a node of the graph");
    forget();
    frontier_.restart(cutoff);
    for (auto const& seed : seeds) frontier_.improve(seed.node, pack(seed.offset, seed.label));
  }

  void forget() {
    // If many nodes were touched, overwriting all labels in order is faster than the touched nodes
    // one by one.
    if (reached().size() > labels_.size() / 8) {
      std::ranges::fill(labels_, kUnreached);
    } else {
      for (auto const node : reached()) labels_[node.value()] = kUnreached;
    }
  }

  std::vector<PackedLabel> labels_;
  Frontier<Cost> frontier_;
};

}  // namespace gapmap::graph
