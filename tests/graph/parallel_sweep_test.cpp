#include "gapmap/graph/parallel_sweep.h"

#include "tests/graph/random_seeds.h"
#include "tests/support/oracle.h"
#include "tests/support/random_network.h"

namespace gapmap::graph {
namespace {

constexpr unsigned kThreads[]{1, 2, 3};

/// Both find the same; returns how many nodes.
std::size_t expect_same(ParallelSweep<Millimeters> const& found, Sweep<Millimeters> const& expected,
                        RoadGraph const& graph) {
  std::size_t finite = 0;
  for (std::size_t n = 0; n < graph.nodes(); ++n) {
    NodeId const node{n};
    EXPECT_EQ(found.cost(node), expected.cost(node)) << "node " << n;
    if (!expected.cost(node).is_finite()) continue;
    EXPECT_EQ(found.label(node), expected.label(node)) << "node " << n;
    ++finite;
  }
  return finite;
}

/// A square of streets, large enough for several blocks of nodes for each of a few threads.
RoadNetwork square(std::size_t side) {
  RoadNetwork network;
  for (std::size_t y = 0; y < side; ++y) {
    for (std::size_t x = 0; x < side; ++x) {
      JunctionId const here{network.junctions.size()};
      network.junctions.push_back({static_cast<double>(x), static_cast<double>(y)});
      if (x > 0) network.segments.push_back({JunctionId{here.value() - 1}, here, {}});
      if (y > 0) network.segments.push_back({JunctionId{here.value() - side}, here, {}});
    }
  }
  return network;
}

TEST(ParallelSweep, AgreesWithDijkstraOfBoostOnAnyNumberOfThreads) {
  Random random{111};
  std::size_t finite = 0;
  for (int round = 0; round < 60; ++round) {
    auto const network = random_network(random, {.segments = random.whole(10, 200)});
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, kCostRanges[round % 4]);
    auto const seeds = random_seeds(random, graph, 5);
    auto const expected = oracle::nearest_seed<Millimeters>(graph, costs, seeds);
    for (auto const threads : kThreads) {
      ParallelSweep<Millimeters> sweep{graph, costs, threads};
      sweep.run(seeds);
      for (auto const node : expected.ids()) {
        ASSERT_EQ(sweep.cost(node), expected[node].cost) << threads << " threads";
        if (!expected[node].cost.is_finite()) continue;
        ASSERT_EQ(sweep.label(node), expected[node].label) << threads << " threads";
        ++finite;
      }
    }
  }
  EXPECT_GT(finite, 2000U);
}

TEST(ParallelSweep, ReusedWorkspaceWithCutoffsEqualsASweep) {
  Random random{112};
  std::size_t finite = 0;
  for (int round = 0; round < 12; ++round) {
    auto const network = random_network(random, {.segments = 200});
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, kCostRanges[round % 4]);
    Sweep<Millimeters> alone{graph, costs};
    for (auto const threads : kThreads) {
      ParallelSweep<Millimeters> sweep{graph, costs, threads};
      for (int run = 0; run < 6; ++run) {
        auto const seeds = random_seeds(random, graph, 5);
        auto const cutoff =
            random.chance(0.5) ? Millimeters{random.whole(0, 300'000)} : Millimeters::infinite();
        alone.run(seeds, cutoff);
        sweep.run(seeds, cutoff);
        finite += expect_same(sweep, alone, graph);
      }
      ASSERT_FALSE(testing::Test::HasFailure());
    }
  }
  EXPECT_GT(finite, 2000U);
}

TEST(ParallelSweep, LargeSquareWithTiesAndZeroCostsEqualsASweep) {
  Random random{113};
  auto const network = square(100);
  auto const graph = build(network);
  for (auto const range : {CostRange::Ties, CostRange::Lengths, CostRange::Skewed}) {
    auto const costs = random_costs(random, graph, range);
    Sweep<Millimeters> alone{graph, costs};
    for (auto const threads : kThreads) {
      ParallelSweep<Millimeters> sweep{graph, costs, threads};
      for (int run = 0; run < 3; ++run) {
        auto const seeds = random_seeds(random, graph, 5);
        auto const cutoff = run == 1 ? Millimeters{200'000} : Millimeters::infinite();
        alone.run(seeds, cutoff);
        sweep.run(seeds, cutoff);
        auto const finite = expect_same(sweep, alone, graph);
        ASSERT_FALSE(testing::Test::HasFailure());
        EXPECT_GT(finite, run == 1 ? 0 : graph.nodes() / 4);
      }
    }
  }
}

TEST(ParallelSweep, BrokenPromiseLeavesTheLastAnswer) {
  auto const graph = build(square(4));
  EdgeCosts<Millimeters> const costs(graph.edges(), Millimeters{3});
  Sweep<Millimeters> alone{graph, costs};
  ParallelSweep<Millimeters> sweep{graph, costs, 2};
  Seeds const seeds{{NodeId{std::size_t{5}}, Millimeters{1}, 2}};
  alone.run(seeds);
  sweep.run(seeds);
  EXPECT_THROW(sweep.run(Seeds{{NodeId{std::size_t{0}}, Millimeters{0}, 0},
                               {NodeId{graph.nodes()}, Millimeters{0}, 0}}),
               BrokenPromise);
  EXPECT_EQ(expect_same(sweep, alone, graph), graph.nodes());
  EXPECT_THROW((ParallelSweep<Millimeters>{graph, costs, 0}), BrokenPromise);
  EXPECT_THROW((ParallelSweep<Millimeters>{graph, costs, 256}), BrokenPromise);
  EdgeCosts<Millimeters> const too_few(1);
  EXPECT_THROW((ParallelSweep<Millimeters>{graph, too_few, 2}), BrokenPromise);
}

TEST(ParallelSweep, EmptyGraphAndNoSeedsAreNoTrouble) {
  auto const nothing = build(RoadNetwork{});
  EdgeCosts<Millimeters> const no_costs;
  ParallelSweep<Millimeters> empty{nothing, no_costs, 3};
  EXPECT_NO_THROW(empty.run(Seeds{}));
  auto const graph = build(square(3));
  EdgeCosts<Millimeters> const costs(graph.edges(), Millimeters{3});
  ParallelSweep<Millimeters> sweep{graph, costs, 3};
  sweep.run(Seeds{{NodeId{std::size_t{0}}, Millimeters{0}, 0}});
  sweep.run(Seeds{});
  for (std::size_t n = 0; n < graph.nodes(); ++n) EXPECT_FALSE(sweep.cost(NodeId{n}).is_finite());
}

}  // namespace
}  // namespace gapmap::graph
