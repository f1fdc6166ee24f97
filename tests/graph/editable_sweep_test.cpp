#include "gapmap/graph/editable_sweep.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "gapmap/graph/sweep.h"
#include "tests/support/random_network.h"

namespace gapmap::graph {
namespace {

template <CostType Cost>
struct Label {
  Cost cost = Cost::infinite();
  std::uint32_t label = 0;
  friend bool operator==(Label const&, Label const&) = default;
};

template <CostType Cost, class Searched>
IdVector<NodeId, Label<Cost>> labels_of(Searched const& searched, RoadGraph const& graph) {
  IdVector<NodeId, Label<Cost>> labels(graph.nodes());
  for (auto const node : labels.ids()) {
    if (searched.cost(node).is_finite()) labels[node] = {searched.cost(node), searched.label(node)};
  }
  return labels;
}

template <CostType Cost>
class Edits {
 public:
  Edits(Random& random, RoadGraph const& graph, EdgeCosts<Cost> const& costs, Cost cutoff)
      : random_{random},
        graph_{graph},
        edited_{graph, costs, cutoff},
        afresh_{graph, costs},
        cutoff_{cutoff} {}

  void edit() {
    auto const before = labels_of<Cost>(edited_, graph_);
    auto const changed = random_.chance(0.55) ? add() : remove();
    std::vector<Seed<Cost>> all;
    for (auto const& [label, seeds] : seeds_) all.insert(all.end(), seeds.begin(), seeds.end());
    afresh_.run(all, cutoff_);
    auto const after = labels_of<Cost>(edited_, graph_);
    auto const expected = labels_of<Cost>(afresh_, graph_);

    std::set<NodeId> const told(changed.begin(), changed.end());
    ASSERT_EQ(told.size(), changed.size()) << "a node is told twice";
    for (auto const node : expected.ids()) {
      ASSERT_EQ(after[node], expected[node]) << "node " << node.value();
      ASSERT_EQ(told.contains(node), before[node] != after[node]) << "node " << node.value();
    }
    changes_ += changed.size();
  }

  [[nodiscard]] std::size_t changes() const { return changes_; }

 private:
  /// Now and then a second helping for a label that has seeds.
  std::span<NodeId const> add() {
    auto const label = random_.whole(0, 9);
    std::vector<Seed<Cost>> seeds;
    for (auto count = random_.whole(1, 2); count > 0; --count) {
      NodeId const node{random_.whole(0, static_cast<std::uint32_t>(graph_.nodes() - 1))};
      seeds.push_back({node, Cost{random_.whole(0, 5)}, label});
    }
    auto& known = seeds_[label];
    known.insert(known.end(), seeds.begin(), seeds.end());
    return edited_.add(seeds);
  }
  std::span<NodeId const> remove() {
    auto const label = random_.whole(0, 9);
    seeds_.erase(label);
    return edited_.remove(label);
  }

  Random& random_;
  RoadGraph const& graph_;
  EditableSweep<Cost> edited_;
  Sweep<Cost> afresh_;
  Cost cutoff_;
  std::map<std::uint32_t, std::vector<Seed<Cost>>> seeds_;
  std::size_t changes_ = 0;
};

template <CostType Cost>
void expect_edits_equal_a_new_sweep() {
  std::size_t changes = 0;
  std::uint64_t seed = 0;
  for (auto const range :
       {CostRange::Ties, CostRange::Lengths, CostRange::Skewed, CostRange::Huge}) {
    for (int round = 0; round < 10; ++round) {
      Random random{++seed};
      auto const network = random_network(random);
      auto const graph = build(network);
      auto const costs = random_costs<Cost>(random, graph, range);
      auto const cutoff = random.chance(0.5) ? Cost::infinite() : Cost{random.whole(0, 200'000)};
      Edits<Cost> edits{random, graph, costs, cutoff};
      for (int i = 0; i < 60; ++i) {
        edits.edit();
        if (testing::Test::HasFatalFailure()) return;
      }
      changes += edits.changes();
    }
  }
  EXPECT_GT(changes, 10'000U) << "the edits hardly changed anything";
}

TEST(EditableSweep, EqualsANewSweepAfterEveryEdit) {
  expect_edits_equal_a_new_sweep<Millimeters>();
}
TEST(EditableSweep, EqualsANewSweepAfterEveryEditInTime) {
  expect_edits_equal_a_new_sweep<Milliseconds>();
}

TEST(EditableSweep, RefusesASeedOutsideTheGraphAndStaysAsItWas) {
  Random random{7};
  auto const graph = build(random_network(random));
  auto const costs = random_costs<Millimeters>(random, graph, CostRange::Lengths);
  EditableSweep<Millimeters> sweep{graph, costs};
  (void)sweep.add(std::vector<Seed<Millimeters>>{{NodeId{0}, Millimeters{1}, 3}});
  auto const before = labels_of<Millimeters>(sweep, graph);
  std::vector<Seed<Millimeters>> const wrong{{NodeId{1}, Millimeters{0}, 4},
                                             {NodeId{graph.nodes()}, Millimeters{0}, 4}};
  EXPECT_THROW((void)sweep.add(wrong), BrokenPromise);
  EXPECT_EQ(labels_of<Millimeters>(sweep, graph), before);
  EXPECT_TRUE(sweep.remove(4).empty()) << "no seed of it was kept";
}

}  // namespace
}  // namespace gapmap::graph
