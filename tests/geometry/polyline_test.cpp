#include "gapmap/geometry/polyline.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/random.h"

namespace gapmap {
namespace {

using Points = std::vector<Point>;

Box const kBox{{0, 0}, {10, 10}};

TEST(PartsWithin, WhatCrossesABoxIsCutAtItsEdges) {
  Points const line{{-5, 5}, {15, 5}};
  auto const parts = parts_within(line, kBox);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].points, (Points{{0, 5}, {10, 5}}));
  EXPECT_EQ(parts[0].from, 0.25);
  EXPECT_EQ(parts[0].to, 0.75);
}

TEST(PartsWithin, WhatLiesInsideIsWhole) {
  Points const line{{1, 1}, {9, 1}, {9, 10}};
  auto const parts = parts_within(line, kBox);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].points, line);
  EXPECT_EQ(parts[0].from, 0);
  EXPECT_EQ(parts[0].to, 2);
}

TEST(PartsWithin, WhatComesBackIsAnotherPart) {
  Points const line{{5, 5}, {5, 15}, {8, 15}, {8, 5}};
  auto const parts = parts_within(line, kBox);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].points, (Points{{5, 5}, {5, 10}}));
  EXPECT_EQ(parts[1].points, (Points{{8, 10}, {8, 5}}));
  EXPECT_EQ(parts[1].from, 2.5);
}

TEST(PartsWithin, WhatOnlyTouchesIsNothing) {
  EXPECT_TRUE(parts_within(Points{{-5, 5}, {0, 5}, {-5, 8}}, kBox).empty());
  EXPECT_TRUE(parts_within(Points{{-5, 0}, {0, -5}}, kBox).empty());
  EXPECT_TRUE(parts_within(Points{{11, 0}, {11, 9}}, kBox).empty());
  EXPECT_TRUE(parts_within(Points{}, kBox).empty());
}

TEST(Simplified, KeepsWhatStandsOut) {
  Points const line{{0, 0}, {1, 0.5}, {2, 0}, {3, 3}, {4, 0}};
  EXPECT_EQ(simplified(line, Meters{1}), (Points{{0, 0}, {2, 0}, {3, 3}, {4, 0}}));
  EXPECT_EQ(simplified(line, Meters{5}), (Points{{0, 0}, {4, 0}}));
  EXPECT_EQ(simplified(line, Meters{0}), line);
}

TEST(Simplified, ARingKeepsItsFarthestPoint) {
  Points const ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
  EXPECT_EQ(simplified(ring, Meters{100}), (Points{{0, 0}, {0, 0}}));
  EXPECT_EQ(simplified(ring, Meters{9}), (Points{{0, 0}, {10, 10}, {0, 0}}));
}

TEST(Simplified, NoPointIsFartherOffThanTheTolerance) {
  Random random{141};
  std::size_t left_out = 0;
  for (int round = 0; round < 100; ++round) {
    Points line;
    for (int i = 0; i < 60; ++i) line.push_back({i + random.real(0, 1), random.real(0, 6)});
    Meters const tolerance{random.real(0.1, 3)};
    auto const kept = simplified(line, tolerance);
    ASSERT_EQ(kept.front(), line.front());
    ASSERT_EQ(kept.back(), line.back());
    std::size_t at = 0;
    for (auto const p : line) {
      if (at + 1 < kept.size() && p == kept[at + 1]) ++at;
      if (p == kept[at]) continue;
      ++left_out;
      // Distance from the straight line through both neighbours, of which x lies between.
      auto const a = kept[at];
      auto const b = kept[at + 1];
      double const off = std::abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) /
                         std::hypot(b.x - a.x, b.y - a.y);
      ASSERT_LE(off, tolerance.value() + 1e-9);
    }
  }
  EXPECT_GT(left_out, 1000U);
}

}  // namespace
}  // namespace gapmap
