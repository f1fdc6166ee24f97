#include "gapmap/geometry/overlay.h"

#include <cmath>

#include "gapmap/geometry/measure.h"
#include "tests/support/areas.h"
#include "tests/support/random.h"

namespace gapmap {
namespace {

/// Twice the signed area: positive if the ring runs anticlockwise.
double winding(std::span<Point const> ring) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    sum += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
  return sum;
}

/// What every result promises.
void expect_well_formed(Area const& area) {
  EXPECT_TRUE(area.is_empty() || is_valid(area));
  for (std::size_t part = 0; part < area.part_ends.size(); ++part) {
    for (auto r = area.first_ring(part); r < area.part_ends[part]; ++r) {
      ASSERT_GE(area.ring(r).size(), 4U);
      EXPECT_EQ(area.ring(r).front(), area.ring(r).back()) << "rings are closed";
      bool const is_outer = r == area.first_ring(part);
      EXPECT_EQ(winding(area.ring(r)) > 0, is_outer)
          << "outer rings anticlockwise, holes clockwise";
    }
  }
}

TEST(Unite, SquaresThatTouchInACornerAreTwoPartsOfAValidArea) {
  auto const united = unite(std::vector{square(0, 0), square(1, 1)});
  expect_well_formed(united);
  EXPECT_EQ(united.part_ends.size(), 2U);
  EXPECT_EQ(area_m2(united), 2);
}

TEST(Unite, SquaresWithACommonEdgeBecomeOne) {
  auto const united = unite(std::vector{square(0, 0), square(1, 0)});
  expect_well_formed(united);
  EXPECT_EQ(united.part_ends.size(), 1U);
  EXPECT_EQ(united.rings(), 1U);
  EXPECT_EQ(area_m2(united), 2);
}

TEST(Unite, OverlapCountsOnce) {
  EXPECT_EQ(area_m2(unite(std::vector{square(0, 0, 2), square(1, 1, 2), square(0, 0, 2)})), 7);
}

TEST(Unite, RingOfSquaresHasAHole) {
  std::vector<Area> around;
  for (int x = 0; x < 3; ++x) {
    for (int y = 0; y < 3; ++y) {
      if (x != 1 || y != 1) around.push_back(square(x, y));
    }
  }
  auto const united = unite(around);
  expect_well_formed(united);
  EXPECT_EQ(united.part_ends.size(), 1U);
  EXPECT_EQ(united.rings(), 2U);
  EXPECT_EQ(area_m2(united), 8);
}

TEST(Unite, NothingIsEmpty) {
  EXPECT_TRUE(unite({}).is_empty());
  EXPECT_TRUE(unite(std::vector<Area>(2)).is_empty());
}

TEST(Unite, OrderOfTheInputDoesNotMatter) {
  std::vector<Area> const areas{square(5, 0), square(0, 0), square(1, 1), square(1, 0, 2)};
  std::vector<Area> const others{areas[2], areas[0], areas[3], areas[1]};
  auto const a = unite(areas);
  auto const b = unite(others);
  EXPECT_EQ(a.points, b.points);
  EXPECT_EQ(a.ring_ends, b.ring_ends);
  EXPECT_EQ(a.part_ends, b.part_ends);
}

TEST(Subtract, LeavesWhatIsNotTaken) {
  auto const left = subtract(square(0, 0, 4), square(1, 1, 2));
  expect_well_formed(left);
  EXPECT_EQ(left.rings(), 2U);
  EXPECT_EQ(area_m2(left), 12);
}

TEST(Subtract, MayCutInTwo) {
  auto const left = subtract(square(0, 0, 3), polygon({{{1, -1}, {2, -1}, {2, 4}, {1, 4}}}));
  expect_well_formed(left);
  EXPECT_EQ(left.part_ends.size(), 2U);
  EXPECT_EQ(area_m2(left), 6);
}

TEST(Subtract, EverythingLeavesNothingAndNothingLeavesEverything) {
  EXPECT_TRUE(subtract(square(0, 0), square(-1, -1, 3)).is_empty());
  EXPECT_TRUE(subtract(square(0, 0), square(0, 0)).is_empty());
  EXPECT_EQ(area_m2(subtract(square(0, 0), Area{})), 1);
  EXPECT_EQ(area_m2(subtract(square(0, 0), square(1, 0))), 1) << "a shared edge takes nothing";
}

TEST(MakeValid, BowTieBecomesTwoTriangles) {
  auto const bow_tie = polygon({{{0, 0}, {2, 2}, {2, 0}, {0, 2}}});
  ASSERT_FALSE(is_valid(bow_tie));
  auto const repaired = make_valid(bow_tie);
  expect_well_formed(repaired);
  EXPECT_EQ(repaired.part_ends.size(), 2U);
  EXPECT_EQ(area_m2(repaired), 2);
}

TEST(MakeValid, ValidAreaStaysAsItIs) {
  auto const clockwise = polygon({{{0, 0}, {0, 1}, {1, 1}, {1, 0}}});
  EXPECT_EQ(make_valid(clockwise).points, clockwise.points);
}

TEST(MakeValid, WhatHasNoExtentBecomesEmpty) {
  EXPECT_TRUE(make_valid(polygon({{{0, 0}, {1, 1}, {2, 2}}})).is_empty());
}

TEST(MakeValid, HoleOutsideItsRingIsKeptAsWhatItEncloses) {
  auto const odd = polygon({{{0, 0}, {2, 0}, {2, 2}, {0, 2}}, {{5, 5}, {5, 6}, {6, 6}, {6, 5}}});
  ASSERT_FALSE(is_valid(odd));
  expect_well_formed(make_valid(odd));
  EXPECT_EQ(area_m2(make_valid(odd)), 5);
}

Area const kFrame =
    polygon({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{4, 4}, {4, 6}, {6, 6}, {6, 4}}});

TEST(PreparedArea, TouchesAtEdgesAndCorners) {
  PreparedArea const area{kFrame};
  EXPECT_TRUE(area.touches(square(1, 1)));
  EXPECT_TRUE(area.touches(square(10, 3))) << "along an edge";
  EXPECT_TRUE(area.touches(square(10, 10))) << "in a corner";
  EXPECT_TRUE(area.touches(square(-5, -5, 50))) << "around it";
  EXPECT_TRUE(area.touches(square(4, 4, 2))) << "filling the hole";
  EXPECT_FALSE(area.touches(square(4.5, 4.5, 1))) << "within the hole";
  EXPECT_FALSE(area.touches(square(10.001, 3)));
}

TEST(PreparedArea, CoversWhatHasNoPartOutside) {
  PreparedArea const area{kFrame};
  EXPECT_TRUE(area.covers(kFrame));
  EXPECT_TRUE(area.covers(square(0, 0))) << "along the border";
  EXPECT_FALSE(area.covers(square(3, 3, 4))) << "over the hole";
  EXPECT_FALSE(area.covers(square(9.5, 3)));
  EXPECT_TRUE(area.covers(Point{1, 1}));
  EXPECT_TRUE(area.covers(Point{10, 10})) << "the corner belongs to the area";
  EXPECT_TRUE(area.covers(Point{4, 5})) << "and so does the edge of the hole";
  EXPECT_FALSE(area.covers(Point{5, 5}));
  EXPECT_FALSE(area.covers(Point{10.001, 5}));
}

TEST(PreparedArea, OverlapIsTheSharedArea) {
  PreparedArea const area{kFrame};
  EXPECT_NEAR(area.overlap_m2(square(1, 1)), 1, 1e-12);
  EXPECT_NEAR(area.overlap_m2(square(3, 3, 4)), 12, 1e-12);
  EXPECT_NEAR(area.overlap_m2(square(9.5, 3)), 0.5, 1e-12);
  EXPECT_NEAR(area.overlap_m2(square(-5, -5, 50)), 96, 1e-9);
  EXPECT_EQ(area.overlap_m2(square(10, 10)), 0);
  EXPECT_EQ(area.overlap_m2(square(4.5, 4.5, 1)), 0);
}

/// A square of 100 m whose 6 400 holes are squares of 0.5 m in the middle of each of its 80 × 80
/// fields: an area of which only pieces are looked at.
TEST(PreparedArea, OverlapWithAnAreaOfTensOfThousandsOfPointsIsThatOfItsHoles) {
  constexpr int kFields = 80;
  constexpr double kField = 100.0 / kFields;
  constexpr double kHole = 0.5;
  std::vector<std::vector<Point>> rings{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}};
  auto const begin = [](int i) { return i * kField + (kField - kHole) / 2; };
  for (int x = 0; x < kFields; ++x) {
    for (int y = 0; y < kFields; ++y) {
      rings.push_back({{begin(x), begin(y)},
                       {begin(x) + kHole, begin(y)},
                       {begin(x) + kHole, begin(y) + kHole},
                       {begin(x), begin(y) + kHole}});
    }
  }
  PreparedArea const area{polygon(rings)};
  // Along one axis: how much of an interval lies in the square, and in holes.
  auto const shared = [](double from, double to, double low, double high) {
    return std::max(0.0, std::min(to, high) - std::max(from, low));
  };
  auto const in_holes = [&](double from, double to) {
    double sum = 0;
    for (int i = 0; i < kFields; ++i) sum += shared(from, to, begin(i), begin(i) + kHole);
    return sum;
  };
  Random random{92};
  for (int round = 0; round < 400; ++round) {
    double const side = random.chance(0.1) ? random.real(20, 150) : random.real(0.1, 6);
    double const x = random.real(-5, 105 - side / 2);
    double const y = random.real(-5, 105 - side / 2);
    double const square_m2 = shared(x, x + side, 0, 100) * shared(y, y + side, 0, 100);
    double const holes_m2 = in_holes(x, x + side) * in_holes(y, y + side);
    ASSERT_NEAR(area.overlap_m2(square(x, y, side)), square_m2 - holes_m2, 1e-7)
        << x << " " << y << " " << side;
  }
}

TEST(PreparedArea, DistanceIsBetweenTheNearestPoints) {
  PreparedArea const area{kFrame};
  EXPECT_EQ(area.distance(square(13, 14)), Meters{5});
  EXPECT_EQ(area.distance(square(10, 3)), Meters{0});
  EXPECT_EQ(area.distance(Point{5, 5}), Meters{1}) << "from the middle of the hole";
  EXPECT_EQ(area.distance(Point{1, 1}), Meters{0});
  EXPECT_EQ(area.distance(Point{13, 14}), Meters{5});
}

/// A star around `center`: valid, rarely convex.
Area star(Random& random, Point center) {
  std::vector<Point> ring;
  for (int i = 0; i < 24; ++i) {
    double const angle = i * 2 * 3.14159265358979 / 24;
    double const radius = random.real(1, 10);
    ring.push_back({center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)});
  }
  return polygon({ring});
}

TEST(Overlay, UnionDifferenceAndOverlapAddUp) {
  Random random{41};
  int overlapping = 0;
  for (int i = 0; i < 100; ++i) {
    auto const a = star(random, {0, 0});
    auto const b = star(random, {random.real(-15, 15), random.real(-15, 15)});
    double const shared = PreparedArea{a}.overlap_m2(b);
    overlapping += shared > 0 ? 1 : 0;
    auto const united = unite(std::vector{a, b});
    auto const rest = subtract(a, b);
    expect_well_formed(united);
    expect_well_formed(rest);
    ASSERT_NEAR(area_m2(united), area_m2(a) + area_m2(b) - shared, 1e-9);
    ASSERT_NEAR(area_m2(rest), area_m2(a) - shared, 1e-9);
    ASSERT_NEAR(shared, PreparedArea{b}.overlap_m2(a), 1e-9);
    ASSERT_EQ(PreparedArea{a}.touches(b), PreparedArea{a}.distance(b) == Meters{0});
  }
  EXPECT_GT(overlapping, 30);
}

TEST(SharedBorder, IsTheLineThatBothHave) {
  auto const tall = polygon({{{1, -1}, {2, -1}, {2, 3}, {1, 3}}});
  EXPECT_EQ(shared_border(square(0, 0), tall), Meters{1}) << "one side of it is longer";
  EXPECT_EQ(shared_border(tall, square(0, 0)), Meters{1});
  EXPECT_EQ(shared_border(square(0, 0), square(1, 1)), Meters{0}) << "a corner";
  EXPECT_EQ(shared_border(square(0, 0), square(5, 0)), Meters{0});
  EXPECT_EQ(shared_border(square(0, 0, 2), square(1, 1, 2)), Meters{0}) << "crossing";
  EXPECT_EQ(shared_border(square(0, 0), square(0, 0)), Meters{4});
  auto const ring = polygon({{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, {{3, 3}, {3, 6}, {6, 6}, {6, 3}}});
  EXPECT_EQ(shared_border(ring, square(3, 3, 3)), Meters{12}) << "an enclave";
}

TEST(ValidityProblem, IsSaidWithoutThePlace) {
  EXPECT_EQ(validity_problem(square(0, 0)), "");
  EXPECT_EQ(validity_problem(polygon({{{0, 0}, {2, 2}, {2, 0}, {0, 2}}})), "Self-intersection");
  auto const outside =
      polygon({{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {{5, 5}, {6, 5}, {6, 6}, {5, 6}}});
  EXPECT_EQ(validity_problem(outside), "Hole lies outside shell");
}

TEST(NarrowGaps, AreWhatIsNarrowerThanTheWidth) {
  auto const apart = [](double gap) {
    return unite(std::vector{square(0, 0, 100), square(100 + gap, 0, 100)});
  };
  EXPECT_TRUE(narrow_gaps(apart(0), Meters{10}).empty());
  EXPECT_TRUE(narrow_gaps(apart(10.5), Meters{10}).empty());
  auto const gaps = narrow_gaps(apart(4), Meters{10});
  ASSERT_EQ(gaps.size(), 1U);
  expect_well_formed(gaps[0]);
  EXPECT_NEAR(area_m2(gaps[0]), 400, 1e-6);
}

TEST(NarrowGaps, CornersAreNone) {
  auto const corner = polygon({{{0, 0}, {100, 0}, {100, 50}, {50, 50}, {50, 100}, {0, 100}}});
  EXPECT_TRUE(narrow_gaps(corner, Meters{10}).empty());
}

}  // namespace
}  // namespace gapmap
