#include "gapmap/coverage/sensitivity.h"

#include "tests/coverage/rows_by_hand.h"

namespace gapmap::coverage {
namespace {

constexpr Millimeters kOneMetre{1000};

/// Who lives 900, 1 100 and 2 000 mm away, is unreachable, off the network; the last of unknown
/// number at 990.
RowsByHand people(std::uint32_t more = 0, std::uint32_t less = 0) {
  RowsByHand rows;
  rows.add(People{1}, {to(0, 900 + more - less)})
      .add(People{2}, {to(0, 1100 + more - less)})
      .add(People{4}, {to(0, 2000 + more - less)})
      .add(People{8}, {}, Connection::Unreachable)
      .add(People{16}, {}, Connection::OffNetwork)
      .add(std::nullopt, {to(0, 990 + more - less)});
  return rows;
}

Sensitivity against(RowsByHand const& otherwise) {
  auto const run = people();
  return hold_against(assess(run.reach, kOneMetre), assess(otherwise.reach, kOneMetre),
                      run.population);
}

TEST(Sensitivity, NobodyChangesWhereNothingDoes) {
  auto const same = against(people());
  EXPECT_EQ(same.covered, People{1});
  EXPECT_EQ(same.come_within.cells + same.fall_outside.cells, 0U);
}

TEST(Sensitivity, TellsWhoComesWithinAndWhoFallsOutside) {
  auto const slower = against(people(101));
  EXPECT_EQ(slower.covered, People{0});
  EXPECT_EQ(slower.fall_outside.residents, People{1});
  EXPECT_EQ(slower.fall_outside.cells, 2U);
  EXPECT_EQ(slower.fall_outside.cells_without_number, 1U);
  EXPECT_EQ(slower.come_within.cells, 0U);
  auto const faster = against(people(0, 100));
  EXPECT_EQ(faster.covered, People{3}) << "exactly at the limit is covered";
  EXPECT_EQ(faster.come_within.residents, People{2});
  EXPECT_EQ(faster.fall_outside.cells, 0U);
  auto const partly = against(people(50));
  EXPECT_EQ(partly.fall_outside.cells_without_number, 1U) << "only those of unknown number";
  EXPECT_EQ(partly.fall_outside.residents, People{0});
}

TEST(AccessFigures, CountResidentsWhoHaveAWay) {
  auto rows = people();
  for (double const leg : {0.3, 0.05, 0.0, 1.0, 1.0, 5.0})
    rows.reach.off_road.push_back(Meters{leg});
  rows.reach.place_off_road.push_back(Meters{0.1});
  auto const profile = travel::builtin_profile(Mode::Car);
  reach::AccessLegs<Millimeters> const legs{rows.reach, profile, reach::Trip::ToPlace};
  auto const figures = access_figures(assess(rows.reach, kOneMetre), rows.population, legs);
  double const length = 1 * 0.4 + 2 * 0.15 + 4 * 0.1;
  EXPECT_NEAR(figures.length_mean->value(), length / 7, 1e-9);
  EXPECT_NEAR(*figures.share, length / (1 * 0.9 + 2 * 1.1 + 4 * 2.0), 1e-9);
  RowsByHand nobody;
  nobody.add(People{1}, {}, Connection::Unreachable);
  reach::AccessLegs<Millimeters> const none{nobody.reach, profile, reach::Trip::ToPlace};
  EXPECT_FALSE(
      access_figures(assess(nobody.reach, kOneMetre), nobody.population, none).length_mean);
}

}  // namespace
}  // namespace gapmap::coverage
