#include "gapmap/network/main_roads.h"

#include <fmt/format.h>

#include "tests/network/assembled.h"

namespace gapmap::network {
namespace {

using enum RoadClass;

MainRoadOptions everything(std::size_t most_points = 1000) {
  return {.box = {at(-1e5, -1e5), at(1e5, 1e5)}, .most_points = most_points};
}

/// "primary: 0,0 1,0 (1000 m)", a line each, in kilometres from the middle.
std::string described(std::vector<MainRoad> const& roads) {
  std::string text;
  for (auto const& road : roads) {
    text += std::string{name_of(road.road_class)} + ":";
    for (auto const p : road.line)
      text += fmt::format(" {:g},{:g}", (p.x - at(0, 0).x) / 1000, (p.y - at(0, 0).y) / 1000);
    text += fmt::format(" ({:.0f} m)\n", road.length.value());
  }
  return text;
}

/// A length in the plane as it is on the ground there: 1 km of TM35FIN is 1000.4 m.
double ground(double plane) { return Ruler{test_frame()}.distance(at(0, 0), at(plane, 0)).value(); }

TEST(MainRoads, AreOneLineWhereOnlyOthersMeetThem) {
  auto const network = assembled({{{at(2000, 0), at(1000, 40)}, Primary},
                                  {{at(1000, 40), at(0, 0)}, Primary},
                                  {{at(1000, -1000), at(1000, 40)}, Local}})
                           .network;
  ASSERT_EQ(network.segments.size(), 3U);
  EXPECT_EQ(described(main_roads(network, everything())),
            fmt::format("primary: 0,0 1,0.04 2,0 ({:.0f} m)\nlocal: 1,-1 1,0.04 ({:.0f} m)\n",
                        2 * std::hypot(ground(1000), 40), ground(1040)));
  auto plain = everything();
  plain.tolerance = Meters{50};
  EXPECT_THAT(described(main_roads(network, plain)), testing::StartsWith("primary: 0,0 2,0 ("));
}

TEST(MainRoads, EndWhereThreeOfAClassMeet) {
  auto const roads = main_roads(assembled({{{at(0, 0), at(1000, 0)}, Primary},
                                           {{at(1000, 0), at(2000, 0)}, Primary},
                                           {{at(1000, 0), at(1000, 1000)}, Primary}})
                                    .network,
                                everything());
  EXPECT_EQ(roads.size(), 3U);
}

TEST(MainRoads, ARingIsALine) {
  auto const roads =
      main_roads(assembled({{{at(0, 0), at(1000, 0), at(1000, 1000), at(0, 0)}, Primary},
                            {{at(9000, 0), at(9000, 900), at(8000, 0)}, Primary},
                            {{at(8000, 0), at(9000, 0)}, Primary},
                            {{at(8000, 0), at(7000, 0)}, Local}})
                     .network,
                 everything());
  ASSERT_EQ(roads.size(), 3U);
  EXPECT_EQ(roads[0].line.front(), roads[0].line.back());
  EXPECT_EQ(roads[1].line.size(), 4U) << "put together of two";
  EXPECT_EQ(roads[1].line.front(), roads[1].line.back());
}

TEST(MainRoads, FerriesComeFirstAndPathsNever) {
  auto const roads = main_roads(assembled({{{at(0, 0), at(1000, 0)}, Path},
                                           {{at(0, 10), at(1000, 10)}, Unknown},
                                           {{at(0, 20), at(1000, 20)}, Track},
                                           {{at(0, 30), at(1000, 30)}, Residential},
                                           {{at(0, 40), at(1000, 40)}, Motorway},
                                           {{at(0, 50), at(1000, 50)}, CableFerry},
                                           {{at(0, 60), at(1000, 60)}, Ferry}})
                                    .network,
                                everything());
  std::vector<RoadClass> classes;
  for (auto const& road : roads) classes.push_back(road.road_class);
  EXPECT_THAT(classes, testing::ElementsAre(Ferry, CableFerry, Motorway, Residential, Unknown));
}

TEST(MainRoads, AClassThatIsTooMuchIsLeftOutWithAllAfterIt) {
  auto const network = assembled({{{at(0, 0), at(1000, 0)}, Primary},
                                  {{at(0, 10), at(500, 300), at(1000, 10)}, Secondary},
                                  {{at(0, 20), at(1000, 20)}, Tertiary}})
                           .network;
  EXPECT_EQ(main_roads(network, everything(7)).size(), 3U);
  EXPECT_EQ(main_roads(network, everything(5)).size(), 2U);
  auto const fewest = main_roads(network, everything(4));
  ASSERT_EQ(fewest.size(), 1U) << "two points are left, and a tertiary road would fit";
  EXPECT_EQ(fewest[0].road_class, Primary);
}

TEST(MainRoads, OfOneClassTheLongest) {
  auto const network = assembled({{{at(0, 0), at(1000, 0)}, Local},
                                  {{at(0, 10), at(3000, 10)}, Local},
                                  {{at(0, 20), at(2000, 20)}, Local}})
                           .network;
  auto const roads = main_roads(network, everything(4));
  ASSERT_EQ(roads.size(), 2U);
  EXPECT_GT(roads[0].length, roads[1].length);
  EXPECT_GT(roads[1].length, Meters{1500});
}

TEST(MainRoads, EndAtTheBox) {
  auto const network = assembled({{{at(-5000, 0), at(5000, 0)}, Primary}}).network;
  auto options = everything();
  options.box = {at(-1000, -1000), at(1000, 1000)};
  EXPECT_EQ(described(main_roads(network, options)),
            fmt::format("primary: -1,0 1,0 ({:.0f} m)\n", ground(2000)));
}

TEST(MainRoads, DoNotDependOnWhatLiesOutsideTheBox) {
  Random random{142};
  std::size_t drawn_in_all = 0;
  std::size_t left_out = 0;
  for (int round = 0; round < 60; ++round) {
    constexpr RoadClass kClasses[]{Primary, Secondary, Ferry};
    std::vector<Drawn> all;
    for (int i = 0; i < 60; ++i) {
      // Corners of a grid, so that lines meet.
      Line line{at(500.0 * random.whole(0, 12), 500.0 * random.whole(0, 12))};
      for (int n = 0; n < 3; ++n) {
        auto next = line.back();
        (random.chance(0.5) ? next.x : next.y) += random.chance(0.5) ? 500 : -500;
        line.push_back(next);
      }
      all.push_back({line, kClasses[random.whole(0, 2)]});
    }
    MainRoadOptions options{.box = {at(1900, 1900), at(4100, 4100)}, .tolerance = Meters{100}};
    std::vector<Drawn> near;
    for (auto const& each : all) {
      Box around;
      for (auto const p : each.line) around.extend(p);
      bool const touches = around.min.x <= options.box.max.x && around.max.x >= options.box.min.x &&
                           around.min.y <= options.box.max.y && around.max.y >= options.box.min.y;
      if (touches) near.push_back(each);
    }
    left_out += all.size() - near.size();
    auto const drawn = described(main_roads(assembled(all).network, options));
    ASSERT_EQ(drawn, described(main_roads(assembled(near).network, options)));
    drawn_in_all += drawn.size();
  }
  EXPECT_GT(left_out, 1000U);
  EXPECT_GT(drawn_in_all, 10'000U);
}

}  // namespace
}  // namespace gapmap::network
