// The nearest few places against searches of one cell or place at a time, and in towns.
#include "gapmap/reach/k_nearest.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/access/attach.h"
#include "gapmap/units/error.h"
#include "tests/support/drawn_town.h"
#include "tests/support/inserted_points.h"
#include "tests/support/random_ends.h"

namespace gapmap::reach {
namespace {

template <CostType Cost>
using RowOf = std::vector<Reach<Cost>>;

template <CostType Cost>
RowOf<Cost> row_of(ReachTable<Cost> const& table, CellId cell) {
  auto const row = table.row(cell);
  return {row.begin(), row.end()};
}

/// Costs between every cell and every place, by Boost's Dijkstra from each of them.
template <CostType Cost>
class EveryPair {
 public:
  explicit EveryPair(RandomEnds<Cost> const& test) {
    oracle::InsertedPoints<Cost> const points{test.network, test.graph, test.costs, test.ends,
                                              test.profile};
    for (auto const c : test.ends.cells.ids()) there_.push_back(points.from_cell(c));
    for (auto const f : test.ends.places.ids()) back_.push_back(points.from_place(f));
  }

  /// All that can be reached within the cutoff, in order; the first k.
  [[nodiscard]] RowOf<Cost> row(CellId cell, Trip trip, std::size_t k,
                                Cost cutoff = Cost::infinite()) const {
    RowOf<Cost> row;
    for (std::size_t f = 0; f < back_.size(); ++f) {
      auto const there = there_[cell.value()][f];
      auto const back = back_[f][cell.value()];
      auto const cost = trip == Trip::ToPlace     ? there
                        : trip == Trip::FromPlace ? back
                                                  : there + back;
      if (cost.is_finite() && cost <= cutoff) row.push_back({PlaceId{f}, cost});
    }
    std::ranges::stable_sort(row, {}, &Reach<Cost>::cost);
    row.resize(std::min(k, row.size()), Reach<Cost>{PlaceId{}, Cost{}});
    return row;
  }

 private:
  std::vector<std::vector<Cost>> there_;
  std::vector<std::vector<Cost>> back_;
};

/// Some more places, half of them at the very place of an earlier one.
template <CostType Cost>
void crowd(Random& random, RandomEnds<Cost>& test) {
  auto& places = test.ends.places;
  auto const more = random.whole(0, 14);
  for (std::uint32_t i = 0; i < more; ++i) {
    auto const last = static_cast<std::uint32_t>(places.size());
    places.push_back(last > 0 && random.chance(0.5) ? places[PlaceId{random.whole(0, last - 1)}]
                                                    : test.anywhere(random));
  }
}

template <class Cost>
class KNearestOnRandomNetworks : public testing::Test {};
TYPED_TEST_SUITE(KNearestOnRandomNetworks, BothCosts);

TYPED_TEST(KNearestOnRandomNetworks, EqualsASearchOfEveryPair) {
  using Cost = TypeParam;
  Random random{161};
  std::size_t full = 0;
  std::size_t partly = 0;
  std::size_t ties = 0;
  std::size_t other_order = 0;
  for (int round = 0; round < 150; ++round) {
    RandomEnds<Cost> test{random};
    crowd(random, test);
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    EveryPair<Cost> const expected{test};
    for (auto const trip : kTrips) {
      std::size_t const k = 1 + (round % 5);
      auto const table = k_nearest(test.graph, test.costs, test.ends, test.profile,
                                   KNearestOptions<Cost>{.k = k, .trip = trip});
      ASSERT_EQ(table.k, k);
      for (auto const c : test.ends.cells.ids()) {
        bool const is_attached = test.ends.cells[c].is_attached();
        auto const row = is_attached ? expected.row(c, trip, k) : RowOf<Cost>{};
        ASSERT_EQ(row_of(table, c), row)
            << "round " << round << ", cell " << c.value() << ", trip " << static_cast<int>(trip);
        ASSERT_EQ(table.connections[c], !is_attached  ? Connection::OffNetwork
                                        : row.empty() ? Connection::Unreachable
                                                      : Connection::Reached);
        full += row.size() == k ? 1 : 0;
        partly += !row.empty() && row.size() < k ? 1 : 0;
        for (std::size_t i = 1; i < row.size(); ++i) ties += row[i].cost == row[i - 1].cost ? 1 : 0;
        if (trip == Trip::Round && row != expected.row(c, Trip::ToPlace, k)) ++other_order;
      }
    }
  }
  EXPECT_GT(full, 1900U);
  EXPECT_GT(partly, 1000U);
  EXPECT_GT(ties, 500U);
  EXPECT_GT(other_order, 500U);
}

TYPED_TEST(KNearestOnRandomNetworks, OneIsTheNearestToTheLastBit) {
  using Cost = TypeParam;
  Random random{162};
  std::size_t reached = 0;
  for (int round = 0; round < 100; ++round) {
    RandomEnds<Cost> test{random};
    crowd(random, test);
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    auto const cutoff = random.chance(0.5) ? Cost::infinite() : Cost{random.whole(0, 2'000'000)};
    for (auto const trip : kTrips) {
      auto const one = nearest(test.graph, test.costs, test.ends, test.profile,
                               NearestOptions<Cost>{.cutoff = cutoff, .trip = trip});
      auto const table = k_nearest(test.graph, test.costs, test.ends, test.profile,
                                   KNearestOptions<Cost>{.k = 1, .cutoff = cutoff, .trip = trip});
      ASSERT_EQ(table.reaches, one.reaches);
      ASSERT_EQ(table.first_reach, one.first_reach);
      ASSERT_EQ(table.connections, one.connections);
      ASSERT_EQ(table.off_road, one.off_road);
      ASSERT_EQ(table.place_off_road, one.place_off_road);
      ASSERT_EQ(table.place_is_attached, one.place_is_attached);
      ASSERT_EQ(table.cutoff, one.cutoff);
      ASSERT_EQ(table.k, one.k);
      reached += one.reaches.size();
    }
  }
  EXPECT_GT(reached, 1000U);
}

TYPED_TEST(KNearestOnRandomNetworks, CutoffOnlyCutsTheRows) {
  using Cost = TypeParam;
  Random random{163};
  std::size_t kept = 0;
  std::size_t cut = 0;
  for (int round = 0; round < 100; ++round) {
    RandomEnds<Cost> test{random};
    crowd(random, test);
    auto const trip = kTrips[round % 3];
    EveryPair<Cost> const expected{test};
    KNearestOptions<Cost> options{.k = 3, .trip = trip};
    auto const whole = k_nearest(test.graph, test.costs, test.ends, test.profile, options);
    if (whole.reaches.empty()) continue;
    // One that some cell meets exactly.
    options.cutoff =
        whole.reaches[random.whole(0, static_cast<std::uint32_t>(whole.reaches.size() - 1))].cost;
    auto const table = k_nearest(test.graph, test.costs, test.ends, test.profile, options);
    for (auto const c : test.ends.cells.ids()) {
      if (!test.ends.cells[c].is_attached()) continue;
      ASSERT_EQ(row_of(table, c), expected.row(c, trip, 3, options.cutoff));
      ASSERT_EQ(table.connections[c],
                table.row(c).empty() ? Connection::BeyondCutoff : Connection::Reached);
    }
    kept += table.reaches.size();
    cut += whole.reaches.size() - table.reaches.size();
  }
  EXPECT_GT(kept, 500U);
  EXPECT_GT(cut, 500U);
}

Ends ends_of(DrawnTown const& town, std::string_view places) {
  auto const attached = [&](std::string_view letters) {
    std::vector<Point> points;
    for (char const letter : letters) points.push_back(town.at(letter));
    return access::attach(points, town.network(), town.frame());
  };
  return {IdVector<CellId, Attachment>{attached(town.letters())},
          IdVector<PlaceId, Attachment>{attached(places)}};
}

/// "b:400@A 500@C": every letter's row in metres. A letter may be several places.
std::string rows_of(DrawnTown const& town, KNearestOptions<Millimeters> const& options,
                    std::string_view places) {
  auto const table =
      k_nearest(town.graph(), town.costs(), ends_of(town, places), town.profile(), options);
  std::string text;
  for (auto const cell : table.connections.ids()) {
    text += fmt::format("{}{}:", text.empty() ? "" : " ", town.letters()[cell.value()]);
    if (table.row(cell).empty()) text += "none";
    for (auto const& reach : table.row(cell)) {
      text += fmt::format("{}{:.0f}@{}", text.back() == ':' ? "" : ",",
                          to_meters(reach.cost).value(), places[reach.place.value()]);
    }
  }
  return text;
}
std::string rows_of(DrawnTown const& town, KNearestOptions<Millimeters> const& options) {
  return rows_of(town, options, town.places());
}

TEST(KNearest, NextPlaceMayLieBehindTheNearest) {
  EXPECT_EQ(rows_of(drawn_town("a---B--C-----D"), {.k = 3}),
            "a:400@B,700@C,1300@D B:0@B,300@C,900@D C:0@C,300@B,600@D D:0@D,600@C,900@B");
}

TEST(KNearest, WhoHasNoFurtherPlaceHasAShorterRow) {
  EXPECT_EQ(rows_of(drawn_town(R"(
      A--b---C
      d--E
      f--g
  )"),
                    {.k = 2}),
            "A:0@A,700@C b:300@A,400@C C:0@C,700@A d:300@E E:0@E f:none g:none");
}

TEST(KNearest, TiesGoToTheLowestPlaceInEveryRank) {
  EXPECT_EQ(rows_of(drawn_town(R"(
      B--x--A
         |
         |
         |
         C
  )"),
                    {.k = 2}),
            "A:0@A,600@B B:0@B,600@A C:0@C,700@A x:300@A,300@B");
}

TEST(KNearest, OneWayStreetsAreHonouredForEveryPlace) {
  auto const town = drawn_town("A-<-x------B");
  EXPECT_EQ(rows_of(town, {.k = 2}), "A:0@A B:0@B,1100@A x:400@A,700@B");
  EXPECT_EQ(rows_of(town, {.k = 2, .trip = Trip::FromPlace}), "A:0@A,1100@B B:0@B x:700@B");
  EXPECT_EQ(rows_of(town, {.k = 2, .trip = Trip::Round}), "A:0@A B:0@B x:1400@B");
}

TEST(KNearest, RoundTripsAreRankedByTheSumOfBothWays) {
  // To A there is a short way, from it only a long one: first by the way there, second by the sum.
  auto const town = drawn_town(R"(
      A-<-x-----B
      |   |
      |   |
      |   |
      |   |
      c---d
  )");
  EXPECT_EQ(rows_of(town, {.k = 2}),
            "A:0@A,2000@B B:0@B,1000@A c:500@A,1500@B d:900@A,1100@B x:400@A,600@B");
  EXPECT_EQ(rows_of(town, {.k = 2, .trip = Trip::Round}),
            "A:0@A,3000@B B:0@B,3000@A c:1000@A,3000@B d:1800@A,2200@B x:1200@B,1800@A");
}

TEST(KNearest, RoundTripIsFoundThoughManyPlacesAreNearerEachWay) {
  // For x a dozen places at A come first on the way there, a dozen at B on the way back; C has the
  // least sum.
  auto const town = drawn_town(R"(
      C------x-->-A
             |    |
             ^    |
             |    |
             B-<--d
  )");
  EXPECT_THAT(rows_of(town, {.k = 2, .trip = Trip::Round}, "AAAAAAAAAAAABBBBBBBBBBBBC"),
              testing::HasSubstr("x:1400@C,1800@A"));
  EXPECT_THAT(rows_of(town, {.k = 1, .trip = Trip::Round}, "CBBBBBBBBBBBBAAAAAAAAAAAA"),
              testing::HasSubstr("x:1400@C"));
}

TEST(KNearest, PlacesOnTheVerySamePointAreDifferentPlaces) {
  EXPECT_EQ(rows_of(drawn_town("A--b---C"), {.k = 3}, "AAC"),
            "A:0@A,0@A,700@C b:300@A,300@A,400@C C:0@C,700@A,700@A");
}

TEST(KNearest, WithoutPlacesRowsAreEmpty) {
  EXPECT_EQ(rows_of(drawn_town("a--b"), {.k = 3}), "a:none b:none");
}

TEST(KNearest, NoneIsABrokenPromise) {
  auto const town = drawn_town("A--b");
  EXPECT_THROW(static_cast<void>(rows_of(town, {.k = 0})), BrokenPromise);
}

}  // namespace
}  // namespace gapmap::reach
