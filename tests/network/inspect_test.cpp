#include "gapmap/network/inspect.h"

#include "gapmap/network/assemble.h"
#include "tests/support/random_network.h"

namespace gapmap::network {
namespace {

struct DrawnRoad {
  std::vector<Point> line;
  RoadAttributes attributes = {};
};

RoadNetwork network_as_drawn(std::vector<DrawnRoad> const& drawn) {
  RoadLines roads;
  for (auto const& each : drawn) {
    std::vector<Point> line;
    for (auto const p : each.line) line.push_back({500'000 + p.x, 6'800'000 + p.y});
    roads.lines.push_back(line);
    roads.attributes.push_back(each.attributes);
  }
  return assemble(roads, Ruler{test_frame()}).network;
}

TEST(NearMisses, FindsADeadEndBesideTheMiddleOfARoad) {
  auto const network = network_as_drawn({{{{0, 0}, {100, 0}}}, {{{50, 0.6}, {50, 80}}}});
  auto const misses = near_misses(network, Meters{1});
  ASSERT_EQ(misses.size(), 1U);
  EXPECT_NEAR(misses[0].distance.value(), 0.6, 1e-6);
  EXPECT_EQ(misses[0].nearest, (Point{500'050, 6'800'000}));
  EXPECT_EQ(misses[0].other, SegmentId{std::size_t{0}});
}

TEST(NearMisses, AtExactlyTheDistanceIsNone) {
  auto const network = network_as_drawn({{{{0, 0}, {100, 0}}}, {{{50, 1}, {50, 80}}}});
  EXPECT_TRUE(near_misses(network, Meters{1}).empty());
}

TEST(NearMisses, LeavesOutJoinedEndsCrossingsAndQuays) {
  RoadAttributes const ferry{.road_class = RoadClass::Ferry};
  auto const network =
      network_as_drawn({{{{0, 0}, {100, 0}}},
                        {{{100, 0.05}, {200, 0}}},          // joined
                        {{{50, -50}, {50, 50}}},            // a bridge
                        {{{20, 0.5}, {20, 300}}, ferry}});  // lands beside the road
  EXPECT_TRUE(near_misses(network, Meters{1}).empty());
}

TEST(OddSpeeds, AreLimitsAndCrossingsNobodyDrives) {
  auto const network = network_as_drawn(
      {{{{0, 0}, {100, 0}}, {.speed_limit = {120, 120}}},
       {{{0, 10}, {100, 10}}, {.speed_limit = {50, 121}}},
       {{{0, 20}, {100, 20}}, {.speed_limit = {4, 200}}},
       {{{0, 30}, {100, 30}}, {.road_class = RoadClass::Ferry, .ferry_speed_mps = 5}},
       {{{0, 40}, {100, 40}}, {.road_class = RoadClass::Ferry, .ferry_speed_mps = 20}}});
  auto const odd = odd_speeds(network);
  ASSERT_EQ(odd.size(), 3U);
  EXPECT_EQ(odd[0].speed_kmh, 121);
  EXPECT_EQ(odd[1].speed_kmh, 4);
  EXPECT_NEAR(odd[2].speed_kmh, 72, 1e-3);
}

}  // namespace
}  // namespace gapmap::network
