#include "gapmap/coverage/bands.h"

#include <cmath>

#include "tests/support/random.h"

namespace gapmap::coverage {
namespace {

/// Cells of one municipality.
struct BandTown {
  Population population;
  IdVector<CellId, double> within;
  Municipalities municipalities;

  explicit BandTown() { municipalities.push_back({}); }
  void add(std::optional<double> residents, double share, MunicipalityId in = MunicipalityId{0}) {
    Cell cell;
    if (residents) cell.residents = People{*residents};
    cell.municipality = in;
    population.push_back(cell);
    within.push_back(share);
  }
  [[nodiscard]] Bands bands(BandRule const& rule = {}) const {
    return bands_of(within, population, municipalities, rule);
  }
};

TEST(SharesWithin, AreWeightedByWhatPositionsStandFor) {
  ReachTable<Millimeters> reach;
  reach::Spread spread;
  auto const add = [&](double weight, std::optional<unsigned> meters) {
    spread.weights.push_back(weight);
    if (meters) reach.reaches.push_back({PlaceId{0}, Millimeters{*meters * 1000}});
    reach.first_reach.push_back(static_cast<std::uint32_t>(reach.reaches.size()));
    reach.connections.push_back(meters ? Connection::Reached : Connection::Unreachable);
  };
  add(3, 100);
  add(1, 101);
  add(1, std::nullopt);
  add(7, 99);
  spread.first = {0, 3, 4};
  auto const shares = shares_of_cells(positions_within(reach, Millimeters{100'000}), spread);
  EXPECT_EQ(shares[CellId{0}], 3.0 / 5);
  EXPECT_EQ(shares[CellId{1}], 1.0);
}

TEST(Bands, AddClustersAsIndependentAndTheLeanAsCommon) {
  BandTown town;
  for (int c = 0; c < 100; ++c) town.add(4900, 0.5);  // of 10 clusters each
  auto const band = town.bands().total;
  double const deviation = std::sqrt(100 * 4900.0 * 4900 * 0.25 / 10);
  EXPECT_NEAR(band.expected.value(), 245'000, 1e-6);
  EXPECT_NEAR(band.high.value(), 245'000 + 1.96 * deviation + 0.1 * 122'500, 1e-6);
  EXPECT_NEAR(band.low.value(), 245'000 - 1.96 * deviation - 0.1 * 122'500, 1e-6);
}

TEST(Bands, NeverPromiseOrDenyMoreThanAllPositionsDo) {
  BandTown town;
  town.add(1000, 1);
  town.add(50, 0.5);
  town.add(200, 0);
  auto const band = town.bands().total;
  EXPECT_EQ(band.low, People{1000});
  EXPECT_EQ(band.expected, People{1025});
  EXPECT_EQ(band.high, People{1050});
}

TEST(Bands, AreThoseOfEveryMunicipalityAndOfCellsOutside) {
  BandTown town;
  town.add(100, 1);
  town.add(70, 0, MunicipalityId::none());
  town.add(std::nullopt, 0.5);  // suppressed: in no figure
  auto const bands = town.bands();
  ASSERT_EQ(bands.municipalities.size(), 1U);
  EXPECT_EQ(bands.municipalities[0].high, People{100});
  ASSERT_TRUE(bands.outside);
  EXPECT_EQ(bands.outside->high, People{0});
  EXPECT_EQ(bands.total.expected, People{100});
}

TEST(Bands, HoldTheTruthOfTownsWhosePeopleLiveInSuchClusters) {
  constexpr int kTowns = 2000;
  Random random{7};
  auto const uniform = [&] { return random.real(0, 1); };
  BandTown town;
  for (int c = 0; c < 60; ++c)
    town.add(49 * (4 + c % 4) * (4 + c % 4), std::round(20 * uniform()) / 20);
  auto const independent = town.bands({.lean = 0}).total;
  auto const usual = town.bands().total;
  int held = 0;
  int held_without_lean = 0;
  for (int t = 0; t < kTowns; ++t) {
    double covered = 0;
    for (auto const cell : town.population.ids()) {
      auto const residents = town.population[cell].residents->value();
      auto const clusters = static_cast<int>(std::lround(std::sqrt(residents) / 7));
      for (int k = 0; k < clusters; ++k)
        covered += uniform() < town.within[cell] ? residents / clusters : 0;
    }
    auto const is_in = [&](Band const& band) {
      return band.low.value() <= covered && covered <= band.high.value() ? 1 : 0;
    };
    held += is_in(usual);
    held_without_lean += is_in(independent);
  }
  EXPECT_NEAR(held_without_lean, 0.95 * kTowns, 0.02 * kTowns);
  EXPECT_GE(held, held_without_lean);
  EXPECT_GE(held, 0.95 * kTowns);
}

}  // namespace
}  // namespace gapmap::coverage
