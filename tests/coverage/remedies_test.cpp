// What a candidate would change, against changing it: the search with the candidate as a place.
#include "gapmap/coverage/remedies.h"

#include <algorithm>
#include <sstream>

#include "gapmap/access/attach.h"
#include "gapmap/reach/matrix.h"
#include "tests/coverage/rows_by_hand.h"
#include "tests/support/areas.h"
#include "tests/support/drawn_town.h"
#include "tests/support/random_ends.h"

namespace gapmap::coverage {
namespace {

constexpr Millimeters kTenMetres{10'000};

/// Gaps need outlines: squares in a row, those that touch are one gap.
class NowAndWith {
 public:
  NowAndWith& add(double column, std::optional<People> residents, std::uint32_t now,
                  std::vector<Reach<Millimeters>> const& candidates,
                  Connection connection = Connection::Reached) {
    std::vector<Reach<Millimeters>> row;
    if (connection == Connection::Reached) row.push_back(to(0, now));
    now_.add(residents, row, connection);
    with_.add(residents, candidates);
    auto& cell = now_.population[CellId{now_.population.size() - 1}];
    cell.outline = square(column, 0);
    cell.municipality = MunicipalityId{0};
    return *this;
  }
  [[nodiscard]] std::vector<GapRemedies<Millimeters>> remedied(
      std::size_t candidates, std::size_t most = 3, std::vector<std::uint32_t> gap_of = {}) {
    auto const covered = assess(now_.reach, kTenMetres);
    auto const gaps = find_gaps(now_.population, covered);
    with_.places(candidates).reach.cutoff = kTenMetres;
    return find_remedies<Millimeters>(
        now_.population, covered, gaps, with_.reach,
        {.most = most, .gap_of = IdVector<PlaceId, std::uint32_t>{std::move(gap_of)}});
  }

 private:
  RowsByHand now_;
  RowsByHand with_;
};

TEST(FindRemedies, TheBestCoversMostOfTheGapThenMostElsewhereThenComesFirst) {
  NowAndWith region;
  region.add(0, People{1}, 20'000, {to(1, 4'000), to(0, 9'000), to(2, 10'000), to(3, 10'000)})
      .add(1, People{2}, 30'000, {to(0, 1'000), to(2, 1'000), to(3, 1'000)})
      .add(2, People{4}, 40'000, {})                            // of the gap, and near nothing
      .add(9, People{8}, 20'000, {to(2, 5'000), to(3, 5'000)})  // another gap
      .add(20, People{16}, 5'000, {to(0, 1'000)});              // covered already
  auto const remedies = region.remedied(5, 4);
  ASSERT_EQ(remedies.size(), 2U) << "8 before 1 + 2 + 4";
  auto const& best = remedies[1].best;
  ASSERT_EQ(best.size(), 4U) << "candidate 4 covers nobody";
  EXPECT_EQ(best[0].candidate, PlaceId{2});
  EXPECT_EQ(best[0].covers, People{3});
  EXPECT_EQ(best[0].remains, People{4});
  EXPECT_EQ(best[0].also_covers, People{8});
  EXPECT_DOUBLE_EQ(best[0].cost_mean.value(), (1 * 10 + 2 * 1) / 3.0);
  EXPECT_EQ(best[1].candidate, PlaceId{3}) << "as good, and later";
  EXPECT_EQ(best[2].candidate, PlaceId{0});
  EXPECT_EQ(best[2].also_covers, People{0}) << "who is covered already is no gain";
  EXPECT_EQ(best[3].candidate, PlaceId{1});
  EXPECT_EQ(region.remedied(5, 1)[1].best.size(), 1U);
}

TEST(FindRemedies, ACandidateMayBeForOneGapOnly) {
  NowAndWith region;
  region.add(0, People{2}, 20'000, {to(0, 1), to(1, 1)})
      .add(9, People{1}, 20'000, {to(0, 1), to(1, 1)});
  auto const remedies = region.remedied(2, 3, {1, 0});
  ASSERT_EQ(remedies[0].best.size(), 1U);
  EXPECT_EQ(remedies[0].best[0].candidate, PlaceId{1});
  EXPECT_EQ(remedies[0].best[0].also_covers, People{1});
  ASSERT_EQ(remedies[1].best.size(), 1U);
  EXPECT_EQ(remedies[1].best[0].candidate, PlaceId{0});
}

TEST(FindRemedies, OnlyWhatIsWithinTheLimitCountsAndExactlyThereIsWithin) {
  NowAndWith region;
  region.add(0, People{1}, 20'000, {to(0, 10'000), to(1, 10'001)});
  auto const remedies = region.remedied(2);
  ASSERT_EQ(remedies.front().best.size(), 1U);
  EXPECT_EQ(remedies.front().best.front().candidate, PlaceId{0});
}

TEST(FindRemedies, WhoIsCutOffNowIsCoveredToo) {
  NowAndWith region;
  region.add(0, People{1}, 20'000, {to(0, 1)})
      .add(9, People{2}, 0, {to(0, 2)}, Connection::Unreachable)
      .add(19, std::nullopt, 90'000, {to(0, 3)});
  auto const remedies = region.remedied(1);
  ASSERT_EQ(remedies.size(), 2U);
  EXPECT_EQ(remedies[0].best[0].also_covers, People{2});
  EXPECT_TRUE(remedies[1].best.empty()) << "nobody whose number is known lives there";
  EXPECT_EQ(remedies[1].limit_increase, std::nullopt);
}

TEST(FindRemedies, TheLimitMustGrowUntilHalfOfTheGapIsWithin) {
  NowAndWith region;
  region.add(0, People{4}, 10'007, {})
      .add(1, People{2}, 12'000, {})
      .add(2, People{2}, 90'000, {})
      .add(3, std::nullopt, 11'000, {});
  EXPECT_EQ(region.remedied(0)[0].limit_increase, Millimeters{7}) << "exactly half of eight";
  NowAndWith odd;
  odd.add(0, People{4}, 10'007, {}).add(1, People{5}, 12'000, {});
  EXPECT_EQ(odd.remedied(0)[0].limit_increase, Millimeters{2'000});
}

/// Lower-case letters beside the place A, each a candidate by itself.
TEST(FindRemedies, InADrawnTownTheCandidateIsReachedInTheDirectionOfTheTrip) {
  auto const town = drawn_town(R"(
      A---------------b---c
                          |
                      e->-d
  )",
                               {.step = Meters{100}});
  Population population;
  for (auto const letter : town.letters()) {
    auto const at = town.at(letter);
    population.push_back({.id = std::string{letter},
                          .center = at,
                          .outline = square(at.x - 300, at.y - 300, 600),
                          .residents = People{double(1U << population.size())},
                          .municipality = MunicipalityId{0}});
  }
  auto const covered = assess(town.reach(), Millimeters{400'000});
  auto const gaps = find_gaps(population, covered);
  ASSERT_EQ(gaps.size(), 1U) << "b, c, d and e: 2 + 4 + 8 + 16";
  std::vector<std::string> told;
  for (auto const trip : {reach::Trip::ToPlace, reach::Trip::FromPlace}) {
    reach::Ends ends;
    std::vector<Point> points;
    for (auto const& cell : population) points.push_back(cell.center);
    ends.cells = IdVector<CellId, Attachment>{access::attach(points, town.network(), town.frame())};
    ends.places = IdVector<PlaceId, Attachment>{ends.cells.values()};
    auto const reach = reach::matrix(
        town.graph(), town.costs(), ends, town.profile(),
        reach::MatrixOptions<Millimeters>{.cutoff = Millimeters{400'000}, .trip = trip});
    std::ostringstream text;
    auto const remedies = find_remedies<Millimeters>(population, covered, gaps, reach, {.most = 9});
    for (auto const& remedy : remedies[0].best)
      text << town.letters()[remedy.candidate.value()] << remedy.covers.value() << ' ';
    told.push_back(text.str());
  }
  // To d come c, 200 m, and e, 400 m, but nobody from d comes to e; c is 400 m from b and 600 m
  // from e.
  EXPECT_EQ(told[0], "d28 e16 c14 b6 ");
  EXPECT_EQ(told[1], "e24 c14 d12 b6 ");
}

template <class Cost>
class FindRemediesOnRandomNetworks : public testing::Test {};
TYPED_TEST_SUITE(FindRemediesOnRandomNetworks, BothCosts);

TYPED_TEST(FindRemediesOnRandomNetworks, EqualsASearchWithTheCandidateAsAPlace) {
  using Cost = TypeParam;
  Random random{172};
  std::size_t remedies = 0;
  std::size_t elsewhere = 0;
  std::size_t half = 0;
  for (int round = 0; round < 600; ++round) {
    RandomEnds<Cost> test{random};
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    auto population = random_people(random, test.ends);
    for (auto& cell : population) {
      cell.outline = square(random.whole(0, 12), random.whole(0, 3));
      cell.municipality = MunicipalityId{0};
    }
    auto const trip = static_cast<reach::Trip>(round % 3);
    auto const nearest = [&](reach::Ends const& ends) {
      return reach::nearest(test.graph, test.costs, ends, test.profile,
                            reach::NearestOptions<Cost>{.trip = trip});
    };
    auto const now = nearest(test.ends);
    auto const limit = now.reaches.empty() ? Cost{100'000} : now.reaches.front().cost;
    auto const covered = assess(now, limit);
    auto const gaps = find_gaps(population, covered);

    reach::Ends candidates{.cells = test.ends.cells, .places = {}};
    for (int i = 0; i < 6; ++i) candidates.places.push_back(test.anywhere(random));
    candidates.places.push_back(candidates.places[PlaceId{0}]);  // a tie
    auto const reach = reach::matrix(test.graph, test.costs, candidates, test.profile,
                                     reach::MatrixOptions<Cost>{.cutoff = limit, .trip = trip});
    auto const found = find_remedies<Cost>(population, covered, gaps, reach, {.most = 7});
    ASSERT_EQ(found.size(), gaps.size());
    for (std::size_t g = 0; g < gaps.size(); ++g) {
      std::vector<std::tuple<double, double, std::uint32_t>> expected;
      for (auto const candidate : candidates.places.ids()) {
        auto ends = test.ends;
        ends.places.push_back(candidates.places[candidate]);
        auto const after = assess(nearest(ends), limit);
        double in_gap = 0;
        double anywhere = 0;
        for (auto const c : population.ids()) {
          if (covered.cells[c].status == Status::Covered) continue;
          if (after.cells[c].status != Status::Covered) continue;
          auto const residents = population[c].residents.value_or(People{0}).value();
          anywhere += residents;
          if (std::ranges::binary_search(gaps[g].cells, c)) in_gap += residents;
        }
        if (in_gap > 0) expected.emplace_back(-in_gap, in_gap - anywhere, candidate.value());
      }
      std::ranges::sort(expected);
      ASSERT_EQ(found[g].best.size(), expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) {
        auto const& remedy = found[g].best[i];
        auto const& [covers, also_covers, id] = expected[i];
        ASSERT_EQ(remedy.covers, People{-covers});
        ASSERT_EQ(remedy.also_covers, People{-also_covers});
        ASSERT_EQ(remedy.candidate, PlaceId{id});
        ASSERT_EQ(remedy.covers + remedy.remains, gaps[g].residents);
        ++remedies;
        elsewhere += also_covers < 0 ? 1 : 0;
      }
      // The limit itself, raised and raised by one less.
      if (!found[g].limit_increase) continue;
      auto const within = [&](std::uint32_t raised) {
        double residents = 0;
        for (auto const c : gaps[g].cells) {
          if (now.nearest(c)->cost <= Cost{limit.value() + raised})
            residents += population[c].residents.value_or(People{0}).value();
        }
        return residents;
      };
      auto const increase = found[g].limit_increase->value();
      ASSERT_GE(2 * within(increase), gaps[g].residents.value());
      ASSERT_GT(increase, 0U);
      ASSERT_LT(2 * within(increase - 1), gaps[g].residents.value());
      ++half;
    }
  }
  EXPECT_GT(remedies, 300U);
  EXPECT_GT(elsewhere, 100U);
  EXPECT_GT(half, 100U);
}

}  // namespace
}  // namespace gapmap::coverage
