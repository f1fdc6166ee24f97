#include "gapmap/io/square_check.h"

#include <gtest/gtest.h>

namespace gapmap::io {
namespace {

RawShape point(double x, double y) { return {GeometryKind::Point, {{x, y}}, {1}, {}}; }

RawShape box(double left, double low, double right, double high) {
  return {GeometryKind::Polygon,
          {{left, low}, {right, low}, {right, high}, {left, high}, {left, low}},
          {5},
          {1}};
}

TEST(SquareCheck, PolygonsLieWithinTheirSquareAndPointsInItsMiddle) {
  SquareCheck check{Crs::tm35fin()};
  SpelledCell const square{"EPSG:3067", {385'000, 6'717'000}, 1000};
  EXPECT_TRUE(check.agrees(box(385'000, 6'717'000, 386'000, 6'718'000), square));
  EXPECT_TRUE(check.agrees(box(385'000, 6'717'000, 385'400, 6'717'300), square))
      << "cut at a coast";
  EXPECT_TRUE(check.agrees(box(384'995, 6'716'995, 386'005, 6'718'005), square))
      << "just within 5 m";
  EXPECT_FALSE(check.agrees(box(384'994, 6'717'000, 386'000, 6'718'000), square));
  EXPECT_FALSE(check.agrees(box(385'000, 6'717'000, 390'000, 6'722'000), square)) << "five times";
  EXPECT_FALSE(check.agrees(box(386'000, 6'717'000, 387'000, 6'718'000), square)) << "the next one";
  EXPECT_TRUE(check.agrees(point(385'500, 6'717'500), square));
  EXPECT_TRUE(check.agrees(point(385'505, 6'717'495), square));
  EXPECT_FALSE(check.agrees(point(385'506, 6'717'500), square));
  EXPECT_FALSE(check.agrees(point(385'000, 6'717'000), square)) << "its corner";
}

TEST(SquareCheck, OfUnknownSizeOnlyTheCornerCounts) {
  SquareCheck check{Crs::tm35fin()};
  SpelledCell const corner{"EPSG:3067", {385'000, 6'717'000}, 0};
  EXPECT_TRUE(check.agrees(box(385'000, 6'717'000, 385'250, 6'717'250), corner));
  EXPECT_FALSE(check.agrees(box(385'250, 6'717'000, 385'500, 6'717'250), corner));
  EXPECT_TRUE(check.agrees(point(1, 1), corner)) << "a point says nothing of a corner";
}

TEST(SquareCheck, LooksInTheCrsOfTheSquare) {
  SquareCheck check{Crs::wgs84()};
  RawShape shape = box(385'000, 6'717'000, 386'000, 6'718'000);
  Projection{Crs::tm35fin(), Crs::wgs84()}.forward(shape.points);
  EXPECT_TRUE(check.agrees(shape, {"EPSG:3067", {385'000, 6'717'000}, 1000}));
  EXPECT_FALSE(check.agrees(shape, {"EPSG:3067", {385'000, 6'718'000}, 1000}));
  EXPECT_FALSE(check.agrees(shape, {"EPSG:3035", {385'000, 6'717'000}, 1000}));
}

}  // namespace
}  // namespace gapmap::io
