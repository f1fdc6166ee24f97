// What is within reach, against textbook examples, definitions pair by pair, and sums that must
// hold.
#include "gapmap/coverage/accessibility.h"

#include <algorithm>
#include <cmath>

#include "gapmap/reach/matrix.h"
#include "gapmap/units/error.h"
#include "tests/coverage/rows_by_hand.h"
#include "tests/support/random_ends.h"

namespace gapmap::coverage {
namespace {

constexpr AccessibilityOptions<Millimeters> kOptions{.limit = Millimeters{30'000'000},
                                                     .half = Millimeters{10'000'000}};

Places some_places(std::vector<std::optional<double>> const& capacities) {
  Places places;
  for (auto const capacity : capacities) {
    places.push_back({.id = "f", .name = "f", .point = {}});
    places[PlaceId{places.size() - 1}].capacity = capacity;
  }
  return places;
}

TEST(Decay, IsHalfAtHalfAndNothingBelowTheLeastWeight) {
  Millimeters const half{10'000'000};
  EXPECT_DOUBLE_EQ(exponential_decay(Millimeters{0}, half), 1);
  EXPECT_DOUBLE_EQ(exponential_decay(half, half), 0.5);
  EXPECT_DOUBLE_EQ(exponential_decay(Millimeters{30'000'000}, half), 0.125);
  EXPECT_GT(exponential_decay(Millimeters{132'877'000}, half), 0);
  EXPECT_EQ(exponential_decay(Millimeters{132'878'000}, half), 0);
  EXPECT_NEAR(logistic_decay(Millimeters{0}, half), 0.99331, 1e-5);
  EXPECT_DOUBLE_EQ(logistic_decay(half, half), 0.5);
  EXPECT_NEAR(logistic_decay(Millimeters{20'000'000}, half), 0.00669, 1e-5);
  EXPECT_GT(logistic_decay(Millimeters{28'420'000}, half), 0);
  EXPECT_EQ(logistic_decay(Millimeters{28'421'000}, half), 0);
}

TEST(CatchmentWeight, HasThreeZonesWithTheirOuterBorders) {
  auto const weight = [](std::uint32_t millimetres) {
    return catchment_weight(Millimeters{millimetres}, kOptions.limit);
  };
  EXPECT_EQ(weight(0), 1);
  EXPECT_EQ(weight(10'000'000), 1);
  EXPECT_EQ(weight(10'000'001), 0.68);
  EXPECT_EQ(weight(20'000'000), 0.68);
  EXPECT_EQ(weight(20'000'001), 0.22);
  EXPECT_EQ(weight(30'000'000), 0.22);
  EXPECT_EQ(weight(30'000'001), 0);
  EXPECT_EQ(catchment_weight(Millimeters{4'000'000'000}, Millimeters{4'200'000'000}), 0.22);
}

TEST(AccessEach, TwoStepsByHand) {
  // Two clinics of 10 and 6 seats; three villages.
  RowsByHand region;
  region.add(People{100}, {to(0, 5'000'000), to(1, 25'000'000)})
      .add(People{50}, {to(1, 8'000'000), to(0, 15'000'000)})
      .add(People{200}, {to(0, 40'000'000)})
      .places(2);
  region.reach.cutoff = cutoff_of(kOptions);
  auto const all = access_each(region.population, some_places({10, 6}), region.reach, kOptions);
  double const first = 10 / (100 * 1.0 + 50 * 0.68);
  double const second = 6 / (100 * 0.22 + 50 * 1.0);
  EXPECT_DOUBLE_EQ(all[CellId{0}].e2sfca, first + 0.22 * second);
  EXPECT_DOUBLE_EQ(all[CellId{1}].e2sfca, second + 0.68 * first);
  EXPECT_EQ(all[CellId{2}].e2sfca, 0);
  EXPECT_EQ(all[CellId{0}].opportunities, 2);
  EXPECT_EQ(all[CellId{2}].opportunities, 0) << "40 km are beyond 30";
  EXPECT_DOUBLE_EQ(all[CellId{2}].gravity_exponential, 1.0 / 16);
  EXPECT_DOUBLE_EQ(all[CellId{0}].gravity_exponential, std::exp2(-0.5) + std::exp2(-2.5));
}

TEST(AccessEach, UnknownResidentsNeedNothingAndUnknownCapacityIsOne) {
  RowsByHand region;
  region.add(std::nullopt, {to(0, 1'000'000)})
      .add(People{4}, {to(0, 1'000'000)})
      .add(People{0}, {to(1, 1'000'000)})
      .places(2);
  region.reach.cutoff = cutoff_of(kOptions);
  auto const all =
      access_each(region.population, some_places({std::nullopt, 5}), region.reach, kOptions);
  EXPECT_DOUBLE_EQ(all[CellId{1}].e2sfca, 0.25);
  EXPECT_DOUBLE_EQ(all[CellId{0}].e2sfca, 0.25) << "what a cell reaches does not need its number";
  EXPECT_EQ(all[CellId{2}].e2sfca, 0) << "a place nobody is near gives nothing";
  EXPECT_EQ(all[CellId{2}].opportunities, 1);
}

TEST(AccessEach, RefusesATableThatDoesNotGoFarEnough) {
  RowsByHand region;
  region.add(People{1}, {to(0, 1'000'000)}).places(1);
  EXPECT_EQ(cutoff_of(kOptions), Millimeters{132'878'000});
  region.reach.cutoff = Millimeters{132'877'999};
  EXPECT_THROW(
      static_cast<void>(access_each(region.population, some_places({1}), region.reach, kOptions)),
      BrokenPromise);
}

TEST(AccessEach, EqualsItsDefinitionOnRandomNetworksAndGivesAllCapacityAway) {
  Random random{77};
  std::size_t given = 0;
  for (int round = 0; round < 150; ++round) {
    RandomEnds<Millimeters> test{random};
    auto const& ends = test.ends;
    auto const population = random_people(random, ends);
    std::vector<std::optional<double>> capacities;
    for (std::size_t f = 0; f < ends.places.size(); ++f)
      capacities.push_back(random.chance(0.3) ? std::nullopt : std::optional{random.real(0.1, 9)});
    auto const places = some_places(capacities);
    AccessibilityOptions<Millimeters> const options{
        .limit = Millimeters{random.whole(1, 3'000'000)},
        .half = Millimeters{random.whole(1, 900'000)}};
    auto const reach =
        reach::matrix(test.graph, test.costs, ends, test.profile,
                      reach::MatrixOptions<Millimeters>{.cutoff = cutoff_of(options)});
    auto const all = access_each(population, places, reach, options);

    // Pair by pair, each found by a search of its own that goes as far as it takes.
    IdVector<CellId, Accessibility> expected(population.size());
    double capacity = 0;
    for (auto const f : places.ids()) {
      reach::Ends one{.cells = ends.cells, .places = {}};
      one.places.push_back(ends.places[f]);
      auto const ways = reach::nearest<Millimeters>(test.graph, test.costs, one, test.profile);
      auto const zone = [&](CellId cell) {
        auto const way = ways.nearest(cell);
        if (!way || way->cost > options.limit) return 0.0;
        double const share = 1.0 * way->cost.value() / options.limit.value();
        return share * 3 <= 1 ? 1 : share * 3 <= 2 ? 0.68 : 0.22;
      };
      double demand = 0;
      for (auto const c : population.ids())
        demand += population[c].residents.value_or(People{0}).value() * zone(c);
      if (demand > 0) capacity += capacities[f.value()].value_or(1);
      for (auto const c : population.ids()) {
        auto const way = ways.nearest(c);
        if (!way) continue;
        double const halves = 1.0 * way->cost.value() / options.half.value();
        double const exponential = std::exp(-std::log(2) * halves);
        double const logistic = 1 / (1 + std::exp(5 * halves - 5));
        expected[c].opportunities += way->cost <= options.limit ? 1 : 0;
        expected[c].gravity_exponential += exponential < 1e-4 ? 0 : exponential;
        expected[c].gravity_logistic += logistic < 1e-4 ? 0 : logistic;
        if (demand > 0) expected[c].e2sfca += capacities[f.value()].value_or(1) / demand * zone(c);
      }
    }
    double received = 0;
    for (auto const c : population.ids()) {
      ASSERT_EQ(all[c].opportunities, expected[c].opportunities);
      ASSERT_NEAR(all[c].gravity_exponential, expected[c].gravity_exponential, 1e-9);
      ASSERT_NEAR(all[c].gravity_logistic, expected[c].gravity_logistic, 1e-9);
      ASSERT_NEAR(all[c].e2sfca, expected[c].e2sfca, 1e-9);
      received += all[c].e2sfca * population[c].residents.value_or(People{0}).value();
    }
    ASSERT_NEAR(received, capacity, 1e-9);
    given += capacity > 0 ? 1 : 0;
  }
  EXPECT_GT(given, 80U);
}

}  // namespace
}  // namespace gapmap::coverage
