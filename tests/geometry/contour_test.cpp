#include "gapmap/geometry/contour.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "tests/support/random.h"

namespace gapmap {
namespace {

constexpr float kUnknown = std::numeric_limits<float>::infinity();

template <class Value>
Grid grid_of(std::size_t side, double spacing, Value&& value) {
  Grid grid{.origin = {400'000, 6'800'000},
            .spacing = spacing,
            .columns = side,
            .rows = side,
            .values = {}};
  grid.values.resize(side * side);
  for (std::size_t row = 0; row < side; ++row) {
    for (std::size_t column = 0; column < side; ++column)
      grid.at(column, row) = static_cast<float>(value(column, row));
  }
  return grid;
}

double from_middle(std::size_t side, std::size_t column, std::size_t row) {
  double const middle = static_cast<double>(side - 1) / 2;
  return std::hypot(static_cast<double>(column) - middle, static_cast<double>(row) - middle);
}

TEST(RegionBelow, OfADistanceIsADisc) {
  auto const grid = grid_of(101, 10, [](auto c, auto r) { return 10 * from_middle(101, c, r); });
  auto const disc = region_below(grid, 300, 0);
  EXPECT_TRUE(is_valid(disc));
  EXPECT_EQ(disc.part_ends.size(), 1U);
  EXPECT_NEAR(area_m2(disc), std::numbers::pi * 300 * 300, 0.005 * std::numbers::pi * 300 * 300);
}

TEST(RegionBelow, OfARingHasAHoleUnlessTheHoleIsSmall) {
  auto const grid =
      grid_of(101, 10, [](auto c, auto r) { return std::abs(10 * from_middle(101, c, r) - 300); });
  double const hole_m2 = std::numbers::pi * 200 * 200;
  auto const ring = region_below(grid, 100, hole_m2 * 0.9);
  EXPECT_EQ(ring.rings(), 2U);
  EXPECT_NEAR(area_m2(ring), std::numbers::pi * (400 * 400 - 200 * 200), 5000);
  auto const filled = region_below(grid, 100, hole_m2 * 1.1);
  EXPECT_EQ(filled.rings(), 1U);
  EXPECT_NEAR(area_m2(filled), std::numbers::pi * 400 * 400, 5000);
}

TEST(RegionBelow, LeavesOutSmallIslandsAndIsEmptyWhereNothingIsLow) {
  auto const grid = grid_of(21, 10, [](auto c, auto r) { return c == 10 && r == 10 ? 0 : 100; });
  EXPECT_EQ(region_below(grid, 50, 0).part_ends.size(), 1U);
  EXPECT_TRUE(region_below(grid, 50, 1000).is_empty());
  EXPECT_TRUE(region_below(grid, -1, 0).is_empty());
}

TEST(RegionBelow, KeepsAnIslandInALakeOnAnIslandApart) {
  // Low in the middle and between 200 and 300 m from it: a hole with a part of its own inside.
  auto const grid = grid_of(101, 10, [](auto c, auto r) {
    double const d = 10 * from_middle(101, c, r);
    return d < 100 || (d > 200 && d < 300) ? 0 : 10;
  });
  auto const region = region_below(grid, 5, 0);
  EXPECT_TRUE(is_valid(region));
  EXPECT_EQ(region.part_ends.size(), 2U);
  EXPECT_EQ(region.rings(), 3U);
}

TEST(RegionBelow, OfRandomValuesIsValidAndGrowsWithTheLevel) {
  std::size_t parts = 0;
  for (std::uint64_t round = 0; round < 20; ++round) {
    Random random{round};
    // Whole values, so that levels are hit exactly and saddles are many.
    auto const grid =
        grid_of(25, 50, [&](auto, auto) { return static_cast<double>(random.whole(0, 4)); });
    Area before;
    for (double const level : {0.0, 1.0, 2.0, 3.0}) {
      auto const region = region_below(grid, level, 0);
      ASSERT_TRUE(is_valid(region)) << level;
      EXPECT_GE(area_m2(region), area_m2(before));
      parts += region.part_ends.size();
      before = region;
    }
  }
  EXPECT_GT(parts, 200U);
}

TEST(Spread, GivesTheDistanceFromTheNearestSampleWithinThreePercent) {
  for (std::uint64_t round = 0; round < 10; ++round) {
    Random random{round};
    auto grid = grid_of(40, 25, [](auto, auto) { return kUnknown; });
    std::vector<Point> samples;
    for (int i = 0; i < 4; ++i) {
      auto const c = random.whole(0, 39);
      auto const r = random.whole(0, 39);
      grid.at(c, r) = 0;
      samples.push_back(grid.position(c, r));
    }
    spread(grid, 1);
    for (std::size_t r = 0; r < grid.rows; ++r) {
      for (std::size_t c = 0; c < grid.columns; ++c) {
        double nearest = std::numeric_limits<double>::infinity();
        for (auto const s : samples)
          nearest = std::min(nearest, planar_distance(s, grid.position(c, r)).value());
        ASSERT_GE(grid.at(c, r), nearest * 0.9999);
        ASSERT_LE(grid.at(c, r), nearest * 1.029) << c << ' ' << r;
      }
    }
  }
}

}  // namespace
}  // namespace gapmap
