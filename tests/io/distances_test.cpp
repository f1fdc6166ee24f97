// Distances through the whole chain, from a file of roads to the sweep, beside Boost's Dijkstra on
// the same graph.

#include "gapmap/graph/sweep.h"
#include "gapmap/io/read_roads.h"
#include "tests/io/reading.h"
#include "tests/support/oracle.h"
#include "tests/support/random_network.h"

namespace gapmap {
namespace {

constexpr std::size_t kPairs = 500;

/// Of so many pairs of nodes by chance those that are connected, after all were seen to be equal.
template <CostType Cost>
std::size_t equal_distances(RoadNetwork const& network, Mode mode, Random& random) {
  auto const graph = graph::build(network);
  auto const costs = travel::weigh<Cost>(network, graph, travel::builtin_profile(mode));
  auto const last = static_cast<std::uint32_t>(graph.nodes() - 1);
  graph::Sweep<Cost> sweep{graph, costs};
  std::size_t connected = 0;
  for (std::size_t pair = 0; pair < kPairs; ++pair) {
    NodeId const from{random.whole(0, last)};
    NodeId const to{random.whole(0, last)};
    sweep.run(std::vector<graph::Seed<Cost>>{{from, Cost{0}, 0}});
    auto const expected = oracle::dijkstra(graph, costs, from)[to];
    EXPECT_EQ(sweep.cost(to), expected)
        << name_of(mode) << ", from " << from.value() << " to " << to.value();
    connected += from != to && expected.is_finite() ? 1 : 0;
  }
  return connected;
}

void expect_equal_distances(RoadNetwork const& network, std::size_t at_least) {
  Random random{500};
  for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
    EXPECT_GE(equal_distances<Millimeters>(network, mode, random), at_least) << name_of(mode);
    EXPECT_GE(equal_distances<Milliseconds>(network, mode, random), at_least) << name_of(mode);
  }
}

TEST(Distances, OfPairsInATownOfOpenStreetMapAreBoosts) {
  auto roads = io::read_roads(
      {.source = {.path = GAPMAP_SOURCE_DIR "/geodata/osm-sample/town.osm"}}, test_frame());
  expect_equal_distances(network::assemble(std::move(roads.roads), Ruler{test_frame()}).network,
                         100);
}

TEST(Distances, OfPairsInHelsinkisCentreAreBoosts) {
  auto roads = io::read_roads(
      {.source = {.path = GAPMAP_SOURCE_DIR "/geodata/helsinki-centre/streets.osm"}}, test_frame());
  expect_equal_distances(network::assemble(std::move(roads.roads), Ruler{test_frame()}).network,
                         15);  // by car most of the centre is cut into bits
}

TEST(Distances, OfPairsInARandomNetworkAreBoosts) {
  Random random{501};
  expect_equal_distances(random_network(random, {.segments = 300, .one_way = 0.4}), 40);
}

}  // namespace
}  // namespace gapmap
