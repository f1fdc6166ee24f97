#include "gapmap/graph/strong_components.h"

#include <queue>

#include "tests/support/random_network.h"

namespace gapmap::graph {
namespace {

/// What is reached from `start` along open edges, by breadth-first search.
std::vector<char> reached_from(NodeId start, RoadGraph const& graph,
                               std::vector<char> const& is_open) {
  std::vector<char> reached(graph.nodes(), 0);
  std::queue<NodeId> waiting{{start}};
  reached[start.value()] = 1;
  for (; !waiting.empty(); waiting.pop()) {
    for (auto const edge : graph.out(waiting.front())) {
      auto const head = graph.head(edge);
      if (is_open[edge.value()] == 0 || reached[head.value()] != 0) continue;
      reached[head.value()] = 1;
      waiting.push(head);
    }
  }
  return reached;
}

TEST(StrongComponents, AreThoseOfASearchFromEveryNode) {
  Random random{81};
  std::size_t together = 0;
  std::size_t apart = 0;
  for (int round = 0; round < 50; ++round) {
    auto const network = random_network(random, {.segments = random.whole(4, 90)});
    auto const graph = build(network);
    std::vector<char> is_open(graph.edges());
    for (auto& open : is_open) open = random.chance(0.6) ? 1 : 0;
    auto const component = strong_components(graph, is_open);
    ASSERT_EQ(component.size(), graph.nodes());
    std::vector<std::vector<char>> reached;
    for (auto const node : component.ids()) reached.push_back(reached_from(node, graph, is_open));
    for (auto const a : component.ids()) {
      for (auto const b : component.ids()) {
        bool const is_strong =
            reached[a.value()][b.value()] != 0 && reached[b.value()][a.value()] != 0;
        ASSERT_EQ(component[a] == component[b], is_strong);
        if (reached[a.value()][b.value()] != 0) {
          ASSERT_GE(component[a], component[b]) << "edges lead to lower numbers";
        }
        (is_strong ? together : apart) += a == b ? 0 : 1;
      }
    }
  }
  EXPECT_GT(together, 500U);
  EXPECT_GT(apart, 500U);
}

TEST(StrongComponents, EmptyGraphHasNone) {
  EXPECT_TRUE(strong_components(build(RoadNetwork{}), {}).empty());
}

TEST(StrongComponents, LongChainDoesNotOverflowTheStack) {
  RoadNetwork network;
  constexpr std::uint32_t kNodes = 300'000;
  for (std::uint32_t i = 0; i < kNodes; ++i)
    network.junctions.push_back({static_cast<double>(i), 0});
  for (std::uint32_t i = 1; i < kNodes; ++i)
    network.segments.push_back({JunctionId{i - 1}, JunctionId{i}, {}});
  auto const graph = build(network);
  auto const component = strong_components(graph, std::vector<char>(graph.edges(), 1));
  EXPECT_TRUE(std::ranges::all_of(component, [](auto id) { return id == StrongComponentId{0U}; }));
}

}  // namespace
}  // namespace gapmap::graph
