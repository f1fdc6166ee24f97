#include "gapmap/reach/isochrone.h"

#include <fmt/format.h>

#include "gapmap/access/attach.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "tests/support/drawn_town.h"
#include "tests/support/random_network.h"

namespace gapmap::reach {
namespace {

using MillimeterOptions = IsochroneOptions<Millimeters>;

Millimeters mm(double meters) { return to_cost<Millimeters>(meters); }

/// Attachments of a town's places.
PlaceGroup places_of(DrawnTown const& town) {
  std::vector<Point> points;
  for (char const letter : town.places()) points.push_back(town.at(letter));
  return gapmap::access::attach(points, town.network(), town.frame());
}

/// Up to `off_road` metres from some road.
Attachment somewhere(RoadNetwork const& network, Random& random, double off_road = 0) {
  SegmentId segment;
  do {
    segment = SegmentId{random.whole(0, static_cast<std::uint32_t>(network.segments.size() - 1))};
  } while (network.is_boarding(segment));  // nobody stands half-way aboard
  auto const fraction = random.real(0, 1);
  return Attachment::on(network, segment, fraction,
                        Meters{off_road > 0 ? random.real(0, off_road) : 0});
}

/// "0-300@0 300-600@1": positions along each segment in metres, and the band.
std::string stretches_of(DrawnTown const& town, MillimeterOptions const& options) {
  std::string text;
  for (auto const& s : isochrone<Millimeters>(town.graph(), town.costs(), places_of(town),
                                              town.profile(), options)) {
    double const length = town.network().length(s.segment).value();
    text += fmt::format("{}{}:{:.0f}-{:.0f}@{}", text.empty() ? "" : " ", s.segment.value(),
                        s.from * length, s.to * length, s.band);
  }
  return text;
}

TEST(Isochrone, CutsARoadWhereOneLimitGivesWayToTheNext) {
  auto const town = drawn_town("A---------b");
  EXPECT_EQ(stretches_of(town, {.limits = {mm(300), mm(600)}}), "0:0-300@0 0:300-600@1");
}

TEST(Isochrone, ReachesBothWaysFromAPlaceInTheMiddle) {
  auto const town = drawn_town("a----B----c");
  EXPECT_EQ(stretches_of(town, {.limits = {mm(200)}}), "0:300-700@0");
}

TEST(Isochrone, MeetsInTheMiddleOfARoadBetweenTwoPlaces) {
  auto const town = drawn_town("A----------B");
  EXPECT_EQ(stretches_of(town, {.limits = {mm(200), mm(600)}}),
            "0:0-200@0 0:200-900@1 0:900-1100@0");
}

TEST(Isochrone, HonoursOneWayTowardsAndFromThePlace) {
  // Along the arrow one arrives at C, against it nobody does.
  auto const towards = drawn_town("a-->--b--C");
  EXPECT_EQ(towards.network().segments.size(), 2U);
  EXPECT_EQ(stretches_of(towards, {.limits = {mm(500)}}), "0:400-600@0 1:0-300@0");
  EXPECT_EQ(stretches_of(towards, {.limits = {mm(500)}, .trip = Trip::FromPlace}), "1:0-300@0");
}

TEST(Isochrone, AtExactlyTheLimitTheWholeRoadIsReached) {
  auto const town = drawn_town("A-----b");
  auto const length = town.costs()[EdgeId{std::size_t{0}}];
  auto const all = isochrone<Millimeters>(town.graph(), town.costs(), places_of(town),
                                          town.profile(), MillimeterOptions{.limits = {length}});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].from, 0);
  EXPECT_EQ(all[0].to, 1);
}

/// The oracle: somebody who lives right at a position on a road is within the limit if and only if
/// the position is in a stretch.
TEST(Isochrone, AgreesWithTheNearestPlaceAtEveryPosition) {
  std::size_t inside = 0;
  std::size_t outside = 0;
  for (std::uint64_t round = 0; round < 30; ++round) {
    Random random{round};
    auto const network = random_network(random);
    auto const graph = graph::build(network);
    auto const profile = travel::builtin_profile(Mode::Car);
    auto const costs = travel::weigh<Millimeters>(network, graph, profile);
    Ends ends;
    for (int f = 0; f < 3; ++f) {
      ends.places.push_back(somewhere(network, random, 200));
    }
    struct Position {
      SegmentId segment;
      double fraction;
    };
    std::vector<Position> positions;
    for (auto const segment : network.segments.ids()) {
      if (network.is_boarding(segment)) continue;
      for (int i = 0; i < 5; ++i) positions.push_back({segment, random.real(0, 1)});
    }
    for (auto const& p : positions) {
      ends.cells.push_back(Attachment::on(network, p.segment, p.fraction, Meters{0}));
    }
    std::vector<Millimeters> const limits{mm(400), mm(1200)};
    for (auto const trip : {Trip::ToPlace, Trip::FromPlace}) {
      auto const table =
          nearest(graph, costs, ends, profile, NearestOptions<Millimeters>{.trip = trip});
      auto const stretches = isochrone<Millimeters>(graph, costs, ends.places.values(), profile,
                                                    MillimeterOptions{limits, trip});
      for (auto const cell : ends.cells.ids()) {
        auto const& at = positions[cell.value()];
        auto const found = table.nearest(cell);
        for (std::size_t band = 0; band < limits.size(); ++band) {
          auto const limit = limits[band];
          constexpr std::uint32_t kRounding =
              3;  // millimetres: parts of segments are rounded in the table
          bool const is_close_call = found && found->cost.value() + kRounding > limit.value() &&
                                     found->cost.value() < limit.value() + kRounding;
          if (is_close_call) continue;
          bool const is_within = found && found->cost <= limit;
          bool const is_drawn = std::ranges::any_of(stretches, [&](auto const& s) {
            return s.segment == at.segment && s.from <= at.fraction && at.fraction <= s.to &&
                   s.band <= band;
          });
          ASSERT_EQ(is_within, is_drawn)
              << "segment " << at.segment.value() << " at " << at.fraction << " band " << band;
          ++(is_within ? inside : outside);
        }
      }
    }
  }
  EXPECT_GT(inside, 1000U);
  EXPECT_GT(outside, 1000U);
}

/// What coverage counts: a cell within the limit, way to the road included, is attached to a
/// position that is drawn.
TEST(Isochrone, HoldsTheRoadOfEveryCoveredCell) {
  std::size_t covered = 0;
  for (std::uint64_t round = 0; round < 30; ++round) {
    Random random{round};
    auto const network = random_network(random);
    auto const graph = graph::build(network);
    auto const profile = travel::builtin_profile(Mode::Walk);
    auto const costs = travel::weigh<Milliseconds>(network, graph, profile);
    auto const some_road = [&] { return somewhere(network, random, 200); };
    Ends ends;
    for (int f = 0; f < 3; ++f) ends.places.push_back(some_road());
    for (int c = 0; c < 200; ++c) ends.cells.push_back(some_road());
    auto const limit = to_cost<Milliseconds>(900);
    auto const table =
        nearest(graph, costs, ends, profile, NearestOptions<Milliseconds>{.cutoff = limit});
    auto const stretches =
        isochrone<Milliseconds>(graph, costs, ends.places.values(), profile, {.limits = {limit}});
    for (auto const cell : ends.cells.ids()) {
      auto const& at = ends.cells[cell];
      // Costs of parts of segments are rounded to whole thousandths.
      if (!table.nearest(cell) || at.off_road < Meters{1}) continue;
      ++covered;
      EXPECT_TRUE(std::ranges::any_of(stretches,
                                      [&](auto const& s) {
                                        return s.segment == at.segment && s.from <= at.fraction &&
                                               at.fraction <= s.to;
                                      }))
          << "segment " << at.segment.value() << " at " << at.fraction;
    }
  }
  EXPECT_GT(covered, 900U);
}

TEST(IsochroneSearch, RemembersNothingOfTheRunBefore) {
  Random random{7};
  auto const network = random_network(random);
  auto const graph = graph::build(network);
  auto const profile = travel::builtin_profile(Mode::Car);
  auto const costs = travel::weigh<Millimeters>(network, graph, profile);
  IsochroneSearch<Millimeters> search{graph, costs, profile};
  std::vector<Millimeters> const limits{mm(500), mm(1500)};
  std::size_t found = 0;
  for (int i = 0; i < 50; ++i) {
    PlaceGroup const places{somewhere(network, random)};
    auto const stretches = search.run(places, limits);
    EXPECT_EQ(stretches, isochrone<Millimeters>(graph, costs, places, profile,
                                                {.limits = limits, .trip = Trip::FromPlace}));
    found += stretches.size();
  }
  EXPECT_GT(found, 100U);
}

TEST(Isochrones, OfManyGroupsAreThoseOfEachByItself) {
  Random random{8};
  auto const network = random_network(random);
  auto const graph = graph::build(network);
  auto const profile = travel::builtin_profile(Mode::Car);
  auto const costs = travel::weigh<Millimeters>(network, graph, profile);
  MillimeterOptions const options{.limits = {mm(500), mm(1500)}};
  std::vector<PlaceGroup> groups;
  for (int i = 0; i < 40; ++i) {
    groups.emplace_back();
    for (int k = 0; k < i % 4; ++k) {
      groups.back().push_back(somewhere(network, random, 100));
    }
  }
  groups[5].emplace_back();  // not attached
  auto const found = isochrones<Millimeters>(graph, network, costs, groups, profile, options);
  ASSERT_EQ(found.size(), groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    auto const alone = isochrone<Millimeters>(graph, costs, groups[g], profile, options);
    EXPECT_EQ(found[g].stretches, alone);
    auto const drawn = regions<Millimeters>(alone, 2, network);
    for (std::size_t band = 0; band < 2; ++band)
      EXPECT_EQ(found[g].regions[band].points, drawn[band].points);
  }
  EXPECT_TRUE(found[0].stretches.empty());
  EXPECT_TRUE(found[0].regions[1].is_empty());
}

TEST(Regions, AreNestedValidAndHoldTheRoadsTheyAreDrawnFor) {
  auto const town = drawn_town(R"(
      A-----b-----c
      |     |     |
      |     |     |
      d-----e-----f
  )");
  MillimeterOptions const options{.limits = {mm(300), mm(900), mm(1500)}};
  auto const stretches =
      isochrone<Millimeters>(town.graph(), town.costs(), places_of(town), town.profile(), options);
  auto const drawn =
      regions<Millimeters>(stretches, options.limits.size(), town.network(), {.width = Meters{60}});
  ASSERT_EQ(drawn.size(), 3U);
  for (auto const& region : drawn) EXPECT_TRUE(is_valid(region));
  EXPECT_TRUE(PreparedArea{drawn[1]}.covers(drawn[0]));
  EXPECT_TRUE(PreparedArea{drawn[2]}.covers(drawn[1]));
  // 300 m along and 300 m down, 60 m to either side, rounded ends.
  EXPECT_NEAR(area_m2(drawn[0]), 2 * 300 * 120 + 3.14 * 60 * 60 * 1.25 - 60 * 60, 4000);
  for (auto const& stretch : stretches) {
    PreparedArea const region{drawn[stretch.band]};
    for (auto const p : cut_shape(town.network(), stretch.segment, stretch.from, stretch.to))
      EXPECT_TRUE(region.covers(p));
  }
}

TEST(Regions, AreEmptyWhereNothingIsReached) {
  auto const town = drawn_town("A-----b");
  std::vector<Stretch<Millimeters>> const none;
  auto const drawn = regions<Millimeters>(none, 2, town.network());
  ASSERT_EQ(drawn.size(), 2U);
  EXPECT_TRUE(drawn[0].is_empty());
}

TEST(CutShape, KeepsTheBendsBetweenAndEndsWhereItIsCut) {
  auto const town = drawn_town(R"(
      A---b
          |
          c---d
  )");
  ASSERT_EQ(town.network().segments.size(), 1U);
  auto const line = cut_shape(town.network(), SegmentId{std::size_t{0}}, 0.2, 0.8);
  EXPECT_EQ(line.size(), 4U);
  EXPECT_NEAR(planar_distance(line.front(), town.at('A')).value(), 200, 0.01);
  EXPECT_NEAR(planar_distance(line.back(), town.at('d')).value(), 200, 0.01);
}

}  // namespace
}  // namespace gapmap::reach
