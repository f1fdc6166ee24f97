// What closing a place does, against doing it: the search without the place.
#include "gapmap/coverage/closures.h"

#include <algorithm>

#include "gapmap/reach/k_nearest.h"
#include "gapmap/units/error.h"
#include "tests/coverage/rows_by_hand.h"
#include "tests/support/random_ends.h"

namespace gapmap::coverage {
namespace {

IdVector<PlaceId, Closure<Millimeters>> closed(RowsByHand& region, std::size_t places) {
  region.places(places).reach.k = 2;
  return close_each(region.population, region.reach, Millimeters{10'000});
}

TEST(CloseEach, TellsWhoStaysWhoFallsOutsideAndHowMuchFartherTheyGo) {
  RowsByHand region;
  region
      .add(People{1}, {to(0, 4'000), to(1, 10'000)})   // exactly at the limit: stays
      .add(People{2}, {to(0, 4'000), to(1, 10'001)})   // falls outside
      .add(People{4}, {to(0, 10'001), to(1, 30'001)})  // was outside already
      .add(People{8}, {to(0, 5'000)})                  // nothing else
      .add(People{16}, {to(0, 11'000)})                // outside, and nothing else
      .add(People{32}, {to(1, 7'000), to(0, 7'000)})   // a tie
      .add(People{64}, {}, Connection::Unreachable)
      .add(People{128}, {}, Connection::OffNetwork);
  auto const closures = closed(region, 3);
  auto const& first = closures[PlaceId{0}];
  EXPECT_EQ(first.cells, 5U);
  EXPECT_EQ(first.residents_nearest, People{31});
  EXPECT_EQ(first.residents_within_limit, People{1 + 2 + 8});
  EXPECT_EQ(first.stay_covered, People{1});
  EXPECT_EQ(first.fall_outside, People{2 + 8});
  EXPECT_EQ(first.become_unreachable, People{8 + 16});
  EXPECT_DOUBLE_EQ(first.extra_mean->value(), (1 * 6 + 2 * 6.001 + 4 * 20) / 7);
  EXPECT_EQ(first.extra_max, Millimeters{20'000});
  auto const& second = closures[PlaceId{1}];
  EXPECT_EQ(second.stay_covered, People{32});
  EXPECT_EQ(second.fall_outside, People{0});
  EXPECT_EQ(second.extra_mean, Meters{0});
  EXPECT_EQ(second.extra_max, Millimeters{0});
  auto const& nobodys = closures[PlaceId{2}];
  EXPECT_EQ(nobodys.cells, 0U);
  EXPECT_EQ(nobodys.residents_nearest, People{0});
  EXPECT_EQ(nobodys.extra_mean, std::nullopt);
  EXPECT_EQ(nobodys.extra_max, std::nullopt);
}

TEST(CloseEach, SuppressedNumbersAreCountedAsCellsOnlyAndEmptyHomesGoNowhere) {
  RowsByHand region;
  region.add(std::nullopt, {to(0, 1'000), to(1, 9'000)})
      .add(People{0}, {to(0, 1'000), to(1, 90'000)})
      .add(std::nullopt, {to(0, 1'000)});
  auto const closure = closed(region, 2)[PlaceId{0}];
  EXPECT_EQ(closure.cells, 3U);
  EXPECT_EQ(closure.cells_without_number, 2U);
  EXPECT_EQ(closure.residents_nearest, People{0});
  EXPECT_EQ(closure.extra_mean, std::nullopt);
  EXPECT_EQ(closure.extra_max, Millimeters{8'000})
      << "somebody lives where the number is suppressed";
}

TEST(CloseEach, RefusesATableThatDoesNotKnowTheSecondNearest) {
  RowsByHand region;
  region.add(People{1}, {to(0, 1)});
  EXPECT_NO_THROW(static_cast<void>(closed(region, 1)));
  region.reach.k = 1;
  EXPECT_THROW(static_cast<void>(close_each(region.population, region.reach, Millimeters{9})),
               BrokenPromise);
  region.reach.k = 2;
  region.reach.cutoff = Millimeters{10};
  EXPECT_THROW(static_cast<void>(close_each(region.population, region.reach, Millimeters{9})),
               BrokenPromise);
}

/// The figures of one place by a search with it and one without.
template <CostType Cost>
Closure<Cost> closed_by_search(Population const& population, ReachTable<Cost> const& with,
                               ReachTable<Cost> const& without, PlaceId closed, Cost limit) {
  Closure<Cost> closure;
  People going{0};
  double weighted = 0;
  for (auto const c : population.ids()) {
    auto const before = with.nearest(c);
    if (!before || before->place != closed) continue;
    auto const after = without.nearest(c);
    auto const residents = population[c].residents.value_or(People{0});
    ++closure.cells;
    closure.cells_without_number += population[c].residents ? 0 : 1;
    closure.residents_nearest += residents;
    if (before->cost <= limit) closure.residents_within_limit += residents;
    if (before->cost <= limit && after && after->cost <= limit) closure.stay_covered += residents;
    if (before->cost <= limit && !(after && after->cost <= limit))
      closure.fall_outside += residents;
    if (!after) closure.become_unreachable += residents;
    if (!after || !population[c].is_inhabited()) continue;
    Cost const extra{after->cost.value() - before->cost.value()};
    closure.extra_max = std::max(closure.extra_max.value_or(Cost{0}), extra);
    going += residents;
    weighted += residents.value() * to_natural(extra).value();
  }
  if (going > People{0}) closure.extra_mean = Natural<Cost>{weighted / going.value()};
  return closure;
}

template <class Cost>
class CloseEachOnRandomNetworks : public testing::Test {};
TYPED_TEST_SUITE(CloseEachOnRandomNetworks, BothCosts);

TYPED_TEST(CloseEachOnRandomNetworks, EqualsASearchWithoutThePlace) {
  using Cost = TypeParam;
  Random random{171};
  std::size_t stay = 0;
  std::size_t fall = 0;
  std::size_t cut_off = 0;
  std::size_t same_point = 0;
  for (int round = 0; round < 120; ++round) {
    RandomEnds<Cost> test{random};
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    auto& places = test.ends.places;
    // Half the time one stands where another one does.
    if (!places.empty() && random.chance(0.5)) places.push_back(places[PlaceId{0}]);
    auto const population = random_people(random, test.ends);
    auto const trip = static_cast<reach::Trip>(round % 3);
    auto const reach =
        reach::k_nearest(test.graph, test.costs, test.ends, test.profile,
                         reach::KNearestOptions<Cost>{.k = 2 + round % 2 * 1U, .trip = trip});
    auto const limit = reach.reaches.empty()
                           ? Cost{1}
                           : reach.reaches[reach.reaches.size() / 2].cost;  // one is exactly there
    auto const closures = close_each(population, reach, limit);
    ASSERT_EQ(closures.size(), places.size());
    People all{0};
    for (auto const f : closures.ids()) {
      auto without = test.ends;
      without.places[f] = {};
      auto const rerun = reach::nearest(test.graph, test.costs, without, test.profile,
                                        reach::NearestOptions<Cost>{.trip = trip});
      auto const expected = closed_by_search(population, reach, rerun, f, limit);
      auto const& found = closures[f];
      ASSERT_EQ(found.cells, expected.cells);
      ASSERT_EQ(found.cells_without_number, expected.cells_without_number);
      ASSERT_EQ(found.residents_nearest, expected.residents_nearest);
      ASSERT_EQ(found.residents_within_limit, expected.residents_within_limit);
      ASSERT_EQ(found.stay_covered, expected.stay_covered);
      ASSERT_EQ(found.fall_outside, expected.fall_outside);
      ASSERT_EQ(found.become_unreachable, expected.become_unreachable);
      ASSERT_EQ(found.extra_mean, expected.extra_mean);
      ASSERT_EQ(found.extra_max, expected.extra_max);
      ASSERT_EQ(found.stay_covered + found.fall_outside, found.residents_within_limit);
      all += found.residents_nearest;
      stay += found.stay_covered > People{0} ? 1 : 0;
      fall += found.fall_outside > People{0} ? 1 : 0;
      cut_off += found.become_unreachable > People{0} ? 1 : 0;
      same_point += found.extra_max == Cost{0} && found.stay_covered > People{0} ? 1 : 0;
    }
    for (auto const c : population.ids()) {
      if (reach.row(c).empty()) all += population[c].residents.value_or(People{0});
    }
    People residents{0};
    for (auto const& cell : population) residents += cell.residents.value_or(People{0});
    ASSERT_EQ(all, residents) << "everybody has a nearest place or none";
  }
  EXPECT_GT(stay, 50U);
  EXPECT_GT(fall, 50U);
  EXPECT_GT(cut_off, 30U);
  EXPECT_GT(same_point, 10U);
}

}  // namespace
}  // namespace gapmap::coverage
