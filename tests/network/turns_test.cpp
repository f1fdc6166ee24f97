// Forbidden turns, from rules about lines to junctions that are split.
#include <algorithm>
#include <map>
#include <set>

#include "tests/network/assembled.h"

namespace gapmap::network {
namespace {

/// Named vertices, a letter each.
std::map<char, Point> const kPlaces{{'c', at(0, 0)},    {'n', at(0, 100)},   {'e', at(100, 0)},
                                    {'s', at(0, -100)}, {'w', at(-100, 0)},  {'x', at(200, 0)},
                                    {'y', at(300, 0)},  {'f', at(100, 100)}, {'z', at(200, 100)}};

struct Street {
  std::string way;  ///< letters of its vertices
  RoadAttributes road = {.road_class = RoadClass::Local};
};

/// A crossing at c; roads end at all others.
std::vector<Street> const kFourWays{{"wc"}, {"ce"}, {"nc"}, {"cs"}};

class Town {
 public:
  Town(std::vector<Street> const& streets, std::vector<TurnRule> turns) {
    VertexLines::Columns columns{.is_named = true};
    for (auto const& [letter, place] : kPlaces) columns.positions.push_back(place);
    RoadLines roads;
    for (auto const& [way, road] : streets) {
      for (auto const letter : way) columns.keys.push_back(key(letter));
      columns.first_points.push_back(columns.keys.size());
      roads.attributes.push_back(road);
    }
    roads.lines = VertexLines{std::move(columns)};
    roads.turns = std::move(turns);
    auto assembly = assemble(std::move(roads), Ruler{test_frame()});
    network = std::move(assembly.network);
    unused = std::move(assembly.unused_turns);
  }

  static std::uint32_t key(char letter) {
    return static_cast<std::uint32_t>(std::distance(kPlaces.begin(), kPlaces.find(letter)));
  }

  /// Whether somebody who sets out at the first vertex may come by all others in turn.
  [[nodiscard]] bool may_go(std::string const& way, Mode mode = Mode::Car) const {
    std::set<JunctionId> here;
    for (std::size_t j = 0; j < network.original_junctions(); ++j) {
      if (letter(JunctionId{j}) == way.front()) here.insert(JunctionId{j});
    }
    for (std::size_t i = 1; i < way.size(); ++i) {
      std::set<JunctionId> next;
      each_edge(mode, [&](JunctionId tail, JunctionId head) {
        if (here.contains(tail) && letter(head) == way[i]) next.insert(head);
      });
      here = next;
    }
    return !here.empty();
  }
  /// Of several ways those that may be taken: "wce wcs".
  [[nodiscard]] std::string ways(std::vector<std::string> const& all, Mode mode = Mode::Car) const {
    std::string text;
    for (auto const& way : all) {
      if (may_go(way, mode)) text += (text.empty() ? "" : " ") + way;
    }
    return text;
  }

  RoadNetwork network;
  std::vector<std::pair<std::uint32_t, UnusedTurn>> unused;

 private:
  [[nodiscard]] char letter(JunctionId junction) const {
    auto const place = network.junctions[junction];
    return std::ranges::find_if(kPlaces, [&](auto const& p) { return p.second == place; })->first;
  }
  /// Where a copy leaves an original junction, it takes the place of its original.
  template <class Visit>
  void each_edge(Mode mode, Visit const& visit) const {
    std::set<std::pair<SegmentId, Direction>> replaced;
    for (auto const s : network.segments.ids()) {
      for (auto const direction : {Direction::Along, Direction::Against}) {
        auto const [tail, head] = ends(s, direction);
        if (network.original_of(s) != s && network.original_of(tail) == tail &&
            network.segments[s].attributes.permits(direction).contains(mode))
          replaced.emplace(network.original_of(s), direction);
      }
    }
    for (auto const s : network.segments.ids()) {
      for (auto const direction : {Direction::Along, Direction::Against}) {
        if (!network.segments[s].attributes.permits(direction).contains(mode)) continue;
        if (network.original_of(s) == s && replaced.contains({s, direction})) continue;
        auto const [tail, head] = ends(s, direction);
        visit(tail, head);
      }
    }
  }
  [[nodiscard]] std::pair<JunctionId, JunctionId> ends(SegmentId s, Direction direction) const {
    auto const& segment = network.segments[s];
    return direction == Direction::Along ? std::pair{segment.from, segment.to}
                                         : std::pair{segment.to, segment.from};
  }
};

ModeSet const kVehicles = ModeSet::of(Mode::Car) | ModeSet::of(Mode::Bike);

/// From one line to another, by number, at a vertex.
TurnRule rule(TurnKind kind, std::uint32_t from, char via, std::uint32_t to,
              ModeSet binds = kVehicles) {
  return {.kind = kind,
          .binds = binds,
          .from = {from, from + 1},
          .via_vertex = Town::key(via),
          .to = {to, to + 1}};
}

std::vector<std::string> const kFromWest{"wcn", "wce", "wcs", "wcw"};
std::vector<std::string> const kFromSouth{"scn", "sce", "scw", "scs"};

TEST(Turns, WithoutRulesNothingIsSplit) {
  Town const town{kFourWays, {}};
  EXPECT_EQ(town.network.originals().size(), town.network.segments.size());
  EXPECT_EQ(town.network.original_junctions(), town.network.junctions.size());
  EXPECT_EQ(town.ways(kFromWest), "wcn wce wcs wcw");
}

TEST(Turns, AForbiddenTurnIsClosedToThoseWhoComeThatWay) {
  Town const town{kFourWays, {rule(TurnKind::No, 0, 'c', 2)}};
  EXPECT_EQ(town.ways(kFromWest), "wce wcs") << "nor do they turn round";
  EXPECT_EQ(town.ways(kFromSouth), "scn sce scw scs");
  EXPECT_EQ(town.ways({"ncw", "ecn", "scn"}), "ncw ecn scn");
  EXPECT_TRUE(town.unused.empty());
}

TEST(Turns, BindsOnlyTheModesOfTheRule) {
  Town const cars{kFourWays, {rule(TurnKind::No, 0, 'c', 2, ModeSet::of(Mode::Car))}};
  EXPECT_FALSE(cars.may_go("wcn", Mode::Car));
  EXPECT_TRUE(cars.may_go("wcn", Mode::Bike));
  EXPECT_TRUE(cars.may_go("wcn", Mode::Walk));
  Town const both{
      kFourWays,
      {rule(TurnKind::No, 0, 'c', 2), rule(TurnKind::No, 0, 'c', 3, ModeSet::of(Mode::Bike))}};
  EXPECT_EQ(both.ways(kFromWest, Mode::Car), "wce wcs");
  EXPECT_EQ(both.ways(kFromWest, Mode::Bike), "wce");
  EXPECT_EQ(both.ways(kFromWest, Mode::Walk), "wcn wce wcs wcw");
}

TEST(Turns, OnlyOneWayOnForbidsAllOthers) {
  Town const town{kFourWays, {rule(TurnKind::Only, 0, 'c', 1)}};
  EXPECT_EQ(town.ways(kFromWest), "wce");
  EXPECT_EQ(town.ways(kFromSouth), "scn sce scw scs");
  Town const two{kFourWays, {rule(TurnKind::Only, 0, 'c', 1), rule(TurnKind::Only, 0, 'c', 3)}};
  EXPECT_EQ(two.ways(kFromWest), "wce wcs") << "of several, each is allowed";
}

TEST(Turns, NoTurningRoundIsTheWayBackIfBothWaysAreOne) {
  Town const town{kFourWays, {rule(TurnKind::NoUTurn, 0, 'c', 0)}};
  EXPECT_EQ(town.ways(kFromWest), "wcn wce wcs");
  EXPECT_EQ(town.ways(kFromSouth), "scn sce scw scs");
  Town const dual{kFourWays, {rule(TurnKind::NoUTurn, 0, 'c', 2)}};
  EXPECT_EQ(dual.ways(kFromWest), "wce wcs") << "of two carriageways it is a turn like others";
}

TEST(Turns, AWayBetweenBindsOnlyThoseWhoCameByAllOfIt) {
  auto streets = kFourWays;
  streets.push_back({"ex"});
  streets.push_back({"ef"});
  auto through = rule(TurnKind::No, 0, 'c', 4);
  through.via = {{1, 2}};
  Town const town{streets, {through}};
  std::vector<std::string> const all{"wcex", "wcef", "ncex", "scex", "cex", "wce", "fex", "wcn"};
  EXPECT_EQ(town.ways(all), "wcef ncex scex cex wce fex wcn");
  EXPECT_EQ(town.ways({"wcec", "wcefe", "fefex"}), "wcefe fefex");
  EXPECT_EQ(town.ways(all, Mode::Walk), "wcex wcef ncex scex cex wce fex wcn");
}

TEST(Turns, WaysBetweenComeInAnyOrder) {
  std::vector<Street> const streets{{"wc"}, {"ex"}, {"ce"}, {"cn"}, {"ef"}, {"xy"}, {"xz"}};
  auto through = rule(TurnKind::No, 0, 'c', 5);
  through.via = {{1, 2}, {2, 3}};
  Town const town{streets, {through}};
  EXPECT_TRUE(town.unused.empty());
  EXPECT_EQ(town.ways({"wcexy", "wcexz", "ncexy", "fexy"}), "wcexz ncexy fexy");
}

TEST(Turns, NobodyTurnsRoundWhereThereIsAWayRound) {
  // West to north is forbidden; the way round to f is by e.
  std::vector<Street> const streets{{"wc"}, {"ce"}, {"nc"}, {"cs"}, {"ef"}, {"ex"}, {"fn"}, {"fz"}};
  Town const town{streets, {rule(TurnKind::No, 0, 'c', 2)}};
  EXPECT_EQ(town.ways({"wcf", "wcecf", "wcscf", "wcef", "scecf"}), "wcef")
      << "whoever might, as none of his turns is forbidden, gains nothing by it";
}

TEST(Turns, WhereThereIsNoWayRoundOneTurnsAtTheNearestDeadEnd) {
  // West to north is forbidden, and there is nothing but dead ends.
  std::vector<Street> const streets{{"wc"}, {"ce"}, {"nc"}, {"cs"}, {"ef"}, {"ex"}};
  Town const town{streets, {rule(TurnKind::No, 0, 'c', 2)}};
  EXPECT_EQ(town.ways({"wcn", "wcecn", "wcscn"}), "wcscn");
}

TEST(Turns, WhatMayMeanSeveralTurnsBindsNobody) {
  std::vector<Street> const streets{{"wce"}, {"nc"}, {"cs"}};
  Town const town{streets, {rule(TurnKind::No, 0, 'c', 1)}};
  EXPECT_EQ(town.ways(kFromWest), "wcn wce wcs wcw");
  ASSERT_EQ(town.unused.size(), 1U);
  EXPECT_EQ(town.unused[0], (std::pair{0U, UnusedTurn::Ambiguous}));
  // One way: there is but one.
  auto one_way = streets;
  one_way[0].road.permitted[1] = ModeSet::of(Mode::Walk);
  Town const sure{one_way, {rule(TurnKind::No, 0, 'c', 1)}};
  EXPECT_EQ(sure.ways(kFromWest), "wce wcs");
  EXPECT_TRUE(sure.unused.empty());
}

TEST(Turns, WhatDoesNotMeetBindsNobody) {
  auto streets = kFourWays;
  streets.push_back({"xy"});
  streets.push_back({"wc", {.road_class = RoadClass::Path}});
  for (auto& permitted : streets.back().road.permitted) permitted = ModeSet::of(Mode::Walk);
  Town const town{streets,
                  {rule(TurnKind::No, 0, 'c', 4), rule(TurnKind::No, 4, 'x', 0),
                   rule(TurnKind::No, 5, 'c', 1), rule(TurnKind::No, 0, 'f', 1)}};
  EXPECT_EQ(town.unused.size(), 4U);
  for (auto const& [number, why] : town.unused) EXPECT_EQ(why, UnusedTurn::NoWay);
  EXPECT_TRUE(town.network.copies().begin() == town.network.copies().end());
}

TEST(Turns, StandByTheirLinesWhereOthersAreLeftOut) {
  std::vector<Street> streets{{"yy"}};
  streets.insert(streets.end(), kFourWays.begin(), kFourWays.end());
  Town const town{streets, {rule(TurnKind::No, 1, 'c', 3)}};
  EXPECT_EQ(town.ways(kFromWest), "wce wcs");
}

TEST(Turns, AWayInSeveralLinesIsAllOfThem) {
  // Its middle is missing; the line that comes to c counts.
  std::vector<Street> const streets{{"xy"}, {"wc"}, {"ce"}, {"nc"}, {"cs"}};
  auto split = rule(TurnKind::No, 0, 'c', 3);
  split.from = {0, 2};
  EXPECT_EQ((Town{streets, {split}}.ways(kFromWest)), "wce wcs");
}

TEST(Turns, CopiesAreTheirOriginalsButForWhoMayTakeThem) {
  Town const town{kFourWays, {rule(TurnKind::No, 0, 'c', 2)}};
  auto const& network = town.network;
  EXPECT_EQ(network.originals().size(), 4U);
  EXPECT_EQ(network.original_junctions(), 5U);
  ASSERT_GT(network.segments.size(), 4U);
  ASSERT_EQ(network.originals_of_split_junctions.size(), network.junctions.size() - 5);
  EXPECT_TRUE(std::ranges::is_sorted(network.originals_of_copies));
  for (auto const copy : network.copies()) {
    auto const original = network.original_of(copy);
    EXPECT_LT(original.value(), 4U);
    EXPECT_EQ(network.length(copy), network.length(original));
    EXPECT_TRUE(std::ranges::equal(network.shape(copy), network.shape(original)));
    auto const& segment = network.segments[copy];
    EXPECT_EQ(network.original_of(segment.from), network.segments[original].from);
    EXPECT_EQ(network.original_of(segment.to), network.segments[original].to);
    bool const is_along = !segment.attributes.permits(Direction::Along).is_empty();
    bool const is_against = !segment.attributes.permits(Direction::Against).is_empty();
    EXPECT_NE(is_along, is_against);
    for (auto const& permitted : segment.attributes.permitted)
      EXPECT_FALSE(permitted.contains(Mode::Walk));
  }
}

}  // namespace
}  // namespace gapmap::network
