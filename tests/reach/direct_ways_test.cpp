#include "gapmap/reach/direct_ways.h"

#include "gapmap/access/attach.h"
#include "gapmap/reach/editable_nearest.h"
#include "gapmap/reach/flows.h"
#include "gapmap/reach/k_nearest.h"
#include "gapmap/reach/matrix.h"
#include "gapmap/reach/own_nearest.h"
#include "tests/support/drawn_town.h"
#include "tests/support/random_network.h"

namespace gapmap::reach {
namespace {

constexpr Meters kMaxOffRoad{900};

/// Homes and places scattered around random roads, so that many stand nearer to each other than to
/// a road.
struct Scattered {
  explicit Scattered(Random& random)
      : network{random_network(random, {.segments = random.whole(5, 40)})},
        graph{graph::build(network)},
        profile{travel::builtin_profile(static_cast<Mode>(random.whole(0, 2)))},
        costs{travel::weigh<Milliseconds>(network, graph, profile)} {
    auto const attached = [&](std::uint32_t count) {
      std::vector<Point> points;
      for (std::uint32_t i = 0; i < count; ++i)
        points.push_back(
            {500'000 + random.real(-1500, 3500), 6'800'000 + random.real(-1500, 3500)});
      return access::attach(points, network, test_frame(), {.max_off_road = kMaxOffRoad});
    };
    cells = IdVector<CellId, Attachment>{attached(60)};
    places = IdVector<PlaceId, Attachment>{attached(12)};
  }

  [[nodiscard]] Ends ends() const { return ends_of(cells, places, test_frame(), kMaxOffRoad); }
  /// As if nobody went straight.
  [[nodiscard]] Ends by_road() const { return {cells, places}; }

  /// Metres straight from home to place, where that is the way.
  [[nodiscard]] std::optional<Meters> straight(CellId c, PlaceId f) const {
    auto const& home = cells[c];
    auto const& place = places[f];
    auto const length = Ruler{test_frame()}.distance(home.point, place.point);
    if (length > home.off_road + place.off_road) return std::nullopt;
    bool const are_attached = home.is_attached() && place.is_attached();
    return are_attached || length <= kMaxOffRoad ? std::optional{length} : std::nullopt;
  }

  /// What every pair costs, from the table without straight ways and the definition of these.
  [[nodiscard]] std::vector<Reach<Milliseconds>> expected(
      CellId c, Trip trip, ReachTable<Milliseconds> const& roads) const {
    std::vector<Reach<Milliseconds>> row;
    for (auto const f : places.ids()) {
      auto cost = Milliseconds::infinite();
      for (auto const& reach : roads.row(c)) {
        if (reach.place == f) cost = reach.cost;
      }
      if (auto const length = straight(c, f)) {
        auto const one_way = travel::weigh_off_road<Milliseconds>(*length, profile);
        cost = std::min(cost, trip == Trip::Round ? one_way + one_way : one_way);
      }
      if (cost.is_finite()) row.push_back({f, cost});
    }
    std::ranges::sort(row, [](auto const& a, auto const& b) {
      return std::pair{a.cost, a.place} < std::pair{b.cost, b.place};
    });
    return row;
  }

  RoadNetwork network;
  RoadGraph graph;
  Profile profile;
  EdgeCosts<Milliseconds> costs;
  IdVector<CellId, Attachment> cells;
  IdVector<PlaceId, Attachment> places;
};

TEST(DirectWays, EverySearchTakesThemWhereTheyAreTheWay) {
  Random random{301};
  std::size_t shorter = 0;
  std::size_t unattached = 0;
  for (int round = 0; round < 25; ++round) {
    Scattered const test{random};
    auto const ends = test.ends();
    for (auto const trip : {Trip::ToPlace, Trip::FromPlace, Trip::Round}) {
      auto const roads = matrix<Milliseconds>(test.graph, test.costs, test.by_road(), test.profile,
                                              {.trip = trip});
      auto const all =
          matrix<Milliseconds>(test.graph, test.costs, ends, test.profile, {.trip = trip});
      auto const one =
          nearest<Milliseconds>(test.graph, test.costs, ends, test.profile, {.trip = trip});
      auto const three = k_nearest<Milliseconds>(test.graph, test.costs, ends, test.profile,
                                                 {.k = 3, .trip = trip});
      for (auto const c : test.cells.ids()) {
        auto const expected = test.expected(c, trip, roads);
        auto const is_start_of = [&](auto const& row, std::size_t count) {
          return std::ranges::equal(row,
                                    std::span{expected}.first(std::min(count, expected.size())));
        };
        ASSERT_TRUE(is_start_of(all.row(c), expected.size()));
        ASSERT_TRUE(is_start_of(one.row(c), 1));
        ASSERT_TRUE(is_start_of(three.row(c), 3));
        ASSERT_EQ(one.connections[c] == Connection::Reached, !expected.empty());
        shorter += !expected.empty() && roads.nearest(c) != expected.front() ? 1 : 0;
        unattached += !expected.empty() && !test.cells[c].is_attached() ? 1 : 0;
      }
    }
  }
  EXPECT_GT(shorter, 300U);
  EXPECT_GT(unattached, 30U);
}

TEST(DirectWays, EveryClienteleGoesStraightToItsOwn) {
  Random random{302};
  std::size_t straight = 0;
  for (int round = 0; round < 15; ++round) {
    Scattered const test{random};
    auto const ends = test.ends();
    std::vector<Clientele> clienteles(2);
    for (auto const c : test.cells.ids()) clienteles[random.whole(0, 1)].cells.push_back(c);
    for (auto const f : test.places.ids()) clienteles[random.whole(0, 1)].places.push_back(f);
    auto const own =
        own_nearest<Milliseconds>(test.graph, test.costs, ends, test.profile, clienteles, {.k = 2});
    for (auto const& clientele : clienteles) {
      auto only = ends;
      for (auto const f : only.places.ids()) {
        if (!std::ranges::binary_search(clientele.places, f)) only.places[f] = {};
      }
      auto const expected =
          k_nearest<Milliseconds>(test.graph, test.costs, only, test.profile, {.k = 2});
      for (auto const c : clientele.cells) {
        ASSERT_TRUE(std::ranges::equal(own.row(c), expected.row(c)));
        straight += only.direct.of(c).size();
      }
    }
  }
  EXPECT_GT(straight, 100U);
}

TEST(DirectWays, FollowPlacesThatAreEdited) {
  Random random{303};
  std::size_t changed = 0;
  for (int round = 0; round < 15; ++round) {
    Scattered test{random};
    for (auto const trip : {Trip::ToPlace, Trip::FromPlace}) {
      EditableNearest<Milliseconds> editable{
          test.graph, test.costs, test.ends(), test.profile, {.trip = trip}};
      auto now = test;
      for (int edit = 0; edit < 12; ++edit) {
        std::vector<Point> const anywhere{
            {500'000 + random.real(-1500, 3500), 6'800'000 + random.real(-1500, 3500)}};
        auto const to =
            access::attach(anywhere, test.network, test_frame(), {.max_off_road = kMaxOffRoad})
                .front();
        PlaceId const some{random.whole(0, static_cast<std::uint32_t>(now.places.size() - 1))};
        if (random.chance(0.3)) {
          editable.remove(some);
          now.places[some] = {};
        } else if (random.chance(0.5)) {
          editable.move(some, to);
          now.places[some] = to;
        } else {
          ASSERT_EQ(editable.add(to), now.places.push_back(to));
        }
        changed += editable.changed().size();
        auto const fresh =
            nearest<Milliseconds>(test.graph, test.costs, now.ends(), test.profile, {.trip = trip});
        auto const& table = editable.table();
        for (auto const c : test.cells.ids()) ASSERT_EQ(table.nearest(c), fresh.nearest(c));
        ASSERT_EQ(table.connections, fresh.connections);
      }
    }
  }
  EXPECT_GT(changed, 300U);
}

TEST(DirectWays, WhoGoesStraightTakesNoRoad) {
  // Home and place 100 m apart, each 300 m from the road; the other home goes by road.
  auto const town = drawn_town("a--------------b", {.step = Meters{100}});
  auto const a = town.at('a');
  std::vector<Point> const homes{{a.x + 500, a.y + 300}, {a.x + 1400, a.y}};
  std::vector<Point> const places{{a.x + 600, a.y + 300}};
  auto const attached = [&](std::vector<Point> const& points) {
    return access::attach(points, town.network(), town.frame());
  };
  auto const ends =
      ends_of(IdVector<CellId, Attachment>{attached(homes)},
              IdVector<PlaceId, Attachment>{attached(places)}, town.frame(), Meters{5000});
  auto const reach = nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile());
  EXPECT_NEAR(static_cast<double>(reach.nearest(CellId{0U})->cost.value()), 100'000, 20);
  Population const people{
      std::vector<Cell>{{.id = "1", .center = {}, .outline = {}, .residents = People{1}},
                        {.id = "2", .center = {}, .outline = {}, .residents = People{2}}}};
  Clientele const everybody{{CellId{0U}, CellId{1U}}, {PlaceId{0U}}};
  auto const flow =
      flows<Millimeters>(town.graph(), town.costs(), ends, town.profile(), std::span{&everybody, 1},
                         people, reach, {.limit = Millimeters{10'000'000}});
  EXPECT_EQ(flow[SegmentId{0U}].residents, People{2});
}

TEST(DirectWays, ExactlyAsLongAsBothLegsIsStraight) {
  auto const town = drawn_town("a--------------b", {.step = Meters{100}});
  auto const a = town.at('a');
  auto const attached = [&](Point p) {
    return access::attach(std::vector{p}, town.network(), town.frame()).front();
  };
  // Across the road from one another: both ways are one.
  auto const home = attached({a.x + 500, a.y + 200});
  auto const place = attached({a.x + 500, a.y - 100});
  auto const beside = attached({a.x + 505, a.y - 100});
  DirectWays const ways{IdVector<CellId, Attachment>{{home}},
                        IdVector<PlaceId, Attachment>{{place, beside}}, town.frame(), Meters{5000}};
  auto const ends = Ends{IdVector<CellId, Attachment>{{home}},
                         IdVector<PlaceId, Attachment>{{place, beside}}, ways};
  auto const reach = nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile());
  EXPECT_EQ(reach.nearest(CellId{0U})->place, PlaceId{0U});
  EXPECT_NEAR(static_cast<double>(reach.nearest(CellId{0U})->cost.value()), 300'000, 1);
}

}  // namespace
}  // namespace gapmap::reach
