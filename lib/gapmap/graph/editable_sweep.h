#pragma once
// A sweep whose sources can be added and removed at the cost of what changes.

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "gapmap/graph/frontier.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::graph {

/// A sweep with editable seeds: costs and labels are always, bit by bit, those of a Sweep run from
/// scratch with the present seeds.
///
/// Method: an added label spreads outwards from its seeds. A removed label leaves its cell of the
/// graph Voronoi diagram (Erwig 2000, Networks 36(3):156–163). The cell is connected around its
/// seeds: where a node has a label, so has every node on its way to the seed, or a lower label
/// would have come along. The emptied cell is filled again from the nodes around it and from seeds
/// of other labels in it.
/// Cost: set-up as Sweep; add() and remove() cost the edges of the nodes that change. 8 bytes and 2
/// bits per node, and memory for each seed.
/// Threads: one EditableSweep per thread.
/// Errors: a change that throws has changed nothing, unless memory ran out. Only the first change
/// can be stopped: later ones are short, and half of one would leave no valid state.
template <CostType Cost>
class EditableSweep {
 public:
  using Costs = IdVector<EdgeId, Cost>;

  /// Keeps references to `graph` and `costs`. Nodes beyond `cutoff` (inclusive) stay unreached.
  /// Requires: `costs` was made for `graph`.
  EditableSweep(RoadGraph const& graph, Costs const& costs, Cost cutoff = Cost::infinite())
      : graph_{graph},
        costs_{costs},
        labels_(graph.nodes(), kUnreached),
        frontier_{graph, costs, labels_, BucketShape{costs}},
        cutoff_{cutoff},
        has_seeds_(graph.nodes()),
        is_changed_(graph.nodes()) {
    expects(costs.size() == graph.edges(), "a sweep needs the costs of this very graph");
  }
  EditableSweep(EditableSweep const&) = delete;  // the frontier writes into the labels
  EditableSweep& operator=(EditableSweep const&) = delete;

  /// Adds seeds. Returns the nodes whose cost or label has changed, each once, in no particular
  /// order; the list is valid until the next change.
  /// Requires: every seed lies on a node of the graph.
  std::span<NodeId const> add(std::span<Seed<Cost> const> seeds) {
    for (auto const& seed : seeds)
      expects(seed.node.value() < labels_.size(), "a seed lies on a node of the graph");
    changed_.clear();
    frontier_.restart(cutoff_);
    bool const is_first = seeds_of_.empty();
    for (auto const& seed : seeds) {
      keep(seed);
      frontier_.improve(seed.node, pack(seed.offset, seed.label));
    }
    if (is_first) {
      try {
        exhaust(stop_if_asked);
      } catch (Stopped const&) {
        forget_everything();
        throw;
      }
    } else {
      exhaust([] {});
    }
    return changed_;
  }

  /// Removes all seeds of a label; if there are none, nothing changes. Returns the nodes that have
  /// changed, as add() does.
  std::span<NodeId const> remove(std::uint32_t label) {
    changed_.clear();
    auto const gone = seeds_of_.extract(label);
    if (gone.empty()) return changed_;
    for (auto const& seed : gone.mapped()) forget(seed);
    empty_cell(gone.mapped());
    frontier_.restart(cutoff_);
    for (auto const node : changed_) offer_from_outside(node);
    frontier_.exhaust([] {});  // only within the cell: no node outside it can become better
    return changed_;
  }

  [[nodiscard]] Cost cost(NodeId node) const { return Cost{cost_of(labels_[node.value()])}; }
  /// Returns the label of a node; meaningful only where cost() is finite.
  [[nodiscard]] std::uint32_t label(NodeId node) const { return label_of(labels_[node.value()]); }

 private:
  struct SeedHere {
    Cost offset;
    std::uint32_t label;
    friend bool operator==(SeedHere const&, SeedHere const&) = default;
  };

  /// Settles everything, lists the nodes that were given a label in `changed_`, and calls
  /// `between()` now and then.
  template <class Between>
  void exhaust(Between const& between) {
    auto const offer = [this](NodeId node, PackedLabel label) { frontier_.improve(node, label); };
    for (auto bucket = frontier_.next(); bucket != Frontier<Cost>::kNone;
         bucket = frontier_.next()) {
      between();
      for (auto const& entry : frontier_.settle(bucket, offer)) {
        if (is_changed_[entry.node.value()]) continue;  // queued again when its label fell
        is_changed_[entry.node.value()] = true;
        changed_.push_back(entry.node);
      }
      frontier_.close();
    }
    for (auto const node : changed_) is_changed_[node.value()] = false;
  }

  void forget_everything() {
    std::ranges::fill(labels_, kUnreached);
    seeds_of_.clear();
    seeds_at_.clear();
    has_seeds_.assign(has_seeds_.size(), false);
    changed_.clear();
    is_changed_.assign(is_changed_.size(), false);
  }

  void keep(Seed<Cost> const& seed) {
    seeds_of_[seed.label].push_back(seed);
    seeds_at_[seed.node].push_back({seed.offset, seed.label});
    has_seeds_[seed.node.value()] = true;
  }

  void forget(Seed<Cost> const& seed) {
    auto const at = seeds_at_.find(seed.node);
    auto& seeds = at->second;
    seeds.erase(std::ranges::find(seeds, SeedHere{seed.offset, seed.label}));
    if (!seeds.empty()) return;
    seeds_at_.erase(at);
    has_seeds_[seed.node.value()] = false;
  }

  /// Makes every node of a label unreached and lists them in `changed_`.
  void empty_cell(std::span<Seed<Cost> const> seeds) {
    auto const label = seeds.front().label;
    auto const empty = [&](NodeId node) {
      auto& known = labels_[node.value()];
      if (known == kUnreached || label_of(known) != label) return;
      known = kUnreached;
      changed_.push_back(node);
    };
    for (auto const& seed : seeds) empty(seed.node);
    // NOLINTNEXTLINE(modernize-loop-convert): they become more meanwhile.
    for (std::size_t i = 0; i < changed_.size(); ++i) {
      for (auto const edge : graph_.out(changed_[i])) {
        if (costs_[edge].is_finite()) empty(graph_.head(edge));
      }
    }
  }

  /// Offers a node of the emptied cell the labels of its labelled neighbours and of seeds on it.
  void offer_from_outside(NodeId node) {
    if (has_seeds_[node.value()]) {
      for (auto const& seed : seeds_at_.at(node))
        frontier_.improve(node, pack(seed.offset, seed.label));
    }
    for (auto const edge : graph_.out(node)) {
      auto const neighbour = labels_[graph_.head(edge).value()];
      if (neighbour == kUnreached) continue;
      auto const way_here = Cost{cost_of(neighbour)} + costs_[graph_.twin(edge)];
      frontier_.improve(node, pack(way_here, label_of(neighbour)));
    }
  }

  RoadGraph const& graph_;
  Costs const& costs_;
  std::vector<PackedLabel> labels_;
  Frontier<Cost> frontier_;
  Cost cutoff_;
  std::unordered_map<std::uint32_t, std::vector<Seed<Cost>>> seeds_of_;  ///< by label
  std::unordered_map<NodeId, std::vector<SeedHere>> seeds_at_;
  std::vector<bool> has_seeds_;  ///< by node; a bit tells fastest that a node has none, as most do
  std::vector<NodeId> changed_;
  std::vector<bool> is_changed_;  ///< by node, while a change is under way
};

}  // namespace gapmap::graph
