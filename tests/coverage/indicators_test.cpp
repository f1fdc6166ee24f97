// Figures by zone: who is in which, and who is in none.
#include "gapmap/coverage/indicators.h"

#include "gapmap/coverage/summary.h"
#include "tests/coverage/rows_by_hand.h"

namespace gapmap::coverage {
namespace {

constexpr Millimeters kTenKm{10'000'000};

class Indicators : public ::testing::Test {
 protected:
  void SetUp() override {
    rows.add(People{1}, {to(0, 4'000'000)})
        .add(People{3}, {to(0, 20'000'000)})
        .add(std::nullopt, {to(0, 900'000'000)})
        .add(People{8}, {}, Connection::Unreachable)
        .add(People{16}, {}, Connection::OffNetwork)
        .add(People{32}, {to(0, 10'000'000)})
        .add(People{64}, {to(0, 1'000'000)})
        .places(1);
    zoning.zones.push_back({"01", "East", {}});
    zoning.zones.push_back({"02", "West", {}});
    zoning.zones.push_back({"03", "Empty", {}});
    for (std::size_t const zone : {0, 0, 0, 0, 0, 1}) zoning.of_cell.push_back(ZoneId{zone});
    zoning.of_cell.push_back(ZoneId::none());
  }
  [[nodiscard]] Coverage<Millimeters> covered() const { return assess(rows.reach, kTenKm); }

  RowsByHand rows;
  Zoning zoning{"district", {}, {}};
};

TEST_F(Indicators, IndicatorsAreOverThoseWhoHaveAWay) {
  auto const found = indicate(rows.population, covered(), {}, zoning);
  auto const& east = found.zones[ZoneId{0}];
  EXPECT_EQ(east.residents, People{1 + 3 + 8 + 16});
  EXPECT_EQ(east.residents_with_way, People{1 + 3});
  EXPECT_EQ(east.cells_without_number, 1U);
  EXPECT_DOUBLE_EQ(*east.share_without_way(), 24.0 / 28);
  EXPECT_DOUBLE_EQ(east.cost_mean->value(), 16'000);
  EXPECT_EQ(east.cost_median, Millimeters{20'000'000});
  EXPECT_EQ(east.cost_p90, Millimeters{20'000'000});
  EXPECT_DOUBLE_EQ(*east.fgt[0], 0.75);
  EXPECT_DOUBLE_EQ(*east.fgt[1], 0.75);
  EXPECT_DOUBLE_EQ(*east.fgt[2], 0.75);
  EXPECT_FALSE(east.accessibility);
}

TEST_F(Indicators, ZonesAndTheRestAddUpToTheTotal) {
  auto const found = indicate(rows.population, covered(), {}, zoning);
  ASSERT_TRUE(found.in_none);
  EXPECT_EQ(found.in_none->residents, People{64});
  EXPECT_EQ(found.zones[ZoneId{1}].residents, People{32});
  EXPECT_EQ(found.zones[ZoneId{1}].fgt[0], 0) << "exactly at the limit";
  auto const& empty = found.zones[ZoneId{2}];
  EXPECT_EQ(empty.residents, People{0});
  EXPECT_EQ(empty.cost_mean, std::nullopt);
  EXPECT_EQ(empty.share_without_way(), std::nullopt);
  EXPECT_EQ(found.total.residents, People{127 - 3});
  EXPECT_EQ(found.total.residents_with_way, People{1 + 3 + 32 + 64});
  EXPECT_EQ(found.total.cells_without_number, 1U);
}

TEST_F(Indicators, SharesMeanAndMedianWithTheSummary) {
  auto const found = indicate(rows.population, covered(), {}, zoning);
  auto const summary = summarise(covered(), rows.population, {}).total;
  EXPECT_EQ(found.total.cost_mean, summary.cost_mean);
  EXPECT_EQ(to_natural(*found.total.cost_median), *summary.cost_median);
  EXPECT_DOUBLE_EQ(*found.total.fgt[0] * found.total.residents_with_way.value(),
                   summary.with(Status::TooFar).value());
}

TEST_F(Indicators, AccessibilityIsAMeanOverThoseWhoHaveAWay) {
  IdVector<CellId, Accessibility> each(rows.population.size(), Accessibility{1, 2, 3, 4});
  each[CellId{1}] = {5, 6, 7, 8};
  each[CellId{3}] = {1000, 1000, 1000, 1000};  // unreachable: in no figure
  auto const found = indicate(rows.population, covered(), each, zoning);
  auto const& east = *found.zones[ZoneId{0}].accessibility;
  EXPECT_DOUBLE_EQ(east.opportunities, 4);
  EXPECT_DOUBLE_EQ(east.gravity_exponential, 5);
  EXPECT_DOUBLE_EQ(east.gravity_logistic, 6);
  EXPECT_DOUBLE_EQ(east.e2sfca, 7);
  EXPECT_FALSE(found.zones[ZoneId{2}].accessibility);
}

}  // namespace
}  // namespace gapmap::coverage
