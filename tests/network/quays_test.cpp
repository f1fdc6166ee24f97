// Where ferries are boarded, and who stays aboard.

#include <algorithm>

#include "gapmap/network/assemble.h"
#include "tests/network/assembled.h"
#include "tests/support/drawn_town.h"

namespace gapmap::network {
namespace {

constexpr RoadAttributes kFerry{.road_class = RoadClass::Ferry};
constexpr RoadAttributes kStreet{.road_class = RoadClass::Local};

RoadAttributes water_bus() {
  RoadAttributes ferry = kFerry;
  ferry.permitted = {ModeSet::of(Mode::Walk), ModeSet::of(Mode::Walk)};
  return ferry;
}

struct Part {
  std::vector<Point> line;
  RoadAttributes attributes;
};

RoadNetwork network_of(std::vector<Part> const& parts) {
  RoadLines roads;
  for (auto const& part : parts) {
    roads.lines.push_back(part.line);
    roads.attributes.push_back(part.attributes);
  }
  return assemble(std::move(roads), Ruler{test_frame()}).network;
}

/// The boardings at a point, in the order of the network.
std::vector<SegmentId> boardings_at(Point quay, RoadNetwork const& network) {
  std::vector<SegmentId> found;
  for (auto const id : network.segments.ids()) {
    if (network.is_boarding(id) && network.shape(id).front() == quay) found.push_back(id);
  }
  return found;
}

constexpr Point kQuay = at(100, 0);

TEST(Quays, AFerryIsBoardedAtBothEnds) {
  auto const network = network_of({{{at(0, 0), at(100, 0)}, kFerry}});
  EXPECT_EQ(text_of(network),
            "4 junctions: 2-3 (2 points, ferry) 0-2 (2 points, ferry) 1-3 (2 points, ferry)");
  EXPECT_EQ(network.length(SegmentId{1U}), Meters{0});
}

TEST(Quays, TwoFerriesThatEndTogetherAreOneShip) {
  Part const west{{at(0, 0), kQuay}, kFerry};
  Part const east{{kQuay, at(200, 0)}, kFerry};
  Part const road{{kQuay, at(100, 50)}, kStreet};
  EXPECT_EQ(boardings_at(kQuay, network_of({west, east, road})).size(), 1U);
  EXPECT_EQ(boardings_at(kQuay, network_of({west, east})).size(), 1U) << "a quay without a road";
}

TEST(Quays, FerriesOfDifferentKindsAreDifferentShips) {
  Part const west{{at(0, 0), kQuay}, kFerry};
  Part const road{{kQuay, at(100, 50)}, kStreet};
  for (auto const& other : {water_bus(), RoadAttributes{.road_class = RoadClass::CableFerry}})
    EXPECT_EQ(boardings_at(kQuay, network_of({west, {{kQuay, at(200, 0)}, other}, road})).size(),
              2U);
}

TEST(Quays, OfThreeLinesThatEndTogetherEachIsAShip) {
  auto const network = network_of({{{at(0, 0), kQuay}, kFerry},
                                   {{kQuay, at(200, 0)}, kFerry},
                                   {{kQuay, at(100, -100)}, kFerry},
                                   {{kQuay, at(100, 50)}, kStreet}});
  EXPECT_EQ(boardings_at(kQuay, network).size(), 3U);
}

TEST(Quays, ALineThatPassesThroughIsOneShipWhateverElseLands) {
  auto const network = network_of({{{at(0, 0), kQuay, at(200, 0)}, kFerry},
                                   {{kQuay, at(100, -100)}, kFerry},
                                   {{kQuay, at(100, 50)}, kStreet}});
  ASSERT_EQ(boardings_at(kQuay, network).size(), 2U);
  EXPECT_EQ(network.segments[SegmentId{0U}].to, network.segments[SegmentId{1U}].from);
  EXPECT_NE(network.segments[SegmentId{2U}].from, network.segments[SegmentId{1U}].from);
}

TEST(Quays, WhereALineOnlyPassesOrThreeMeetWithoutARoadIsOpenWater) {
  EXPECT_EQ(boardings_at(kQuay, network_of({{{at(0, 0), kQuay, at(200, 0)}, kFerry}})).size(), 0U);
  auto const branch = network_of({{{at(0, 0), kQuay}, kFerry},
                                  {{kQuay, at(200, 0)}, kFerry},
                                  {{kQuay, at(100, -100)}, kFerry}});
  EXPECT_EQ(boardings_at(kQuay, branch).size(), 0U);
  auto const crossing = network_of({{{at(0, 0), kQuay, at(200, 0)}, kFerry},
                                    {{at(100, -100), kQuay, at(100, 100)}, water_bus()}});
  EXPECT_EQ(boardings_at(kQuay, crossing).size(), 0U);
}

TEST(Quays, WhoIsTakenAlongMayBoardAndWhoIsBroughtMayLand) {
  auto one_way = kFerry;
  one_way.permitted[1] = ModeSet::of(Mode::Walk);
  auto const network =
      network_of({{{at(0, 0), kQuay}, one_way}, {{at(0, 0), at(-50, 0)}, kStreet}});
  auto const start = boardings_at(at(0, 0), network).at(0);
  auto const end = boardings_at(kQuay, network).at(0);
  EXPECT_EQ(network.segments[start].attributes.permits(Direction::Along), ModeSet::all());
  EXPECT_EQ(network.segments[start].attributes.permits(Direction::Against),
            ModeSet::of(Mode::Walk));
  EXPECT_EQ(network.segments[end].attributes.permits(Direction::Along), ModeSet::of(Mode::Walk));
  EXPECT_EQ(network.segments[end].attributes.permits(Direction::Against), ModeSet::all());
}

TEST(Quays, NamesAreThoseOfTheFerry) {
  RoadLines roads;
  roads.lines.push_back(Line{at(0, 0), at(100, 0)});
  roads.attributes = {kFerry};
  NameCollector names;
  roads.names.push_back(names.add("Norrskata"));
  roads.name_pool = std::move(names).take();
  auto const network = assemble(std::move(roads), Ruler{test_frame()}).network;
  for (auto const id : network.segments.ids()) EXPECT_EQ(network.name(id), "Norrskata");
}

TEST(Quays, OneShipIsOneWaitAndALandingIsBoardedWithAWholeOne) {
  // 18 km/h: 20 s for 100 m; 7.2 s for 100 m of road.
  auto const times = [](std::string_view picture, std::string_view from) {
    return drawn_town(picture).costs_from<Milliseconds>(from);
  };
  EXPECT_EQ(times("A-b~~~~m~~~~c-D", "A"), "A:0 b:14.4 c:2014.4 D:2028.8 m:1914.4");
  EXPECT_EQ(times("A-b~~~~m~~~~c-D", "m"), "A:1914.4 b:1900 c:1900 D:1914.4 m:0");
  constexpr auto kIslet = R"(
      A-b~~~~m~~~~c-D
             |
             e
  )";
  EXPECT_EQ(times(kIslet, "A"), "A:0 b:14.4 c:2014.4 D:2028.8 e:1928.8 m:1914.4");
}

}  // namespace
}  // namespace gapmap::network
