// What assembling does with directions, modes, vertex keys and gates.
#include "gapmap/network/assemble.h"

#include "gapmap/units/error.h"
#include "tests/network/assembled.h"

namespace gapmap::network {
namespace {

/// Lines with keys for their vertices and gates: what OpenStreetMap gives.
struct Keyed {
  Line line;
  std::vector<std::uint32_t> keys;
  RoadAttributes attributes = {RoadClass::Local};
};
RoadLines keyed_lines(std::vector<Keyed> const& keyed) {
  VertexLines::Columns columns{.is_named = true};
  RoadLines roads;
  for (auto const& k : keyed) {
    for (std::size_t i = 0; i < k.keys.size(); ++i) {
      columns.keys.push_back(k.keys[i]);
      if (columns.positions.size() <= k.keys[i]) columns.positions.resize(k.keys[i] + 1);
      columns.positions[k.keys[i]] = k.line[i];
    }
    columns.first_points.push_back(columns.keys.size());
    roads.attributes.push_back(k.attributes);
  }
  roads.lines = VertexLines{std::move(columns)};
  return roads;
}

RoadAttributes one_way(Direction direction = Direction::Along) {
  RoadAttributes attributes{RoadClass::Local};
  attributes.permitted[static_cast<std::size_t>(opposite(direction))] = ModeSet{};
  return attributes;
}

TEST(Assemble, OneWayLinksInARowBecomeOneSegment) {
  RoadLines roads;
  roads.lines.push_back(Line{at(0, 0), at(10, 0)});
  roads.lines.push_back(Line{at(10, 0), at(20, 0)});
  roads.attributes = {one_way(), one_way()};
  EXPECT_EQ(text_of(roads), "2 junctions: 0-1 (3 points)");
}

TEST(Assemble, OneWayLinksDigitisedAgainstEachOtherBecomeOneIfTrafficRunsOn) {
  RoadLines roads;
  roads.lines.push_back(Line{at(0, 0), at(10, 0)});
  roads.lines.push_back(Line{at(20, 0), at(10, 0)});
  roads.attributes = {one_way(Direction::Along), one_way(Direction::Against)};
  auto const network = assemble(roads, Ruler{test_frame()}).network;
  EXPECT_EQ(text_of(network), "2 junctions: 0-1 (3 points)");
  EXPECT_EQ(network.segments[SegmentId{std::size_t{0}}].attributes, one_way(Direction::Along));
  // Traffic that would meet head-on is two roads.
  roads.attributes = {one_way(), one_way()};
  EXPECT_EQ(text_of(roads), "3 junctions: 0-1 (2 points) 2-1 (2 points)");
}

TEST(Assemble, ChainWalkedBackwardsTurnsItsAttributes) {
  // The first line begins where the chain ends: the segment is walked against its first line or its
  // attributes are turned.
  RoadLines roads;
  RoadAttributes hill = one_way();
  hill.speed_limit = {50, 30};
  roads.lines.push_back(Line{at(10, 0), at(20, 0)});
  roads.lines.push_back(Line{at(10, 0), at(0, 0)});
  roads.lines.push_back(Line{at(20, 0), at(30, 0)});
  roads.attributes = {hill, hill.reversed(), hill};
  auto const network = assemble(roads, Ruler{test_frame()}).network;
  ASSERT_EQ(text_of(network), "2 junctions: 0-1 (4 points)");
  SegmentId const only{std::size_t{0}};
  bool const runs_east = network.shape(only).front() == at(0, 0);
  EXPECT_EQ(network.segments[only].attributes, runs_east ? hill : hill.reversed());
}

TEST(Assemble, LinksThatDifferInAnyAttributeStayApart) {
  RoadAttributes const plain{RoadClass::Local};
  auto const count = [&](auto const& change) {
    auto other = plain;
    change(other);
    RoadLines roads;
    roads.lines.push_back(Line{at(0, 0), at(10, 0)});
    roads.lines.push_back(Line{at(10, 0), at(20, 0)});
    roads.attributes = {plain, other};
    return assemble(roads, Ruler{test_frame()}).network.segments.size();
  };
  EXPECT_EQ(count([](RoadAttributes&) {}), 1U);
  EXPECT_EQ(count([](RoadAttributes& a) { a.road_class = RoadClass::Track; }), 2U);
  EXPECT_EQ(count([](RoadAttributes& a) { a.surface = Surface::Gravel; }), 2U);
  EXPECT_EQ(count([](RoadAttributes& a) { a.permitted[0].erase(Mode::Car); }), 2U);
  EXPECT_EQ(count([](RoadAttributes& a) { a.permitted[1].erase(Mode::Bike); }), 2U);
  EXPECT_EQ(count([](RoadAttributes& a) { a.speed_limit[1] = 40; }), 2U);
  EXPECT_EQ(count([](RoadAttributes& a) { a.level = Level::Bridge; }), 2U);
  EXPECT_EQ(count([](RoadAttributes& a) { a.entry = Entry::AtJunctions; }), 2U);
  EXPECT_EQ(count([](RoadAttributes& a) { a.ferry_speed_mps = 3; }), 2U);
}

TEST(Assemble, KeysSayWhichVerticesAreOne) {
  // Two roads on top of each other: one bridge deck over another, at one position but two vertices.
  EXPECT_EQ(text_of(keyed_lines({{{at(0, 0), at(10, 0), at(20, 0)}, {0, 1, 2}},
                                 {{at(10, -10), at(10, 0), at(10, 10)}, {3, 4, 5}}})),
            "4 junctions: 0-1 (3 points) 2-3 (3 points)");
  EXPECT_EQ(text_of(keyed_lines({{{at(0, 0), at(10, 0), at(20, 0)}, {0, 1, 2}},
                                 {{at(10, -10), at(10, 0), at(10, 10)}, {3, 1, 5}}})),
            "5 junctions: 0-1 (2 points) 1-2 (2 points) 3-1 (2 points) 1-4 (2 points)");
}

TEST(Assemble, WithKeysNothingIsJoinedForBeingNear) {
  auto const roads =
      keyed_lines({{{at(0, 0), at(10, 0)}, {0, 1}}, {{at(10, 0), at(20, 0)}, {2, 3}}});
  EXPECT_EQ(text_of(roads), "4 junctions: 0-1 (2 points) 2-3 (2 points)");
  EXPECT_EQ(assemble(roads, Ruler{test_frame()}).joined_ends, 0U);
}

TEST(Assemble, KeysAndNotPositionsTellRepeatedPoints) {
  auto const apart = keyed_lines({{{at(0, 0), at(0, 0), at(10, 0)}, {0, 1, 2}}});
  EXPECT_EQ(assemble(apart, Ruler{test_frame()}).repeated_points, 0U);
  auto const repeated = keyed_lines({{{at(0, 0), at(10, 0), at(10, 0)}, {0, 1, 1}}});
  EXPECT_EQ(assemble(repeated, Ruler{test_frame()}).repeated_points, 1U);
}

TEST(Assemble, KeysOfEveryPointAreAPromise) {
  auto roads = keyed_lines({{{at(0, 0), at(10, 0)}, {0, 1}}});
  auto columns = std::move(roads.lines).take();
  columns.keys.pop_back();
  roads.lines = VertexLines{std::move(columns)};
  EXPECT_THROW((void)assemble(roads, Ruler{test_frame()}), BrokenPromise);
}

TEST(Assemble, PositionsOfEveryKeyAreAPromise) {
  auto roads = keyed_lines({{{at(0, 0), at(10, 0)}, {0, 1}}});
  auto columns = std::move(roads.lines).take();
  columns.positions.pop_back();
  roads.lines = VertexLines{std::move(columns)};
  EXPECT_THROW((void)assemble(roads, Ruler{test_frame()}), BrokenPromise);
}

ModeSet const kNoCars = ModeSet::of(Mode::Bike) | ModeSet::of(Mode::Walk);

/// Segments with who may travel along and against: "cbw/cbw 10 m, bw/bw 0 m".
std::string passable(RoadNetwork const& network) {
  auto const modes = [](ModeSet set) {
    std::string text;
    for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk})
      text += set.contains(mode) ? name_of(mode).substr(0, 1) : "";
    return text.empty() ? "-" : text;
  };
  std::string text;
  for (auto const s : network.segments.ids()) {
    auto const& attributes = network.segments[s].attributes;
    text += fmt::format("{}{}/{} {:.0f} m", text.empty() ? "" : ", ",
                        modes(attributes.permits(Direction::Along)),
                        modes(attributes.permits(Direction::Against)), network.length(s).value());
  }
  return text;
}
std::string passable(RoadLines const& roads) {
  return passable(assemble(roads, Ruler{test_frame()}).network);
}

TEST(Assemble, GateInTheMiddleOfAWayIsPassedOnBothItsSides) {
  auto roads = lines_of({{{at(0, 0), at(10, 0), at(30, 0)}}});
  roads.gates = {{1, kNoCars}};
  EXPECT_EQ(passable(roads), "bw/bw 0 m, cbw/cbw 10 m, cbw/cbw 20 m")
      << "both sides of it are one segment";
}

TEST(Assemble, GateAtEitherEndOfAWayStandsBetweenItAndTheJunction) {
  auto roads =
      lines_of({{{at(0, 0), at(10, 0)}}, {{at(10, 0), at(30, 0)}}, {{at(10, 0), at(10, 40)}}});
  roads.gates = {{1, kNoCars}};
  EXPECT_EQ(passable(roads), "bw/bw 0 m, cbw/cbw 10 m, cbw/cbw 20 m, cbw/cbw 40 m");
  roads.gates = {{2, kNoCars}};
  EXPECT_EQ(passable(roads), "cbw/cbw 10 m, bw/bw 0 m, cbw/cbw 20 m, cbw/cbw 40 m");
}

RoadLines meeting_at_10(RoadClass side, std::vector<std::size_t> const& gates, bool is_parted) {
  auto const side_road =
      RoadAttributes{.road_class = side, .permitted = {usual_modes(side), usual_modes(side)}};
  std::vector<Keyed> keyed;
  if (is_parted) {
    keyed = {{{at(0, 0), at(10, 0)}, {0, 1}}, {{at(10, 0), at(30, 0)}, {1, 2}}};
  } else {
    keyed = {{{at(0, 0), at(10, 0), at(30, 0)}, {0, 1, 2}}};
  }
  keyed.push_back({{at(10, 0), at(10, 40)}, {1, 3}, side_road});
  auto roads = keyed_lines(keyed);
  for (auto const point : gates) roads.gates.push_back({point, kNoCars});
  return roads;
}

TEST(Assemble, AGateWhereASidePathMeetsAStreetThatGoesOnDoesNotCount) {
  EXPECT_EQ(passable(meeting_at_10(RoadClass::Cycleway, {1, 3}, false)),
            "cbw/cbw 10 m, cbw/cbw 20 m, bw/bw 40 m");
  EXPECT_EQ(passable(meeting_at_10(RoadClass::Local, {1, 3}, false)),
            "cbw/cbw 10 m, cbw/cbw 20 m, cbw/cbw 40 m");
}

TEST(Assemble, AGateAtTheEndOfTwoWaysOfAStreetCountsWhateverElseMeetsThere) {
  EXPECT_EQ(passable(meeting_at_10(RoadClass::Cycleway, {1, 2, 4}, true)),
            "bw/bw 0 m, cbw/cbw 10 m, bw/bw 0 m, cbw/cbw 20 m, bw/bw 40 m");
  EXPECT_EQ(passable(meeting_at_10(RoadClass::Local, {1, 2, 4}, true)),
            "cbw/cbw 10 m, cbw/cbw 20 m, cbw/cbw 40 m")
      << "a junction of three streets";
}

TEST(Assemble, AGateOnAFerryNeverCounts) {
  auto roads = keyed_lines(
      {{{at(0, 0), at(10, 0)}, {0, 1}}, {{at(10, 0), at(30, 0)}, {1, 2}, {RoadClass::Ferry}}});
  roads.gates = {{1, kNoCars}, {2, kNoCars}};
  EXPECT_EQ(passable(roads), "bw/bw 0 m, cbw/cbw 10 m, cbw/cbw 20 m, cbw/cbw 0 m, cbw/cbw 0 m")
      << "behind the ferry it is boarded at either end";
}

TEST(Assemble, AGateSaysWhetherItOpensWithAKey) {
  auto roads = keyed_lines({{{at(0, 0), at(10, 0), at(30, 0)}, {0, 1, 2}}});
  roads.gates = {{1, kNoCars, Entry::WithKey}};
  auto const network = assemble(roads, Ruler{test_frame()}).network;
  std::size_t with_key = 0;
  for (auto const id : network.segments.ids()) {
    if (network.segments[id].attributes.entry != Entry::WithKey) continue;
    ++with_key;
    EXPECT_EQ(network.length(id), Meters{0});
  }
  EXPECT_EQ(with_key, 1U);
}

TEST(Assemble, GateOfOneWayOnlyLeavesTheOtherWaysOfTheVertexOpen) {
  auto roads = lines_of({{{at(0, 0), at(10, 0), at(30, 0)}}, {{at(10, 0), at(10, 40)}}});
  roads.gates = {{3, kNoCars}};
  EXPECT_EQ(passable(roads), "cbw/cbw 10 m, cbw/cbw 20 m, bw/bw 0 m, cbw/cbw 40 m");
}

TEST(Assemble, GateOnAOneWayRoadLetsThroughAlongTheRoad) {
  RoadLines roads;
  roads.lines.push_back(Line{at(0, 0), at(10, 0), at(30, 0)});
  roads.attributes = {one_way()};
  roads.gates = {{1, kNoCars}};
  EXPECT_EQ(passable(roads), "bw/- 0 m, cbw/- 10 m, cbw/- 20 m");
  roads.gates = {{0, kNoCars}, {2, kNoCars}};
  EXPECT_EQ(passable(roads), "bw/- 0 m, bw/- 0 m, cbw/- 30 m");
}

TEST(Assemble, GateThatStopsNobodyLeavesTheWayWhole) {
  auto roads = lines_of({{{at(0, 0), at(10, 0), at(30, 0)}}});
  roads.gates = {{1, ModeSet::all()}};
  EXPECT_EQ(text_of(roads), "2 junctions: 0-1 (3 points)");
}

TEST(Assemble, GatesFollowTheirPointsWhenOthersAreLeftOut) {
  auto roads =
      lines_of({{{at(5, 5), at(5, 5)}}, {{at(0, 0), at(0, 0), at(10, 0), at(10, 0), at(30, 0)}}});
  roads.gates = {{0, ModeSet{}}, {5, kNoCars}};  // the second one is a repeated point itself
  EXPECT_EQ(passable(roads), "bw/bw 0 m, cbw/cbw 10 m, cbw/cbw 20 m");
}

}  // namespace
}  // namespace gapmap::network
