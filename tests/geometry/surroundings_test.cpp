#include "gapmap/geometry/surroundings.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "tests/support/random.h"

namespace gapmap {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr Point kHere{400'000, 6'800'000};

Point from_here(double x, double y) { return {kHere.x + x, kHere.y + y}; }

std::vector<Point> circle(double radius, double x = 0, double y = 0) {
  std::vector<Point> points;
  for (int i = 0; i <= 360; ++i) {
    double const angle = i * kPi / 180;
    points.push_back(from_here(x + radius * std::cos(angle), y + radius * std::sin(angle)));
  }
  return points;
}

struct Drawing {
  Lines lines;
  std::vector<std::uint32_t> band_of;

  void add(std::vector<Point> const& line, std::uint32_t band = 0) {
    lines.push_back(line);
    band_of.push_back(band);
  }
  [[nodiscard]] std::vector<Area> surroundings(std::size_t bands,
                                               SurroundingsOptions const& options) const {
    return gapmap::surroundings(lines, band_of, bands, options);
  }
  [[nodiscard]] Area surroundings(SurroundingsOptions const& options) const {
    return surroundings(1, options)[0];
  }
  /// The oracle: from a point to the nearest line of a band or of those before it.
  [[nodiscard]] double distance(Point p, std::uint32_t band) const {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t line = 0; line < lines.size(); ++line) {
      if (band_of[line] > band) continue;
      for (std::size_t i = 0; i + 1 < lines[line].size(); ++i) {
        auto const nearest = nearest_on_piece(p, lines[line][i], lines[line][i + 1]).point;
        least = std::min(least, planar_distance(p, nearest).value());
      }
    }
    return least;
  }
};

/// Winding roads in three bands.
Drawing random_drawing(Random& random, double extent) {
  Drawing drawing;
  for (std::uint32_t band = 0; band < 3; ++band) {
    for (int line = 0; line < 4; ++line) {
      std::vector<Point> points{from_here(random.real(0, extent), random.real(0, extent))};
      double heading = random.real(0, 2 * kPi);
      for (int i = 0; i < 12; ++i) {
        heading += random.real(-1, 1);
        double const length = random.real(1, extent / 10);
        points.push_back({points.back().x + length * std::cos(heading),
                          points.back().y + length * std::sin(heading)});
      }
      drawing.add(points, band);
    }
  }
  return drawing;
}

TEST(Surroundings, OfAPointAreADisc) {
  Drawing drawing;
  drawing.add({kHere, kHere});
  auto const disc = drawing.surroundings({.width = Meters{250}});
  EXPECT_TRUE(is_valid(disc));
  EXPECT_EQ(disc.rings(), 1U);
  EXPECT_NEAR(area_m2(disc), kPi * 250 * 250, 0.02 * kPi * 250 * 250);
  for (auto const p : disc.points) EXPECT_NEAR(planar_distance(p, kHere).value(), 250, 5);
}

TEST(Surroundings, AreDrawnWithFewPoints) {
  Drawing drawing;
  drawing.add({kHere, from_here(10'000, 3'000)});
  auto const sausage = drawing.surroundings({.width = Meters{250}});
  EXPECT_LT(sausage.points.size(), 100U);
  double const length = std::hypot(10'000, 3'000);
  EXPECT_NEAR(area_m2(sausage), 500 * length + kPi * 250 * 250, 0.01 * 500 * length);
}

TEST(Surroundings, HaveAHoleUnlessItIsSmall) {
  Drawing drawing;
  drawing.add(circle(300));
  double const hole_m2 = kPi * 200 * 200;
  auto const ring = drawing.surroundings({.width = Meters{100}, .least_hole_m2 = hole_m2 * 0.95});
  EXPECT_EQ(ring.rings(), 2U);
  EXPECT_NEAR(area_m2(ring), kPi * (400 * 400 - 200 * 200), 10'000);
  auto const filled = drawing.surroundings({.width = Meters{100}, .least_hole_m2 = hole_m2 * 1.05});
  EXPECT_EQ(filled.rings(), 1U);
  EXPECT_NEAR(area_m2(filled), kPi * 400 * 400, 10'000);
}

TEST(Surroundings, KeepIslandsInLakesOnIslandsApart) {
  Drawing drawing;
  drawing.add({kHere, kHere});
  drawing.add(circle(500));
  drawing.add(circle(900));
  drawing.add({from_here(1500, 0), from_here(1500, 1)});
  auto const area = drawing.surroundings({.width = Meters{100}});
  EXPECT_TRUE(is_valid(area));
  EXPECT_EQ(area.part_ends.size(), 4U);
  EXPECT_EQ(area.rings(), 6U);
  // Filling the lake takes the island in it along.
  auto const filled =
      drawing.surroundings({.width = Meters{100}, .least_hole_m2 = 1.1 * kPi * 400 * 400});
  EXPECT_TRUE(is_valid(filled));
  EXPECT_EQ(filled.part_ends.size(), 3U);
  EXPECT_EQ(filled.rings(), 4U);
}

TEST(Surroundings, AreEmptyWhereThereAreNoLines) {
  Drawing drawing;
  drawing.add({kHere, from_here(100, 0)}, 1);
  auto const areas = drawing.surroundings(3, {});
  ASSERT_EQ(areas.size(), 3U);
  EXPECT_TRUE(areas[0].is_empty());
  EXPECT_FALSE(areas[1].is_empty());
  EXPECT_TRUE(PreparedArea{areas[2]}.covers(areas[1]));
  EXPECT_TRUE(Drawing{}.surroundings({}).is_empty());
}

TEST(Surroundings, AreValidNestedAndHoldWhatIsNearAndNothingElse) {
  std::size_t holes = 0;
  std::size_t parts = 0;
  std::size_t near = 0;
  std::size_t far = 0;
  Random random{1};
  for (int round = 0; round < 60; ++round) {
    double const width = random.real(10, 300);
    double const extent = width * random.real(5, 60);
    auto const drawing = random_drawing(random, extent);
    auto const areas = drawing.surroundings(3, {.width = Meters{width}, .least_hole_m2 = 0});
    for (std::uint32_t band = 0; band < 3; ++band) {
      ASSERT_TRUE(is_valid(areas[band])) << round;
      parts += areas[band].part_ends.size();
      holes += areas[band].rings() - areas[band].part_ends.size();
      PreparedArea const area{areas[band]};
      if (band > 0) {
        ASSERT_TRUE(area.covers(areas[band - 1])) << round;
      }
      for (int i = 0; i < 100; ++i) {
        auto const p = from_here(random.real(0, extent), random.real(0, extent));
        double const distance = drawing.distance(p, band);
        if (std::abs(distance - width) < width / 20) continue;
        ASSERT_EQ(area.covers(p), distance < width) << round << " at " << distance / width;
        ++(distance < width ? near : far);
      }
      for (std::size_t line = 0; line < drawing.lines.size(); ++line) {
        for (auto const p : drawing.lines[line]) {
          if (drawing.band_of[line] <= band) {
            ASSERT_TRUE(area.covers(p)) << round;
          }
        }
      }
    }
    // A hole filled in one band is filled in all that hold it.
    auto const filled = drawing.surroundings(
        3, {.width = Meters{width}, .least_hole_m2 = random.real(0, 20) * width * width});
    for (std::size_t band = 0; band < 3; ++band) {
      ASSERT_TRUE(is_valid(filled[band])) << round;
      ASSERT_TRUE(PreparedArea{filled[band]}.covers(areas[band])) << round;
      if (band > 0) {
        ASSERT_TRUE(PreparedArea{filled[band]}.covers(filled[band - 1])) << round;
      }
    }
  }
  EXPECT_GT(parts, 300U);
  EXPECT_GT(holes, 100U);
  EXPECT_GT(near, 1000U);
  EXPECT_GT(far, 1000U);
}

/// Tiles are a matter of work: where their seams run is not to be seen.
TEST(Surroundings, AreTheSameElsewhere) {
  for (std::uint64_t round = 0; round < 10; ++round) {
    Random random{round};
    auto const drawing = random_drawing(random, 6000);
    // Eight nodes a width: whole numbers of nodes of 32 m.
    Point const by{32.0 * random.whole(1, 200), -32.0 * random.whole(1, 200)};
    Drawing moved;
    for (std::size_t line = 0; line < drawing.lines.size(); ++line) {
      std::vector<Point> points;
      for (auto const p : drawing.lines[line]) points.push_back({p.x + by.x, p.y + by.y});
      moved.add(points, drawing.band_of[line]);
    }
    SurroundingsOptions const options{.width = Meters{256}};
    auto const here = drawing.surroundings(3, options);
    auto const there = moved.surroundings(3, options);
    for (std::size_t band = 0; band < 3; ++band) {
      EXPECT_EQ(here[band].rings(), there[band].rings());
      EXPECT_NEAR(area_m2(here[band]), area_m2(there[band]), 1e-3 * area_m2(here[band]));
    }
  }
}

TEST(Surroundings, OfVeryLongLinesAreCoarserButHoldThem) {
  Drawing drawing;
  for (int i = 0; i < 20; ++i)
    drawing.add({from_here(0, 100 * i), from_here(100'000, 100 * i + 40)});
  auto const area = drawing.surroundings({.width = Meters{10}});
  EXPECT_TRUE(is_valid(area));
  EXPECT_EQ(area.part_ends.size(), 20U);
  EXPECT_NEAR(area_m2(area), 20 * 20 * 1e5, 0.02 * 20 * 20 * 1e5);
  PreparedArea const prepared{area};
  for (int i = 0; i < 20; ++i) {
    for (int k = 0; k <= 100; ++k)
      ASSERT_TRUE(prepared.covers(from_here(1000 * k, 100 * i + 0.4 * k)));
  }
}

}  // namespace
}  // namespace gapmap
