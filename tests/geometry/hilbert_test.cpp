#include "gapmap/geometry/hilbert.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>

#include "tests/support/random.h"

namespace gapmap {
namespace {

constexpr double kSide = 65536;

/// The middle of a cell of the finest grid.
std::uint32_t index_of_cell(std::uint32_t x, std::uint32_t y) {
  Box const extent{{0, 0}, {kSide - 1, kSide - 1}};
  return hilbert_index({x + 0.25, y + 0.25}, extent);
}

TEST(HilbertIndex, NumbersASquareBlockWithoutGapsAndWithoutDoubles) {
  constexpr std::uint32_t kBlock = 64;
  std::vector<int> seen(kBlock * kBlock, 0);
  for (std::uint32_t x = 0; x < kBlock; ++x) {
    for (std::uint32_t y = 0; y < kBlock; ++y) {
      auto const index = index_of_cell(x, y);
      ASSERT_LT(index, seen.size());
      ++seen[index];
    }
  }
  EXPECT_THAT(seen, testing::Each(1));
}

TEST(HilbertIndex, NextCellOfTheCurveIsANeighbour) {
  constexpr std::uint32_t kBlock = 64;
  std::vector<std::pair<int, int>> at(kBlock * kBlock);
  for (std::uint32_t x = 0; x < kBlock; ++x) {
    for (std::uint32_t y = 0; y < kBlock; ++y) at[index_of_cell(x, y)] = {x, y};
  }
  for (std::size_t i = 1; i < at.size(); ++i) {
    ASSERT_EQ(std::abs(at[i].first - at[i - 1].first) + std::abs(at[i].second - at[i - 1].second),
              1)
        << i;
  }
}

TEST(HilbertIndex, CoarsestQuadrantsFollowEachOther) {
  constexpr std::uint32_t kQuarter = 1U << 30U;
  EXPECT_EQ(index_of_cell(0, 0), 0U);
  EXPECT_EQ(index_of_cell(100, 60000) / kQuarter, 1U);
  EXPECT_EQ(index_of_cell(60000, 60000) / kQuarter, 2U);
  EXPECT_EQ(index_of_cell(60000, 100) / kQuarter, 3U);
  EXPECT_EQ(index_of_cell(65535, 0), std::numeric_limits<std::uint32_t>::max());
}

TEST(HilbertIndex, PointsOutsideCountAsOnTheRim) {
  Box const extent{{0, 0}, {100, 100}};
  EXPECT_EQ(hilbert_index({-5, -5}, extent), hilbert_index({0, 0}, extent));
  EXPECT_EQ(hilbert_index({1e9, 50}, extent), hilbert_index({100, 50}, extent));
}

TEST(HilbertIndex, ExtentWithoutWidthOrHeightIsNoTrouble) {
  EXPECT_EQ(hilbert_index({5, 5}, {{5, 5}, {5, 5}}), 0U);
  Box const line{{0, 7}, {10, 7}};
  EXPECT_NE(hilbert_index({0, 7}, line), hilbert_index({10, 7}, line));
}

TEST(HilbertOrder, IsThatOfTheIndicesAndKeepsEqualOnesInOrder) {
  Random random{41};
  std::vector<Point> points;
  for (int i = 0; i < 5000; ++i)
    points.push_back({500'000.0 + random.whole(0, 60), 6'800'000.0 + random.whole(0, 60)});
  Box extent;
  for (auto const p : points) extent.extend(p);
  std::vector<std::uint32_t> expected(points.size());
  std::iota(expected.begin(), expected.end(), 0U);
  std::ranges::stable_sort(expected, {},
                           [&](std::uint32_t i) { return hilbert_index(points[i], extent); });
  EXPECT_EQ(hilbert_order(points), expected);
  EXPECT_TRUE(hilbert_order({}).empty());
}

}  // namespace
}  // namespace gapmap
