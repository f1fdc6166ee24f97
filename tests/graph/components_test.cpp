#include "gapmap/graph/components.h"

#include <numeric>
#include <queue>

#include "tests/support/random_network.h"

namespace gapmap::graph {
namespace {

/// Numbered by their lowest node, by breadth-first search.
std::vector<std::uint32_t> searched(RoadGraph const& graph) {
  constexpr auto kUnseen = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> component(graph.nodes(), kUnseen);
  std::uint32_t next = 0;
  for (std::uint32_t start = 0; start < graph.nodes(); ++start) {
    if (component[start] != kUnseen) continue;
    std::queue<std::uint32_t> waiting{{start}};
    component[start] = next;
    for (; !waiting.empty(); waiting.pop()) {
      for (auto const edge : graph.out(NodeId{waiting.front()})) {
        auto const head = graph.head(edge).value();
        if (component[head] != kUnseen) continue;
        component[head] = next;
        waiting.push(head);
      }
    }
    ++next;
  }
  return component;
}

TEST(ConnectedComponents, AreThoseOfABreadthFirstSearch) {
  Random random{81};
  std::size_t greatest = 0;
  for (int round = 0; round < 50; ++round) {
    auto const network = random_network(random, {.segments = random.whole(4, 90)});
    auto const graph = build(network);
    auto const components = connected_components(graph);
    auto const expected = searched(graph);
    ASSERT_EQ(components.of_node.size(), graph.nodes());
    std::vector<std::uint32_t> sizes(components.nodes.size());
    for (auto const node : components.of_node.ids()) {
      ASSERT_EQ(components.of_node[node].value(), expected[node.value()]);
      ++sizes[components.of_node[node].value()];
    }
    ASSERT_EQ(components.nodes.values(), sizes);
    ASSERT_GT(components.nodes.size(), 3U);
    greatest = std::max<std::size_t>(greatest, *std::ranges::max_element(sizes));
  }
  EXPECT_GT(greatest, 10U);
}

TEST(ConnectedComponents, EmptyGraphHasNone) {
  auto const components = connected_components(build(RoadNetwork{}));
  EXPECT_TRUE(components.of_node.empty());
  EXPECT_TRUE(components.nodes.empty());
}

TEST(ConnectedComponents, LongChainDoesNotOverflowTheStack) {
  RoadNetwork network;
  constexpr std::uint32_t kNodes = 300'000;
  for (std::uint32_t i = 0; i < kNodes; ++i)
    network.junctions.push_back({static_cast<double>(i), 0});
  for (std::uint32_t i = 1; i < kNodes; ++i)
    network.segments.push_back({JunctionId{i - 1}, JunctionId{i}, {}});
  EXPECT_EQ(connected_components(build(network)).nodes.size(), 1U);
}

}  // namespace
}  // namespace gapmap::graph
