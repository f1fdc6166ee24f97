#include "gapmap/geometry/measure.h"

#include <cmath>
#include <numbers>

#include "gapmap/units/error.h"
#include "tests/support/areas.h"
#include "tests/support/random.h"

namespace gapmap {
namespace {

struct PieceCase {
  char const* name;
  Point p;
  Point nearest;
  double fraction;
};

TEST(NearestOnPiece, FindsFootOrEnd) {
  Point const a{10, 10};
  Point const b{20, 10};
  std::vector<PieceCase> const cases{{"beside the middle", {15, 13}, {15, 10}, 0.5},
                                     {"on the piece", {12.5, 10}, {12.5, 10}, 0.25},
                                     {"before the start", {7, 12}, {10, 10}, 0},
                                     {"beyond the end", {25, 7}, {20, 10}, 1},
                                     {"exactly beside the start", {10, 5}, {10, 10}, 0},
                                     {"exactly beside the end", {20, 5}, {20, 10}, 1},
                                     {"at the start", {10, 10}, {10, 10}, 0},
                                     {"at the end", {20, 10}, {20, 10}, 1}};
  for (auto const& c : cases) {
    auto const [point, fraction] = nearest_on_piece(c.p, a, b);
    EXPECT_EQ(point, c.nearest) << c.name;
    EXPECT_EQ(fraction, c.fraction) << c.name;
  }
}

TEST(DistanceBetweenPieces, IsThatOfTheirNearestPoints) {
  EXPECT_EQ(distance_between_pieces({0, 0}, {10, 0}, {5, -5}, {5, 5}), 0) << "they cross";
  EXPECT_EQ(distance_between_pieces({0, 0}, {10, 0}, {5, 0}, {5, 5}), 0) << "they touch";
  EXPECT_EQ(distance_between_pieces({0, 0}, {10, 0}, {0, 3}, {10, 3}), 3) << "side by side";
  EXPECT_EQ(distance_between_pieces({0, 0}, {10, 0}, {13, 4}, {20, 4}), 5) << "end to end";
  EXPECT_EQ(distance_between_pieces({0, 0}, {10, 0}, {12, 0}, {20, 0}), 2) << "in one line";
  Random random{17};
  for (int round = 0; round < 500; ++round) {
    auto const anywhere = [&] { return Point{random.real(0, 10), random.real(0, 10)}; };
    auto const a = anywhere();
    auto const b = anywhere();
    auto const c = anywhere();
    auto const d = anywhere();
    double least = 100;
    constexpr int kSteps = 400;
    for (int i = 0; i <= kSteps; ++i) {
      double const t = static_cast<double>(i) / kSteps;
      Point const p{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
      least = std::min(least, planar_distance(p, nearest_on_piece(p, c, d).point).value());
    }
    EXPECT_NEAR(distance_between_pieces(a, b, c, d), least, 14.2 / kSteps);
    EXPECT_LE(distance_between_pieces(a, b, c, d), least + 1e-12);
  }
}

TEST(NearestOnPiece, PieceWithoutLengthGivesItsPoint) {
  auto const [point, fraction] = nearest_on_piece({3, 4}, {1, 1}, {1, 1});
  EXPECT_EQ(point, (Point{1, 1}));
  EXPECT_EQ(fraction, 0);
}

TEST(NearestOnPiece, NoSampledPointOfThePieceIsNearer) {
  Random random{32};
  for (int i = 0; i < 300; ++i) {
    auto const somewhere = [&] { return Point{random.real(-10, 10), random.real(-10, 10)}; };
    Point const p = somewhere();
    Point const a = somewhere();
    Point const b = somewhere();
    auto const found = planar_distance(p, nearest_on_piece(p, a, b).point).value();
    for (int s = 0; s <= 100; ++s) {
      double const t = s / 100.0;
      ASSERT_LE(found,
                planar_distance(p, {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}).value() + 1e-12);
    }
  }
}

Area const kRing = polygon({{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{1, 1}, {1, 3}, {2, 3}, {2, 1}}});

TEST(AreaM2, SubtractsHolesWhateverTheWinding) {
  EXPECT_EQ(area_m2(kRing), 14);
  EXPECT_EQ(area_m2(polygon({{{0, 4}, {4, 4}, {4, 0}, {0, 0}}, {{1, 1}, {2, 1}, {2, 3}, {1, 3}}})),
            14);
  EXPECT_EQ(area_m2(polygon({{{0, 4}, {4, 4}, {4, 0}, {0, 0}}, {{1, 1}, {1, 3}, {2, 3}, {2, 1}}})),
            14);
  EXPECT_EQ(area_m2(Area{}), 0);
}

TEST(AreaM2, AddsParts) {
  auto area = square(0, 0, 2);
  auto const other = square(10, 10, 3);
  area.points.insert(area.points.end(), other.points.begin(), other.points.end());
  area.close_ring();
  area.close_part();
  EXPECT_EQ(area_m2(area), 13);
}

TEST(AreaM2, KeepsItsDigitsFarFromTheOrigin) {
  EXPECT_NEAR(area_m2(square(388'455.125, 6'653'097.375, 250)), 62'500, 1e-6);
}

TEST(Centroid, WeighsHoles) {
  // The square of 16 at (2, 2) less the hole of 2 at (1.5, 2).
  auto const center = centroid(kRing);
  EXPECT_NEAR(center.x, (16 * 2 - 2 * 1.5) / 14, 1e-12);
  EXPECT_NEAR(center.y, 2, 1e-12);
}

TEST(Centroid, OfWhatHasNoExtentIsTheMeanOfItsPoints) {
  auto const flat = polygon({{{0, 0}, {3, 0}, {6, 0}}});
  EXPECT_EQ(centroid(flat).y, 0);
  EXPECT_NEAR(centroid(flat).x, (0 + 3 + 6 + 0) / 4.0, 1e-12);
}

TEST(Centroid, OfNothingIsABrokenPromise) { EXPECT_THROW((void)centroid(Area{}), BrokenPromise); }

}  // namespace
}  // namespace gapmap
