#include "gapmap/travel/weigh.h"

#include "tests/support/drawn_town.h"
#include "tests/support/random_network.h"

namespace gapmap::travel {
namespace {

TEST(WeighLengths, BothDirectionsCostTheGeodesicLengthInWholeMillimeters) {
  Random random{111};
  auto const network = random_network(random);
  auto const graph = graph::build(network);
  auto const costs = weigh<Millimeters>(network, graph, builtin_profile(Mode::Walk));
  ASSERT_EQ(costs.size(), graph.edges());
  Ruler const ruler{test_frame()};
  std::size_t without_cost = 0;
  for (auto const s : network.segments.ids()) {
    auto const expected = to_millimeters(Meters{ruler.along(network.shape(s)).back()});
    ASSERT_EQ(costs[graph.edge(s, Direction::Along)], expected);
    ASSERT_EQ(costs[graph.edge(s, Direction::Against)], expected);
    without_cost += expected == Millimeters{0} ? 1 : 0;
  }
  EXPECT_GE(without_cost, 2U) << "edges without length were to be tested";
}

TEST(WeighLengths, FerriesCostTheirLengthToo) {
  auto const town = drawn_town("A--b~~~c--d", {.step = Meters{10}});
  EXPECT_EQ(town.costs_from("A"), "A:0 b:30 c:70 d:100");
}

TEST(WeighLengths, EmptyNetworkHasNoCosts) {
  RoadNetwork const network;
  EXPECT_TRUE(weigh<Millimeters>(network, graph::build(network), {}).empty());
}

}  // namespace
}  // namespace gapmap::travel
