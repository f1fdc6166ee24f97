#include "gapmap/graph/road_graph.h"

#include <algorithm>

#include "gapmap/graph/reversed.h"
#include "gapmap/travel/weigh.h"
#include "tests/support/random_network.h"

namespace gapmap {
namespace {

TEST(RoadGraph, EverySegmentIsTwoEdgesThatAreTwins) {
  Random random{71};
  for (int round = 0; round < 20; ++round) {
    auto const network = random_network(random);
    auto const graph = graph::build(network);
    ASSERT_EQ(graph.nodes(), network.junctions.size());
    ASSERT_EQ(graph.edges(), 2 * network.segments.size());
    for (auto const s : network.segments.ids()) {
      auto const along = graph.edge(network, s, Direction::Along);
      auto const against = graph.edge(network, s, Direction::Against);
      ASSERT_NE(along, against);
      ASSERT_EQ(graph.twin(along), against);
      ASSERT_EQ(graph.twin(against), along);
      ASSERT_EQ(graph.segment(along), s);
      ASSERT_EQ(graph.segment(against), s);
      ASSERT_EQ(graph.direction(along), Direction::Along);
      ASSERT_EQ(graph.direction(against), Direction::Against);
      ASSERT_EQ(graph.junction(graph.tail(along)), network.segments[s].from);
      ASSERT_EQ(graph.junction(graph.head(along)), network.segments[s].to);
      ASSERT_EQ(graph.tail(against), graph.head(along));
      ASSERT_EQ(graph.head(against), graph.tail(along));
    }
  }
}

TEST(RoadGraph, RowsHoldEveryEdgeOnceInOrder) {
  Random random{72};
  auto const network = random_network(random);
  auto const graph = graph::build(network);
  auto const rows = graph.first_out();
  ASSERT_EQ(rows.size(), graph.nodes() + 1);
  EXPECT_EQ(rows.front(), 0U);
  EXPECT_EQ(rows.back(), graph.edges());
  std::uint32_t next = 0;
  std::size_t without_edges = 0;
  for (std::uint32_t n = 0; n < graph.nodes(); ++n) {
    auto const out = graph.out(NodeId{n});
    without_edges += out.empty() ? 1 : 0;
    for (auto const edge : out) {
      ASSERT_EQ(edge.value(), next++) << "rows follow each other without a gap";
      ASSERT_EQ(graph.tail(edge), NodeId{n});
      ASSERT_EQ(graph.heads()[edge.value()], graph.head(edge));
    }
    ASSERT_TRUE(std::ranges::is_sorted(out, {}, [&](EdgeId e) {
      return std::pair{graph.segment(e), graph.direction(e)};
    }));
  }
  EXPECT_EQ(next, graph.edges());
  EXPECT_GT(without_edges, 5U) << "no isolated junction was tested";
}

TEST(RoadGraph, EdgesAreFoundAmongManyToo) {
  Random random{73};
  auto network = random_network(random, {.junctions = 6, .segments = 500, .components = 1});
  auto const graph = graph::build(network);
  for (auto const s : network.segments.ids()) {
    auto const along = graph.edge(network, s, Direction::Along);
    ASSERT_EQ(graph.segment(along), s);
    ASSERT_EQ(graph.direction(along), Direction::Along);
    ASSERT_EQ(graph.twin(graph.twin(along)), along);
  }
}

TEST(RoadGraph, NodesAndJunctionsAreTheSameThingsNumberedTwice) {
  Random random{73};
  auto const network = random_network(random);
  auto const graph = graph::build(network);
  for (auto const j : network.junctions.ids()) ASSERT_EQ(graph.junction(graph.node(j)), j);
}

TEST(RoadGraph, EmptyNetworkIsAnEmptyGraph) {
  auto const graph = graph::build(RoadNetwork{});
  EXPECT_EQ(graph.nodes(), 0U);
  EXPECT_EQ(graph.edges(), 0U);
  EXPECT_EQ(RoadGraph{}.nodes(), 0U);
}

TEST(RoadGraph, NumberingFollowsTheGround) {
  // A square grid of streets, its junctions shuffled: ends of a street should lie close in memory
  // far more often than not.
  Random random{74};
  constexpr std::uint32_t kSide = 32;
  std::vector<std::uint32_t> shuffled(kSide * kSide);
  for (std::uint32_t i = 0; i < shuffled.size(); ++i) shuffled[i] = i;
  for (std::uint32_t i = 1; i < shuffled.size(); ++i)
    std::swap(shuffled[i], shuffled[random.whole(0, i)]);
  RoadNetwork network;
  std::vector<JunctionId> at(shuffled.size());
  for (auto const i : shuffled)
    at[i] = network.junctions.push_back({100.0 * (i % kSide), 100.0 * (i / kSide)});
  auto const graph = graph::build(network);
  double gaps = 0;
  for (std::uint32_t i = 0; i + 1 < shuffled.size(); ++i) {
    if (i % kSide == kSide - 1) continue;
    gaps += std::abs(double(graph.node(at[i]).value()) - double(graph.node(at[i + 1]).value()));
  }
  EXPECT_LT(gaps / (kSide * (kSide - 1)), 32)
      << "by chance it would be a third of the number of nodes, 341";
}

TEST(Reversed, EveryEdgeCostsWhatItsTwinCosts) {
  Random random{75};
  auto const network = random_network(random);
  auto const graph = graph::build(network);
  auto const costs = random_costs(random, graph, CostRange::Lengths);
  auto const reversed = graph::reversed(graph, costs);
  std::size_t different = 0;
  for (auto const edge : costs.ids()) {
    ASSERT_EQ(reversed[edge], costs[graph.twin(edge)]);
    different += reversed[edge] != costs[edge] ? 1 : 0;
  }
  EXPECT_GT(different, costs.size() / 2);
  EXPECT_EQ(graph::reversed(graph, reversed), costs);
}

}  // namespace
}  // namespace gapmap
