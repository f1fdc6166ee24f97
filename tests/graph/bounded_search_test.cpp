#include "gapmap/graph/bounded_search.h"

#include <algorithm>

#include "gapmap/graph/reversed.h"
#include "tests/support/oracle.h"
#include "tests/support/random_network.h"

namespace gapmap::graph {
namespace {

using Start = BoundedSearch<Millimeters>::Start;

IdVector<NodeId, char> all_of(RoadGraph const& graph) {
  return IdVector<NodeId, char>(graph.nodes(), 1);
}

/// A row of junctions, each segment between two costing as much as is said.
struct Row {
  explicit Row(std::vector<std::uint32_t> const& lengths) {
    for (std::size_t j = 0; j <= lengths.size(); ++j)
      network.junctions.push_back({static_cast<double>(j), 0});
    for (std::size_t s = 0; s < lengths.size(); ++s)
      network.segments.push_back({JunctionId{s}, JunctionId{s + 1}, {}});
    graph = build(network);
    for (std::size_t e = 0; e < graph.edges(); ++e)
      costs.push_back(Millimeters{lengths[graph.segment(EdgeId{e}).value()]});
  }
  [[nodiscard]] NodeId node(std::size_t junction) const { return graph.node(JunctionId{junction}); }

  RoadNetwork network;
  RoadGraph graph;
  EdgeCosts<Millimeters> costs;
};

TEST(BoundedSearch, NodeExactlyAtTheCutoffIsReached) {
  Row const row{{10, 20, 30}};
  SearchRows<Millimeters> const rows{row.graph, row.costs, Heading::WithTravel, all_of(row.graph)};
  BoundedSearch<Millimeters> exact{rows, Millimeters{60}};
  exact.run(std::array{Start{row.node(0), Millimeters{0}}});
  EXPECT_EQ(exact.reached().size(), 4U);
  EXPECT_EQ(exact.cost(row.node(3)), Millimeters{60});
  BoundedSearch<Millimeters> shorter{rows, Millimeters{59}};
  shorter.run(std::array{Start{row.node(0), Millimeters{0}}});
  EXPECT_EQ(shorter.reached().size(), 3U);
}

TEST(BoundedSearch, CutoffOfNothingReachesWhatCostsNothing) {
  Row const row{{0, 5}};
  SearchRows<Millimeters> const rows{row.graph, row.costs, Heading::WithTravel, all_of(row.graph)};
  BoundedSearch<Millimeters> search{rows, Millimeters{0}};
  search.run(std::array{Start{row.node(0), Millimeters{0}}});
  EXPECT_EQ(search.reached().size(), 2U);
}

TEST(BoundedSearch, StartsBeyondTheCutoffAreNone) {
  Row const row{{10}};
  SearchRows<Millimeters> const rows{row.graph, row.costs, Heading::WithTravel, all_of(row.graph)};
  BoundedSearch<Millimeters> search{rows, Millimeters{100}};
  search.run(std::array{Start{row.node(0), Millimeters{101}},
                        Start{row.node(1), Millimeters::infinite()}});
  EXPECT_TRUE(search.reached().empty());
  search.run(std::array{Start{row.node(0), Millimeters{100}}, Start{row.node(0), Millimeters{7}}});
  EXPECT_EQ(search.reached().size(), 2U);
  EXPECT_EQ(search.cost(row.node(0)), Millimeters{7}) << "the cheaper of two starts at one node";
}

TEST(BoundedSearch, GraphWithoutEdgesHasItsStart) {
  RoadNetwork network;
  network.junctions.push_back({0, 0});
  auto const graph = build(network);
  SearchRows<Millimeters> const rows{graph, {}, Heading::WithTravel, all_of(graph)};
  BoundedSearch<Millimeters> search{rows, Millimeters::infinite()};
  search.run(std::array{Start{NodeId{std::size_t{0}}, Millimeters{3}}});
  EXPECT_THAT(search.reached(), testing::ElementsAre(NodeId{std::size_t{0}}));
}

/// One workspace from every node in turn, against Boost; so often that the numbers it counts in run
/// out and begin anew, and with buckets that overflow.
TEST(BoundedSearch, EqualsBoostOnRandomNetworks) {
  Random random{171};
  std::size_t reached = 0;
  std::size_t beyond = 0;
  std::size_t crowded = 0;
  for (int round = 0; round < 160; ++round) {
    auto const network =
        random_network(random, {.segments = random.whole(20, 300), .components = 3});
    auto const graph = build(network);
    auto const costs = random_costs(random, graph, static_cast<CostRange>(round % 4));
    auto const heading = round % 8 < 4 ? Heading::WithTravel : Heading::AgainstTravel;
    auto is_wanted = all_of(graph);
    if (random.chance(0.5)) {
      for (auto& mark : is_wanted) mark = random.chance(0.4) ? 1 : 0;
    }
    constexpr std::uint32_t kCutoffs[]{2, 40'000, 90'000'000, 3'000'000'000, 4'294'967'295};
    Millimeters const cutoff{kCutoffs[random.whole(0, 4)]};
    auto const travelled = heading == Heading::WithTravel ? costs : reversed(graph, costs);
    SearchRows<Millimeters> const rows{graph, costs, heading, is_wanted};
    BoundedSearch<Millimeters> search{rows, cutoff};
    for (std::size_t n = 0; n < graph.nodes(); ++n) {
      crowded += graph.out(NodeId{n}).size() > 4 ? 1 : 0;
      Millimeters const offset{random.whole(0, 3)};
      search.run(std::array{Start{NodeId{n}, offset}});
      auto const expected = oracle::dijkstra(graph, travelled, NodeId{n});
      std::vector<NodeId> within;
      for (auto const node : expected.ids()) {
        auto const cost = expected[node] + offset;
        if (is_wanted[node] == 0 || !cost.is_finite()) continue;
        ++(cost <= cutoff ? reached : beyond);
        if (cost <= cutoff) within.push_back(node);
      }
      auto found = std::vector<NodeId>{search.reached().begin(), search.reached().end()};
      std::ranges::sort(found);
      ASSERT_EQ(found, within) << "round " << round << ", from " << n;
      for (auto const node : found) ASSERT_EQ(search.cost(node), expected[node] + offset);
    }
  }
  EXPECT_GT(reached, 50'000U);
  EXPECT_GT(beyond, 10'000U);
  EXPECT_GT(crowded, 1000U);
}

}  // namespace
}  // namespace gapmap::graph
