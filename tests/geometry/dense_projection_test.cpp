#include "gapmap/geometry/dense_projection.h"

#include <cmath>
#include <limits>

#include "tests/support/random.h"

namespace gapmap {
namespace {

struct Extent {
  char const* crs;
  double west, south, east, north;
};

double worst_difference(Extent const& region, std::size_t count) {
  Random random{7};
  WorkingFrame const frame{Crs::from_text(region.crs)};
  std::vector<RawPoint> points;
  for (std::size_t i = 0; i < count; ++i) {
    points.push_back(
        {random.real(region.west, region.east), random.real(region.south, region.north)});
  }
  auto exact = points;
  Projection{Crs::wgs84(), frame.crs()}.forward(exact);
  DenseProjection{frame}.forward(points);
  double worst = 0;
  for (std::size_t i = 0; i < count; ++i) {
    worst =
        std::max({worst, std::abs(points[i].x - exact[i].x), std::abs(points[i].y - exact[i].y)});
  }
  return worst;
}

TEST(DenseProjection, IsWithinATenthOfAMillimetreOfProj) {
  EXPECT_LT(worst_difference({"EPSG:3067", 19, 59, 32, 70.2}, 20'000), 1e-4);
  EXPECT_LT(worst_difference({"EPSG:3035", 19, 59, 32, 70.2}, 20'000), 1e-4);
  EXPECT_LT(worst_difference({"EPSG:3879", 24, 60, 26, 61}, 20'000), 1e-4);
  EXPECT_LT(worst_difference({"EPSG:32629", -9, 41, -8, 42}, 20'000), 1e-4);
}

TEST(DenseProjection, AsksProjWhereTheSurfaceIsTooCurved) {
  // Far from the meridian of the zone a transverse Mercator bends: no cell there passes its check.
  EXPECT_LT(worst_difference({"EPSG:3067", 80, 60, 85, 65}, 500), 1e-4);
}

TEST(DenseProjection, DoesNotDependOnTheOtherPoints) {
  WorkingFrame const frame{Crs::tm35fin()};
  std::vector<RawPoint> together{{25.00001, 60.2}, {27.3, 61.7}, {25.05, 60.25}, {25.00001, 60.2}};
  auto const before = together;
  DenseProjection{frame}.forward(together);
  for (std::size_t i = 0; i < before.size(); ++i) {
    RawPoint alone = before[i];
    DenseProjection{frame}.forward(std::span{&alone, 1});
    EXPECT_EQ(alone.x, together[i].x);
    EXPECT_EQ(alone.y, together[i].y);
  }
}

TEST(DenseProjection, LeavesWhatIsNotFinite) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  std::vector<RawPoint> points{{kInfinite, kInfinite}, {27, 62}};
  DenseProjection{WorkingFrame{Crs::tm35fin()}}.forward(points);
  EXPECT_EQ(points[0].x, kInfinite);
  EXPECT_NEAR(points[1].x, 500'000, 1e-3);
}

}  // namespace
}  // namespace gapmap
