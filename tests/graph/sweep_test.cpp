#include "gapmap/graph/sweep.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>

#include "tests/graph/random_seeds.h"
#include "tests/support/oracle.h"
#include "tests/support/random_network.h"

namespace gapmap::graph {
namespace {

template <CostType Cost>
using Labels = IdVector<NodeId, oracle::Labelled<Cost>>;

template <CostType Cost>
Labels<Cost> answers(Sweep<Cost> const& sweep, RoadGraph const& graph) {
  Labels<Cost> result(graph.nodes());
  for (auto const node : result.ids()) {
    if (sweep.cost(node).is_finite()) result[node] = {sweep.cost(node), sweep.label(node)};
  }
  return result;
}

template <CostType Cost>
void expect_equal(Labels<Cost> const& found, Labels<Cost> const& expected) {
  for (auto const node : expected.ids()) {
    ASSERT_EQ(found[node].cost, expected[node].cost) << "node " << node.value();
    ASSERT_EQ(found[node].label, expected[node].label) << "node " << node.value();
  }
}

/// No edge can improve a label, and every label comes from a seed or an edge. `finite` counts the
/// nodes that were reached.
template <CostType Cost>
void expect_certified(Labels<Cost> const& found, RoadGraph const& graph,
                      EdgeCosts<Cost> const& costs, SeedsOf<Cost> const& seeds,
                      std::size_t& finite) {
  std::set<std::pair<NodeId, oracle::Labelled<Cost>>> attained;
  for (auto const& seed : seeds) {
    attained.insert({seed.node, {seed.offset, seed.label}});
    ASSERT_LE(found[seed.node], (oracle::Labelled<Cost>{seed.offset, seed.label}));
  }
  for (auto const edge : costs.ids()) {
    auto const& tail = found[graph.tail(edge)];
    oracle::Labelled<Cost> const offered{tail.cost + costs[edge], tail.label};
    if (!offered.cost.is_finite()) continue;
    ASSERT_LE(found[graph.head(edge)], offered) << "an edge improves a label";
    attained.insert({graph.head(edge), offered});
  }
  for (auto const node : found.ids()) {
    if (!found[node].cost.is_finite()) continue;
    ++finite;
    ASSERT_TRUE(attained.contains({node, found[node]})) << "a label from nowhere";
  }
}

/// A street of nodes 0–1–2–…, edges costing the same both ways; node n is the junction n steps
/// east.
struct Street {
  explicit Street(std::vector<Millimeters> const& edge_costs) {
    for (std::size_t i = 0; i <= edge_costs.size(); ++i)
      network.junctions.push_back({static_cast<double>(i), 0});
    for (std::size_t i = 0; i < edge_costs.size(); ++i) {
      network.segments.push_back({JunctionId{i}, JunctionId{i + 1}, {}});
    }
    graph = build(network);
    costs.resize(graph.edges());
    for (auto const edge : costs.ids()) costs[edge] = edge_costs[graph.segment(edge).value()];
  }
  [[nodiscard]] NodeId node(std::size_t n) const { return graph.node(JunctionId{n}); }
  [[nodiscard]] std::vector<std::uint32_t> found(Sweep<Millimeters> const& sweep) const {
    std::vector<std::uint32_t> result;
    for (auto const j : network.junctions.ids())
      result.push_back(sweep.cost(graph.node(j)).value());
    return result;
  }
  RoadNetwork network;
  RoadGraph graph;
  EdgeCosts<Millimeters> costs;
};
constexpr std::uint32_t kNever = Millimeters::infinite().value();

template <class Cost>
class SweepOnRandomNetworks : public testing::Test {};
TYPED_TEST_SUITE(SweepOnRandomNetworks, BothCosts);

TYPED_TEST(SweepOnRandomNetworks, NoEdgeCanImproveALabelAndEveryLabelIsAttained) {
  using Cost = TypeParam;
  Random random{101};
  std::size_t finite = 0;
  for (int round = 0; round < 200; ++round) {
    auto const network = random_network(random, {.segments = random.whole(10, 200)});
    auto const graph = build(network);
    auto const costs = random_costs<Cost>(random, graph, kCostRanges[round % 4]);
    auto const seeds = random_seeds<Cost>(random, graph, 10);
    Sweep<Cost> sweep{graph, costs};
    sweep.run(seeds);
    ASSERT_NO_FATAL_FAILURE(expect_certified(answers(sweep, graph), graph, costs, seeds, finite));
  }
  EXPECT_GT(finite, 2000U);
}

TYPED_TEST(SweepOnRandomNetworks, AgreesWithDijkstraOfBoostFromEverySeed) {
  using Cost = TypeParam;
  Random random{102};
  std::size_t finite = 0;
  for (int round = 0; round < 200; ++round) {
    auto const range = kCostRanges[round % 4];
    auto const network = random_network(random, {.segments = random.whole(10, 200)});
    auto const graph = build(network);
    auto const costs = random_costs<Cost>(random, graph, range);
    auto const seeds = random_seeds<Cost>(random, graph, range == CostRange::Lengths ? 200'000 : 3);
    Sweep<Cost> sweep{graph, costs};
    sweep.run(seeds);
    auto const expected = oracle::nearest_seed<Cost>(graph, costs, seeds);
    ASSERT_NO_FATAL_FAILURE(expect_equal(answers(sweep, graph), expected));
    auto const reached =
        std::ranges::count_if(expected, [](auto const& e) { return e.cost.is_finite(); });
    ASSERT_EQ(sweep.reached().size(), static_cast<std::size_t>(reached));
    finite += static_cast<std::size_t>(reached);
  }
  EXPECT_GT(finite, 2000U);
}

TYPED_TEST(SweepOnRandomNetworks, OneWayStreetsAndGatesAreCertifiedAndAgreeWithBoost) {
  using Cost = TypeParam;
  Random random{105};
  std::size_t closed = 0;
  std::size_t uneven = 0;
  std::size_t finite = 0;
  for (int round = 0; round < 150; ++round) {
    auto const network = random_network(random, {.segments = 150, .one_way = 0.5, .gates = 0.2});
    auto const graph = build(network);
    auto const profile = travel::builtin_profile(static_cast<Mode>(round % 3));
    auto const costs = travel::weigh<Cost>(network, graph, profile);
    for (auto const edge : costs.ids()) {
      bool const is_open = costs[edge].is_finite();
      closed += !is_open && !costs[graph.twin(edge)].is_finite() ? 1 : 0;
      uneven += is_open && costs[graph.twin(edge)] != costs[edge] ? 1 : 0;
    }
    auto const seeds = random_seeds<Cost>(random, graph, 100'000);
    Sweep<Cost> sweep{graph, costs};
    sweep.run(seeds);
    auto const found = answers(sweep, graph);
    ASSERT_NO_FATAL_FAILURE(expect_certified(found, graph, costs, seeds, finite));
    ASSERT_NO_FATAL_FAILURE(expect_equal(found, oracle::nearest_seed<Cost>(graph, costs, seeds)));
  }
  EXPECT_GT(closed, 500U) << "gates were to be tested";
  EXPECT_GT(uneven, 2000U) << "one-way streets were to be tested";
  EXPECT_GT(finite, 3000U);
}

TEST(Sweep, BoundedRunIsTheUnboundedOneCutAtTheCutoff) {
  Random random{103};
  std::size_t cut = 0;
  std::size_t at_the_cutoff = 0;
  for (int round = 0; round < 100; ++round) {
    auto const network = random_network(random, {.segments = 200});
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, kCostRanges[round % 4]);
    auto const seeds = random_seeds(random, graph, 3);
    auto expected = oracle::nearest_seed<Millimeters>(graph, costs, seeds);
    // A cutoff that some node meets exactly.
    auto const cutoff =
        expected[NodeId{random.whole(0, static_cast<std::uint32_t>(graph.nodes() - 1))}].cost;
    if (!cutoff.is_finite()) continue;
    for (auto& node : expected) {
      at_the_cutoff += node.cost == cutoff ? 1 : 0;
      if (node.cost <= cutoff) continue;
      cut += node.cost.is_finite() ? 1 : 0;
      node = {};
    }
    Sweep<Millimeters> sweep{graph, costs};
    sweep.run(seeds, cutoff);
    ASSERT_NO_FATAL_FAILURE(expect_equal(answers(sweep, graph), expected));
  }
  EXPECT_GT(cut, 100U);
  EXPECT_GT(at_the_cutoff, 20U);
}

TEST(Sweep, WorkspaceForgetsTheRunBefore) {
  Random random{104};
  for (auto const range : kCostRanges) {
    auto const network = random_network(random, {.segments = 200});
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, range);
    Sweep<Millimeters> reused{graph, costs};
    for (int run = 0; run < 20; ++run) {
      auto const seeds = random_seeds(random, graph, 1000);
      auto const cutoff =
          random.chance(0.7) ? Millimeters{random.whole(0, 300'000)} : Millimeters::infinite();
      reused.run(seeds, cutoff);
      Sweep<Millimeters> fresh{graph, costs};
      fresh.run(seeds, cutoff);
      ASSERT_NO_FATAL_FAILURE(expect_equal(answers(reused, graph), answers(fresh, graph)));
      ASSERT_EQ(reused.reached().size(), fresh.reached().size());
    }
  }
}

TEST(Sweep, NodeExactlyAtTheCutoffIsReached) {
  Street const street{{Millimeters{100}, Millimeters{100}, Millimeters{1}}};
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(Seeds{{street.node(0), Millimeters{0}, 7}}, Millimeters{200});
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(0, 100, 200, kNever));
}

TEST(Sweep, SeedBeyondTheCutoffReachesNothing) {
  Street const street{{Millimeters{1}}};
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(Seeds{{street.node(0), Millimeters{11}, 0}}, Millimeters{10});
  EXPECT_TRUE(sweep.reached().empty());
  sweep.run(Seeds{{street.node(0), Millimeters{10}, 0}}, Millimeters{10});
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(10, kNever));
}

TEST(Sweep, InfiniteEdgesAndSeedsAreNotTravelled) {
  Street const street{{Millimeters{5}, Millimeters::infinite(), Millimeters{5}}};
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(
      Seeds{{street.node(0), Millimeters{0}, 0}, {street.node(3), Millimeters::infinite(), 1}});
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(0, 5, kNever, kNever));
}

TEST(Sweep, EqualCostsGoToTheLowestLabelAlsoAcrossEdgesThatCostNothing) {
  Street const street{{Millimeters{0}, Millimeters{2}, Millimeters{2}, Millimeters{0}}};
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(Seeds{{street.node(0), Millimeters{0}, 9}, {street.node(4), Millimeters{0}, 3}});
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(0, 0, 2, 0, 0));
  EXPECT_EQ(sweep.label(street.node(2)), 3U);
  EXPECT_EQ(sweep.label(street.node(1)), 9U);
  sweep.run(Seeds{{street.node(0), Millimeters{4}, 1}, {street.node(4), Millimeters{0}, 3}});
  EXPECT_EQ(sweep.label(street.node(0)), 1U) << "a late start ties with the way from the other end";
}

TEST(Sweep, TwoSeedsOnOneNodeGiveItToTheCheaperThenToTheLower) {
  Street const street{{Millimeters{1}}};
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(Seeds{{street.node(0), Millimeters{5}, 1},
                  {street.node(0), Millimeters{4}, 8},
                  {street.node(0), Millimeters{4}, 6}});
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(4, 5));
  EXPECT_EQ(sweep.label(street.node(1)), 6U);
}

TEST(Sweep, CostsFarBeyondTheRingOfBucketsAreFoundInOrder) {
  // Mean about a million, so that the ring ends far below the greatest edge; many cheap edges keep
  // the buckets narrow.
  std::vector<Millimeters> edges(3000, Millimeters{1});
  edges[0] = Millimeters{2'000'000'000};
  edges[1500] = Millimeters{1'000'000'000};
  Street const street{edges};
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(Seeds{{street.node(0), Millimeters{0}, 0}});
  EXPECT_EQ(sweep.cost(street.node(1)), Millimeters{2'000'000'000});
  EXPECT_EQ(sweep.cost(street.node(1500)), Millimeters{2'000'001'499});
  EXPECT_EQ(sweep.cost(street.node(3000)), Millimeters{3'000'002'998});
  sweep.run(Seeds{{street.node(3000), Millimeters{0}, 0},
                  {street.node(0), Millimeters{3'500'000'000}, 1}});
  EXPECT_EQ(sweep.cost(street.node(0)), Millimeters{3'000'002'998});
  EXPECT_EQ(sweep.label(street.node(0)), 0U);
}

TEST(Sweep, SumsThatDoNotFitAreUnreachable) {
  Street const street{{Millimeters{4'294'967'294}, Millimeters{1}}};
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(Seeds{{street.node(0), Millimeters{0}, 0}});
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(0, 4'294'967'294, kNever));
}

TEST(Sweep, OneWayEdgesAreTravelledOneWay) {
  Street street{{Millimeters{5}}};
  street.costs[street.graph.edge(street.node(1), SegmentId{std::size_t{0}}, Direction::Against)] =
      Millimeters::infinite();
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(Seeds{{street.node(0), Millimeters{0}, 0}});
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(0, 5));
  sweep.run(Seeds{{street.node(1), Millimeters{0}, 0}});
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(kNever, 0));
}

TEST(Sweep, WithoutSeedsNothingIsReached) {
  Street const street{{Millimeters{5}}};
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(Seeds{{street.node(0), Millimeters{0}, 0}});
  sweep.run(Seeds{});
  EXPECT_TRUE(sweep.reached().empty());
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(kNever, kNever));
}

TEST(Sweep, EmptyGraphAndEdgelessGraphAreNoTrouble) {
  auto const nothing = build(RoadNetwork{});
  EdgeCosts<Millimeters> const no_costs;
  Sweep<Millimeters> empty{nothing, no_costs};
  EXPECT_NO_THROW(empty.run(Seeds{}));
  Street const lonely{{}};
  Sweep<Millimeters> sweep{lonely.graph, lonely.costs};
  sweep.run(Seeds{{lonely.node(0), Millimeters{3}, 0}});
  EXPECT_THAT(lonely.found(sweep), testing::ElementsAre(3));
}

TEST(Sweep, WrongCostsAndSeedsOutsideTheGraphAreBrokenPromises) {
  Street const street{{Millimeters{5}}};
  EdgeCosts<Millimeters> const too_few(1);
  EXPECT_THROW((Sweep<Millimeters>{street.graph, too_few}), BrokenPromise);
  Sweep<Millimeters> sweep{street.graph, street.costs};
  EXPECT_THROW(sweep.run(Seeds{{NodeId{std::size_t{2}}, Millimeters{0}, 0}}), BrokenPromise);
}

TEST(Sweep, RunWithASeedOutsideTheGraphLeavesTheLastAnswer) {
  Street const street{{Millimeters{5}, Millimeters{7}}};
  Sweep<Millimeters> sweep{street.graph, street.costs};
  sweep.run(Seeds{{street.node(0), Millimeters{0}, 4}});
  EXPECT_THROW(sweep.run(Seeds{{street.node(2), Millimeters{0}, 1},
                               {NodeId{std::size_t{3}}, Millimeters{0}, 0}}),
               BrokenPromise);
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(0, 5, 12));
  EXPECT_EQ(sweep.label(street.node(2)), 4U);
  sweep.run(Seeds{{street.node(2), Millimeters{0}, 1}});
  EXPECT_THAT(street.found(sweep), testing::ElementsAre(12, 7, 0));
  EXPECT_EQ(sweep.reached().size(), 3U);
}

TEST(Sweep, TellsOfEveryReachedNodeOnceInOrderOfCostLabelAndNode) {
  Random random{106};
  std::size_t told = 0;
  for (int round = 0; round < 100; ++round) {
    auto const network = random_network(random, {.segments = 200});
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, kCostRanges[round % 4]);
    auto const seeds = random_seeds(random, graph, 10);
    auto const cutoff =
        random.chance(0.5) ? Millimeters{random.whole(0, 300'000)} : Millimeters::infinite();
    Sweep<Millimeters> plain{graph, costs};
    plain.run(seeds, cutoff);
    std::vector<std::tuple<Millimeters, std::uint32_t, NodeId>> expected;
    for (auto const node : plain.reached())
      expected.emplace_back(plain.cost(node), plain.label(node), node);
    std::ranges::sort(expected);
    decltype(expected) order;
    Sweep<Millimeters> sweep{graph, costs};
    sweep.run(seeds, cutoff, [&](Settled<Millimeters> const& settled) {
      order.emplace_back(settled.cost, settled.label, settled.node);
      return Then::GoOn;
    });
    ASSERT_EQ(order, expected);
    told += order.size();
  }
  EXPECT_GT(told, 1000U);
}

TEST(Sweep, WorkspaceIsAsNewAfterARunThatWasStoppedOrThrew) {
  Random random{107};
  for (auto const range : kCostRanges) {
    auto const network = random_network(random, {.segments = 200});
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, range);
    Sweep<Millimeters> reused{graph, costs};
    for (std::size_t stop = 1; stop < 12; ++stop) {
      auto const seeds = random_seeds(random, graph, 1000);
      std::size_t told = 0;
      reused.run(seeds, Millimeters::infinite(), [&](Settled<Millimeters> const&) {
        return ++told < stop ? Then::GoOn : Then::Stop;
      });
      ASSERT_LE(told, stop);
      auto const all_too_much = [](Settled<Millimeters> const&) -> Then {
        throw std::runtime_error{"enough"};
      };
      ASSERT_THROW(reused.run(seeds, Millimeters::infinite(), all_too_much), std::runtime_error);
      reused.run(seeds);
      Sweep<Millimeters> fresh{graph, costs};
      fresh.run(seeds);
      ASSERT_NO_FATAL_FAILURE(expect_equal(answers(reused, graph), answers(fresh, graph)));
      ASSERT_EQ(reused.reached().size(), fresh.reached().size());
    }
  }
}

TEST(Sweep, MillisecondsAreSweptAlike) {
  Street const street{{Millimeters{5}, Millimeters{7}}};
  IdVector<EdgeId, Milliseconds> times(street.costs.size());
  for (auto const edge : times.ids()) times[edge] = Milliseconds{street.costs[edge].value()};
  Sweep<Milliseconds> sweep{street.graph, times};
  sweep.run(std::vector<Seed<Milliseconds>>{{street.node(0), Milliseconds{1}, 0}},
            Milliseconds{13});
  EXPECT_EQ(sweep.cost(street.node(2)), Milliseconds{13});
}

}  // namespace
}  // namespace gapmap::graph
