#include "gapmap/graph/k_sweep.h"

#include <algorithm>
#include <map>

#include "tests/graph/random_seeds.h"
#include "tests/support/oracle.h"
#include "tests/support/random_network.h"

namespace gapmap::graph {
namespace {

/// Of every node, ascending.
using LabelLists = IdVector<NodeId, std::vector<PackedLabel>>;

template <CostType Cost>
SeedsOf<Cost> crowded_seeds(Random& random, RoadGraph const& graph, std::uint32_t greatest_offset) {
  SeedsOf<Cost> seeds;
  auto const count = random.whole(1, 12);
  for (std::uint32_t i = 0; i < count; ++i) {
    // Some on the very node of another one, some with its label.
    NodeId const node =
        !seeds.empty() && random.chance(0.3)
            ? seeds.back().node
            : NodeId{random.whole(0, static_cast<std::uint32_t>(graph.nodes() - 1))};
    seeds.push_back({node, Cost{random.whole(0, greatest_offset)}, random.whole(0, 8)});
  }
  return seeds;
}

/// One search of Boost's a seed; then of every node the least cost of each label, the first k.
template <CostType Cost>
LabelLists expected(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                    SeedsOf<Cost> const& seeds, std::size_t k, Cost cutoff = Cost::infinite()) {
  IdVector<NodeId, std::map<std::uint32_t, Cost>> least(graph.nodes());
  for (auto const& seed : seeds) {
    auto const from_seed = oracle::dijkstra(graph, costs, seed.node);
    for (auto const node : from_seed.ids()) {
      auto const cost = from_seed[node] + seed.offset;
      if (!cost.is_finite() || cost > cutoff) continue;
      auto const [at, is_new] = least[node].try_emplace(seed.label, cost);
      at->second = std::min(at->second, cost);
    }
  }
  LabelLists labels(graph.nodes());
  for (auto const node : labels.ids()) {
    for (auto const& [label, cost] : least[node]) labels[node].push_back(pack(cost, label));
    std::ranges::sort(labels[node]);
    labels[node].resize(std::min(k, labels[node].size()));
  }
  return labels;
}

template <CostType Cost>
void expect_found(KSweep<Cost> const& sweep, LabelLists const& expected) {
  std::size_t reached = 0;
  for (auto const node : expected.ids()) {
    auto const found = sweep.labels(node);
    ASSERT_EQ(std::vector(found.begin(), found.end()), expected[node]) << "node " << node.value();
    reached += found.empty() ? 0 : 1;
  }
  ASSERT_EQ(sweep.reached().size(), reached);
}

template <class Cost>
class KSweepOnRandomNetworks : public testing::Test {};
TYPED_TEST_SUITE(KSweepOnRandomNetworks, BothCosts);

TYPED_TEST(KSweepOnRandomNetworks, AgreesWithDijkstraOfBoostFromEverySeed) {
  using Cost = TypeParam;
  Random random{151};
  std::size_t full = 0;
  std::size_t partly = 0;
  for (int round = 0; round < 300; ++round) {
    auto const range = kCostRanges[round % 4];
    std::size_t const k = 1 + round % 5;
    auto const network = random_network(random, {.segments = random.whole(10, 200)});
    auto const graph = build(network);
    auto const costs = random_costs<Cost>(random, graph, range);
    auto const seeds =
        crowded_seeds<Cost>(random, graph, range == CostRange::Lengths ? 200'000 : 3);
    KSweep<Cost> sweep{graph, costs, k};
    sweep.run(seeds);
    ASSERT_NO_FATAL_FAILURE(expect_found(sweep, expected(graph, costs, seeds, k)));
    for (auto const node : sweep.reached()) ++(sweep.labels(node).size() == k ? full : partly);
  }
  EXPECT_GT(full, 2000U);
  EXPECT_GT(partly, 1000U);
}

TYPED_TEST(KSweepOnRandomNetworks, OneLabelIsWhatASweepFinds) {
  using Cost = TypeParam;
  Random random{152};
  std::size_t reached = 0;
  for (int round = 0; round < 100; ++round) {
    auto const network = random_network(random, {.segments = 150, .one_way = 0.5, .gates = 0.2});
    auto const graph = build(network);
    auto const costs =
        travel::weigh<Cost>(network, graph, travel::builtin_profile(static_cast<Mode>(round % 3)));
    auto const seeds = crowded_seeds<Cost>(random, graph, 100'000);
    Sweep<Cost> one{graph, costs};
    one.run(seeds);
    KSweep<Cost> sweep{graph, costs, 1};
    sweep.run(seeds);
    ASSERT_EQ(sweep.reached().size(), one.reached().size());
    for (auto const node : one.reached())
      ASSERT_THAT(sweep.labels(node), testing::ElementsAre(pack(one.cost(node), one.label(node))));
    reached += one.reached().size();
  }
  EXPECT_GT(reached, 2000U);
}

TEST(KSweep, BoundedRunHasNothingBeyondTheCutoffAndAllUpToIt) {
  Random random{153};
  std::size_t cut = 0;
  for (int round = 0; round < 100; ++round) {
    auto const network = random_network(random, {.segments = 200});
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, kCostRanges[round % 4]);
    auto const seeds = crowded_seeds<Millimeters>(random, graph, 3);
    auto const all = expected(graph, costs, seeds, 3);
    // A cutoff that some node meets exactly with its last label.
    auto const& met = all[NodeId{random.whole(0, static_cast<std::uint32_t>(graph.nodes() - 1))}];
    if (met.empty()) continue;
    Millimeters const cutoff{cost_of(met.back())};
    KSweep<Millimeters> sweep{graph, costs, 3};
    sweep.run(seeds, cutoff);
    auto const bounded = expected(graph, costs, seeds, 3, cutoff);
    ASSERT_NO_FATAL_FAILURE(expect_found(sweep, bounded));
    for (auto const node : all.ids()) cut += all[node].size() - bounded[node].size();
  }
  EXPECT_GT(cut, 500U);
}

TEST(KSweep, WorkspaceForgetsTheRunBefore) {
  Random random{154};
  for (auto const range : kCostRanges) {
    auto const network = random_network(random, {.segments = 200});
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, range);
    KSweep<Millimeters> reused{graph, costs, 3};
    for (int run = 0; run < 20; ++run) {
      auto const seeds = crowded_seeds<Millimeters>(random, graph, 1000);
      auto const cutoff =
          random.chance(0.7) ? Millimeters{random.whole(0, 300'000)} : Millimeters::infinite();
      reused.run(seeds, cutoff);
      ASSERT_NO_FATAL_FAILURE(expect_found(reused, expected(graph, costs, seeds, 3, cutoff)));
    }
  }
}

TEST(KSweep, SeedsOnOneNodeAreDifferentByTheirLabelsOnly) {
  RoadNetwork network;
  network.junctions.push_back({0, 0});
  auto const graph = build(network);
  EdgeCosts<Millimeters> const costs;
  KSweep<Millimeters> sweep{graph, costs, 3};
  NodeId const node{std::size_t{0}};
  sweep.run(Seeds{{node, Millimeters{7}, 4},
                  {node, Millimeters{9}, 2},
                  {node, Millimeters{5}, 4},
                  {node, Millimeters{5}, 1}});
  EXPECT_THAT(sweep.labels(node),
              testing::ElementsAre(pack(Millimeters{5}, 1), pack(Millimeters{5}, 4),
                                   pack(Millimeters{9}, 2)));
  sweep.run(Seeds{});
  EXPECT_TRUE(sweep.labels(node).empty());
  EXPECT_TRUE(sweep.reached().empty());
}

TEST(KSweep, WrongCostsSeedsOutsideTheGraphAndNoLabelsAreBrokenPromises) {
  auto const graph = build(RoadNetwork{});
  EdgeCosts<Millimeters> const none;
  EdgeCosts<Millimeters> const too_many(1);
  EXPECT_THROW((KSweep<Millimeters>{graph, too_many, 2}), BrokenPromise);
  EXPECT_THROW((KSweep<Millimeters>{graph, none, 0}), BrokenPromise);
  KSweep<Millimeters> sweep{graph, none, 2};
  EXPECT_NO_THROW(sweep.run(Seeds{}));
  EXPECT_THROW(sweep.run(Seeds{{NodeId{std::size_t{0}}, Millimeters{0}, 0}}), BrokenPromise);
}

}  // namespace
}  // namespace gapmap::graph
