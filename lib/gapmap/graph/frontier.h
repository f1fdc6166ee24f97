#pragma once
// The frontier of a search: which nodes wait to be settled, and what settling one does. A Sweep has
// one frontier, a ParallelSweep one per thread.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/graph/bucket_queue.h"
#include "gapmap/graph/fetch_ahead.h"
#include "gapmap/graph/label.h"
#include "gapmap/graph/road_graph.h"

namespace gapmap::graph {

/// A label-correcting frontier: a label is only ever replaced by a lesser one, and a node whose
/// label has fallen is settled again. The least label of every node is unique, so nodes may be
/// settled in any order.
template <CostType Cost>
class Frontier {
 public:
  using Costs = IdVector<EdgeId, Cost>;
  struct Entry {
    NodeId node;
    std::uint32_t cost;  ///< cost when it was queued
  };
  using Bucket = typename BucketQueue<Entry>::Bucket;
  static constexpr auto kNone = BucketQueue<Entry>::kNone;

  /// `labels` has one label per node and belongs to the caller. Other frontiers may share it if
  /// each keeps to nodes of its own.
  Frontier(RoadGraph const& graph, Costs const& costs, std::span<PackedLabel> labels,
           BucketShape shape)
      : graph_{&graph}, costs_{&costs}, labels_{labels}, queue_{shape} {}

  /// Begins a new search, whatever the last one left. Existing labels stay and are only replaced by
  /// lesser ones; a search from scratch needs all of them unreached.
  void restart(Cost cutoff) noexcept {
    queue_.reset();
    reached_.clear();
    cutoff_ = cutoff.is_finite() ? cutoff.value() : Cost::infinite().value() - 1;
  }

  /// Offers a label to a node.
  void improve(NodeId node, PackedLabel label) {
    auto& best = labels_[node.value()];
    if (label >= best || cost_of(label) > cutoff_) return;
    if (best == kUnreached) reached_.push_back(node);
    best = label;
    queue_.push({node, cost_of(label)});
  }

  /// Returns the first bucket with nodes that wait; kNone if the search is over.
  [[nodiscard]] std::uint64_t next() const noexcept { return queue_.next(); }
  [[nodiscard]] std::uint64_t bucket_of(PackedLabel label) const noexcept {
    return queue_.bucket_of(cost_of(label));
  }

  /// Settles the nodes that wait in one bucket and those that join it meanwhile; `offer(node,
  /// label)` gets the far end of every edge. The entries, stale ones included, can be read until
  /// close().
  /// Requires: the bucket is not after next().
  template <class Offer>
  Bucket const& settle(std::uint64_t number, Offer const& offer) {
    auto const& bucket = queue_.open(number);
    for (std::size_t i = 0; i < bucket.size(); ++i) settle(bucket, i, offer);
    return bucket;
  }
  void close() noexcept { queue_.close(); }

  /// Settles everything and calls `between()` now and then. If it throws, the search has no result
  /// and may be restarted.
  template <class Between>
  void exhaust(Between const& between) {
    auto const offer = [this](NodeId node, PackedLabel label) { improve(node, label); };
    queue_.drain([&](Bucket const& bucket, std::size_t i) { settle(bucket, i, offer); }, between);
  }

  /// Returns the nodes that had no label and have been given one, in no particular order.
  [[nodiscard]] std::span<NodeId const> reached() const noexcept { return reached_; }

 private:
  template <class Offer>
  void settle(Bucket const& bucket, std::size_t i, Offer const& offer) {
    fetch_ahead(*graph_, *costs_, bucket, i, [this](std::size_t node) { return &labels_[node]; });
    auto const [node, cost] = bucket[i];
    auto const label = labels_[node.value()];
    if (cost_of(label) < cost) return;  // stale: it was queued again when its cost fell
    auto const rows = graph_->first_out();
    auto const heads = graph_->heads();
    for (auto e = rows[node.value()]; e < rows[node.value() + 1]; ++e) {
      offer(heads[e], pack(Cost{cost} + (*costs_)[EdgeId{e}], label_of(label)));
    }
  }

  RoadGraph const* graph_;
  Costs const* costs_;
  std::span<PackedLabel> labels_;
  BucketQueue<Entry> queue_;
  std::vector<NodeId> reached_;
  std::uint32_t cutoff_ = 0;
};

}  // namespace gapmap::graph
