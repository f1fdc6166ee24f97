// What traffic lights and signs make of the segments.
#include "gapmap/network/signs.h"

#include "tests/network/assembled.h"

namespace gapmap::network {
namespace {

constexpr RoadSign kLights{SignKind::Lights};
constexpr RoadSign kLightsAlong{SignKind::Lights, {true, false}};
constexpr RoadSign kCrossing{SignKind::CrossingLights};
constexpr RoadSign kGiveWay{SignKind::GiveWay};

RoadAttributes one_way_road() {
  RoadAttributes road{RoadClass::Local};
  road.permitted[1] = ModeSet::of(Mode::Walk);
  return road;
}

/// "1S|0-": along the segment one stop, and lights at its end; against it none and nothing.
std::string signs_of(RoadLines const& roads) {
  auto const network = assemble(roads, Ruler{test_frame()}).network;
  std::string text;
  for (auto const& segment : network.segments) {
    text += text.empty() ? "" : " ";
    for (std::size_t d = 0; d < 2; ++d) {
      constexpr std::string_view kControls = "-gS";
      text += fmt::format("{}{}{}", d == 0 ? "" : "|", segment.signals[d],
                          kControls[static_cast<std::size_t>(segment.control[d])]);
    }
  }
  return text;
}

/// Two streets that cross at (0, 0): west, east, south, north, each 100 m, first west–east with
/// points 0 to 4 at -100, -20, 0, 20 and 100, then south–north with 5 to 9.
RoadLines crossing() {
  return lines_of({{{at(-100, 0), at(-20, 0), at(0, 0), at(20, 0), at(100, 0)}},
                   {{at(0, -100), at(0, -20), at(0, 0), at(0, 20), at(0, 100)}}});
}

TEST(Signs, NoneLeaveEverythingAsItIs) {
  EXPECT_EQ(signs_of(crossing()), "0-|0- 0-|0- 0-|0- 0-|0-");
}

TEST(Signs, LightsAtAJunctionStopWhoeverComesToIt) {
  auto roads = crossing();
  roads.signs = {{2, kLights}, {7, kLights}};
  EXPECT_EQ(signs_of(roads), "1S|0- 0-|1S 1S|0- 0-|1S");
}

TEST(Signs, StopLinesBeforeAJunctionAreItsLightsForEveryRoad) {
  auto roads = crossing();
  roads.signs = {{1, kLightsAlong}};
  EXPECT_EQ(signs_of(roads), "1S|0- 0-|1S 1S|0- 0-|1S");
  roads.signs = {{1, kLights}, {3, kLights}, {6, kLights}, {8, kLights}};
  EXPECT_EQ(signs_of(roads), "1S|0- 0-|1S 1S|0- 0-|1S") << "one stop, on no side a second one";
}

TEST(Signs, LightsFarFromJunctionsStopThoseWhomTheyFace) {
  auto roads = lines_of({{{at(0, 0), at(100, 0), at(200, 0)}}});
  roads.signs = {{1, kLights}};
  EXPECT_EQ(signs_of(roads), "1-|1-");
  roads.signs = {{1, kLightsAlong}};
  EXPECT_EQ(signs_of(roads), "1-|0-");
}

TEST(Signs, FacingTurnsWithTheLine) {
  auto roads = lines_of({{{at(0, 0), at(50, 0)}}, {{at(200, 0), at(100, 0), at(50, 0)}}});
  roads.signs = {{3, kLightsAlong}};
  EXPECT_EQ(signs_of(roads), "0-|1-") << "one segment, its second half drawn against it";
}

TEST(Signs, WhatIsToldByBothLinesOfAVertexStandsOnce) {
  auto roads = lines_of({{{at(0, 0), at(100, 0)}}, {{at(100, 0), at(200, 0)}}});
  roads.signs = {{1, kLights}, {2, kLights}};
  EXPECT_EQ(signs_of(roads), "1-|1-");
}

TEST(Signs, LightsInReachOfOneAnotherAreOneStop) {
  auto roads = lines_of({{{at(0, 0), at(100, 0), at(125, 0), at(300, 0), at(350, 0), at(500, 0)}}});
  roads.signs = {{1, kLights}, {2, kCrossing}, {3, kLights}, {4, kLights}};
  EXPECT_EQ(signs_of(roads), "3-|3-") << "25 m apart they are one, 50 m apart two";
}

TEST(Signs, CarriagewaysOfAnAvenueAreCrossedWithOneStop) {
  // The avenue: two one-way roads 20 m apart. The street crosses both.
  auto roads = lines_of({{{at(-100, 0), at(0, 0), at(100, 0)}},
                         {{at(100, 20), at(0, 20), at(-100, 20)}},
                         {{at(0, -100), at(0, 0), at(0, 20), at(0, 120)}}});
  roads.attributes[0] = roads.attributes[1] = one_way_road();
  roads.signs = {{1, kLights}, {4, kLights}, {7, kLights}, {8, kLights}};
  EXPECT_EQ(signs_of(roads), "1S|0- 0-|0- 1S|0- 0-|0- 1S|0- 0S|0S 0-|1S");
}

TEST(Signs, LightsOfACrossingLightUpNoJunction) {
  auto roads = crossing();
  roads.signs = {{1, kCrossing}};
  EXPECT_EQ(signs_of(roads), "1-|1- 0-|0- 0-|0- 0-|0-");
  roads.signs = {{1, kCrossing}, {2, kLights}, {7, kLights}};
  EXPECT_EQ(signs_of(roads), "1S|0- 0-|1S 1S|0- 0-|1S") << "but belong to one that is lit";
}

TEST(Signs, WhereAPathMeetsAStreetIsNoJunction) {
  RoadAttributes path{RoadClass::Path};
  path.permitted = {ModeSet::of(Mode::Walk), ModeSet::of(Mode::Walk)};
  auto roads =
      lines_of({{{at(0, 0), at(100, 0), at(300, 0)}}, {{at(100, -50), at(100, 0), at(100, 50)}}});
  roads.attributes[1] = path;
  roads.signs = {{1, kCrossing}, {4, kCrossing}};
  EXPECT_EQ(signs_of(roads), "1S|0- 0-|1S 0-|0- 0-|0-");
}

TEST(Signs, GiveWayHoldsForItsRoadAtTheNextJunction) {
  auto roads = crossing();
  roads.signs = {{6, {SignKind::GiveWay, {true, false}}}};
  EXPECT_EQ(signs_of(roads), "0-|0- 0-|0- 0g|0- 0-|0-");
  roads.signs = {{6, kGiveWay}};
  EXPECT_EQ(signs_of(roads), "0-|0- 0-|0- 0g|0- 0-|0-") << "without a direction: the nearer end";
  roads.signs = {{6, {SignKind::GiveWay, {false, true}}}};
  EXPECT_EQ(signs_of(roads), "0-|0- 0-|0- 0-|0- 0-|0-") << "80 m before an end that is no junction";
  roads.signs = {{7, kGiveWay}};
  EXPECT_EQ(signs_of(roads), "0-|0- 0-|0- 0-|0- 0-|0-") << "at the junction: for whom?";
}

TEST(Signs, MoveWithTheirPointsWhenOthersAreLeftOut) {
  auto roads = lines_of({{{at(0, 0), at(0, 0), at(100, 0), at(100, 0), at(200, 0)}}});
  roads.signs = {{3, kLights}};
  EXPECT_EQ(signs_of(roads), "1-|1-");
}

}  // namespace
}  // namespace gapmap::network
