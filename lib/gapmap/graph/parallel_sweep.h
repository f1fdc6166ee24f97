#pragma once
// Runs one sweep on several threads.

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <exception>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include "gapmap/graph/barrier.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/units/stop.h"

namespace gapmap::graph {

/// A sweep whose result is, bit by bit, that of Sweep on any number of threads.
///
/// Method: every node belongs to one thread, which alone reads and writes its label: blocks of
/// consecutive nodes, which are patches on the ground, are dealt out in turn. In each round all
/// threads settle the same bucket, each its own nodes, and put offers to nodes of others into
/// outboxes, which are read in the next round; the next bucket is the least that waits anywhere. So
/// no label is shared, and threads wait only at one barrier per round (Δ-stepping with the nodes
/// distributed, Meyer and Sanders 2003, section 6). On one thread it is a Sweep.
/// Cost: that of Sweep, shared among the threads, and some hundred nanoseconds per round; the
/// number of rounds is a few times the greatest cost over the width of a bucket. 12 bytes per node,
/// the buckets and the outboxes.
/// Threads: started by each run. They wait for one another, which tasks of a pool must not.
/// Errors: as for Sweep; run() throws what a thread throws when all have stopped.
template <CostType Cost>
class ParallelSweep {
 public:
  using Costs = IdVector<EdgeId, Cost>;

  /// Keeps references to `graph` and `costs`. Infinite edges are not travelled.
  /// Requires: `costs` was made for `graph`; 1 to 255 threads.
  ParallelSweep(RoadGraph const& graph, Costs const& costs, unsigned threads)
      : labels_(graph.nodes(), kUnreached), barrier_{threads} {
    expects(costs.size() == graph.edges(), "a sweep needs the costs of this very graph");
    expects(threads >= 1 && threads <= 255, "a sweep runs on 1 to 255 threads");
    BucketShape const shape{costs, threads == 1 ? 0 : kWidened};
    for (unsigned t = 0; t < threads; ++t)
      workers_.push_back(
          {Frontier<Cost>{graph, costs, labels_, shape}, {Posts(threads), Posts(threads)}});
    deal_out_nodes();
  }
  ParallelSweep(ParallelSweep const&) = delete;  // frontiers write into the labels
  ParallelSweep& operator=(ParallelSweep const&) = delete;

  /// Sweeps from `seeds` up to `cutoff` and forgets the last run.
  /// Requires: every seed lies on a node of the graph.
  void run(std::span<Seed<Cost> const> seeds, Cost cutoff = Cost::infinite()) {
    for (auto const& seed : seeds)
      expects(seed.node.value() < labels_.size(), "a seed lies on a node of the graph");
    std::size_t reached = 0;
    for (auto const& worker : workers_) reached += worker.frontier.reached().size();
    Task const task{seeds, cutoff, reached > labels_.size() / 8};
    if (workers_.size() == 1) {
      begin(0, task);
      workers_.front().frontier.exhaust(stop_if_asked);
    } else {
      run_threads(task);
    }
  }

  [[nodiscard]] Cost cost(NodeId node) const { return Cost{cost_of(labels_[node.value()])}; }
  /// Returns the label of a node; meaningful only where cost() is finite.
  [[nodiscard]] std::uint32_t label(NodeId node) const { return label_of(labels_[node.value()]); }

 private:
  static constexpr auto kNone = Frontier<Cost>::kNone;
  /// Buckets wider than those of a Sweep make fewer rounds; twice or half as wide cost the same
  /// within 7 % (benchmarks/nearest.cpp).
  static constexpr unsigned kWidened = 2;
  /// Nodes per block: its inside is much larger than its rim, and there are enough blocks for all
  /// threads. A quarter of it, or four times as much, cost the same within 3 %.
  static constexpr std::size_t kGreatestBlock = 4096;
  static constexpr std::size_t kBlocksPerThread = 64;

  struct Task {
    std::span<Seed<Cost> const> seeds;
    Cost cutoff;
    bool was_large;  ///< whether the run before was so large that its labels are forgotten block by
                     ///< block
  };
  struct Offer {
    NodeId node;
    PackedLabel label;
  };
  using Posts = std::vector<std::vector<Offer>>;  ///< offers by receiving thread

  /// The data that one thread writes. Data that others read exist twice, for even and odd rounds:
  /// while one is read, the other is written.
  struct alignas(64) Worker {
    Frontier<Cost> frontier;
    std::array<Posts, 2> outbox;
    std::array<std::uint64_t, 2> next{};  ///< first bucket that waits, or is in the outbox
    std::array<bool, 2> has_failed{};
    std::exception_ptr failure{};
  };

  void deal_out_nodes() {
    auto const block = std::bit_floor(std::clamp<std::size_t>(
        labels_.size() / (kBlocksPerThread * workers_.size()), 1, kGreatestBlock));
    block_shift_ = static_cast<unsigned>(std::countr_zero(block));
    owner_of_block_.resize((labels_.size() + block - 1) / block);
    for (std::size_t b = 0; b < owner_of_block_.size(); ++b)
      owner_of_block_[b] = static_cast<std::uint8_t>(b % workers_.size());
  }
  [[nodiscard]] std::size_t owner(NodeId node) const noexcept {
    return owner_of_block_[node.value() >> block_shift_];
  }

  void run_threads(Task const& task) {
    enum class Start : std::uint8_t { NotYet, Now, Never };
    std::atomic<Start> start{Start::NotYet};
    auto const give_start = [&](Start when) {
      start.store(when);
      start.notify_all();
    };
    {
      std::vector<std::jthread> others;
      try {
        for (std::size_t t = 1; t < workers_.size(); ++t) {
          others.emplace_back([this, &start, &task, t] {
            start.wait(Start::NotYet);
            if (start.load() == Start::Now) work(t, task);
          });
        }
      } catch (...) {
        give_start(Start::Never);
        throw;
      }
      give_start(Start::Now);
      work(0, task);
    }
    for (auto const& worker : workers_) {
      if (worker.failure) std::rethrow_exception(worker.failure);
    }
  }

  /// The loop of one thread. All threads leave in the same round: when nothing waits anywhere, or
  /// one has failed.
  void work(std::size_t me, Task const& task) noexcept {
    auto& worker = workers_[me];
    worker.failure = nullptr;
    auto bucket = kNone;
    for (std::size_t round = 0;; ++round) {
      auto const parity = round % 2;
      worker.has_failed[parity] = false;
      try {
        // Thread 0 alone asks: if it leaves, the others leave too.
        if (me == 0) stop_if_asked();
        for (auto& posts : worker.outbox[parity]) posts.clear();
        worker.next[parity] = round == 0 ? begin(me, task) : settle(me, bucket, parity);
      } catch (...) {
        worker.failure = std::current_exception();
        worker.has_failed[parity] = true;
      }
      barrier_.arrive_and_wait();
      bucket = kNone;
      for (auto const& each : workers_) {
        if (each.has_failed[parity]) return;
        bucket = std::min(bucket, each.next[parity]);
      }
      if (bucket == kNone) return;
    }
  }

  /// Forgets the run before and plants the seeds on the nodes of this thread. Returns the first
  /// bucket.
  std::uint64_t begin(std::size_t me, Task const& task) {
    auto& frontier = workers_[me].frontier;
    if (task.was_large) {
      for (std::size_t b = me; b < owner_of_block_.size(); b += workers_.size()) {
        auto const first = b << block_shift_;
        auto const size = std::min(std::size_t{1} << block_shift_, labels_.size() - first);
        std::ranges::fill(std::span{labels_}.subspan(first, size), kUnreached);
      }
    } else {
      for (auto const node : frontier.reached()) labels_[node.value()] = kUnreached;
    }
    frontier.restart(task.cutoff);
    for (auto const& seed : task.seeds) {
      if (owner(seed.node) == me) frontier.improve(seed.node, pack(seed.offset, seed.label));
    }
    return frontier.next();
  }

  /// Takes in the offers that others posted in the round before, then settles. Returns the first
  /// bucket that this thread knows of.
  std::uint64_t settle(std::size_t me, std::uint64_t bucket, std::size_t parity) {
    auto& frontier = workers_[me].frontier;
    for (auto const& other : workers_) {
      for (auto const& [node, label] : other.outbox[1 - parity][me]) frontier.improve(node, label);
    }
    auto& posts = workers_[me].outbox[parity];
    auto first = kNone;
    frontier.settle(bucket, [&](NodeId node, PackedLabel label) {
      auto const whose = owner(node);
      if (whose == me) {
        frontier.improve(node, label);
      } else if (Cost{cost_of(label)}.is_finite()) {
        posts[whose].push_back({node, label});
        first = std::min(first, frontier.bucket_of(label));
      }
    });
    frontier.close();
    return std::min(first, frontier.next());
  }

  std::vector<PackedLabel> labels_;
  std::vector<std::uint8_t> owner_of_block_;
  unsigned block_shift_ = 0;
  Barrier barrier_;
  std::vector<Worker> workers_;
};

}  // namespace gapmap::graph
