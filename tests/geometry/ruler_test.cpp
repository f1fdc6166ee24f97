#include "gapmap/geometry/ruler.h"

#include <geodesic.h>

#include <cmath>
#include <numbers>

#include "tests/support/random.h"

namespace gapmap {
namespace {

TEST(Ruler, MeasuresThePublishedLineFromFlindersPeakToBuninyong) {
  // Geoscience Australia, GDA Technical Manual: MGA zone 55 coordinates and the ellipsoidal
  // distance on GRS 80.
  WorkingFrame const frame{Crs::from_text("EPSG:28355")};
  Ruler const ruler{frame};
  auto const length = ruler.distance({273741.297, 5796489.777}, {228854.051, 5828259.038});
  EXPECT_NEAR(length.value(), 54972.271, 0.002);
}

TEST(Ruler, MeasuresAMeridianAsTheIntegralOfItsRadius) {
  WorkingFrame const frame{Crs::tm35fin()};
  auto const [a, f] = frame.crs().ellipsoid();
  double const e2 = f * (2 - f);
  double arc = 0;
  constexpr int kSteps = 10'000;
  for (int i = 0; i < kSteps; ++i) {  // from 60° to 70° by the midpoint rule
    double const latitude = (60 + 10 * (i + 0.5) / kSteps) * std::numbers::pi / 180;
    arc += a * (1 - e2) / std::pow(1 - e2 * std::sin(latitude) * std::sin(latitude), 1.5) *
           (10 * std::numbers::pi / 180 / kSteps);
  }
  auto const length =
      Ruler{frame}.distance(frame.from_lonlat({27, 60}), frame.from_lonlat({27, 70}));
  EXPECT_NEAR(length.value(), arc, 1e-3);
  // The scale on the central meridian is 0.9996: the plane alone would be 446 m short.
  EXPECT_NEAR(planar_distance(frame.from_lonlat({27, 60}), frame.from_lonlat({27, 70})).value(),
              0.9996 * arc, 1e-3);
}

TEST(Ruler, LengthAlongALineAddsUp) {
  Random random{31};
  WorkingFrame const frame{Crs::tm35fin()};
  Ruler const ruler{frame};
  std::vector<Point> line;
  for (int i = 0; i < 50; ++i)
    line.push_back({random.real(300'000, 700'000), random.real(6'700'000, 7'700'000)});
  auto const along = ruler.along(line);
  ASSERT_EQ(along.size(), line.size());
  EXPECT_EQ(along[0], 0);
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    sum += ruler.distance(line[i - 1], line[i]).value();
    ASSERT_NEAR(along[i], sum, 1e-6);
  }
}

TEST(Ruler, CuttingAPieceKeepsItsLength) {
  WorkingFrame const frame{Crs::tm35fin()};
  Ruler const ruler{frame};
  Point const a{600'000, 6'900'000};
  Point const b{601'000, 6'902'000};
  Point const middle{600'500, 6'901'000};
  EXPECT_NEAR((ruler.distance(a, middle) + ruler.distance(middle, b)).value(),
              ruler.distance(a, b).value(), 1e-4);
  EXPECT_EQ(ruler.distance(a, b), ruler.distance(b, a));
  EXPECT_EQ(ruler.distance(a, a), Meters{0});
}

TEST(Ruler, EmptyLineAndSinglePointHaveNoLength) {
  WorkingFrame const frame{Crs::tm35fin()};
  EXPECT_TRUE(Ruler{frame}.along({}).empty());
  EXPECT_THAT(Ruler{frame}.along(std::vector<Point>{{500'000, 6'800'000}}),
              testing::ElementsAre(0.0));
}

/// PROJ's own geodesic between two points of the plane.
class Geodesic {
 public:
  explicit Geodesic(WorkingFrame const& frame) : frame_{frame} {
    auto const ellipsoid = frame.crs().ellipsoid();
    geod_init(&geod_, ellipsoid.semi_major_m, ellipsoid.flattening);
  }
  [[nodiscard]] double length(Point a, Point b) const {
    auto const from = frame_.to_lonlat(a);
    auto const to = frame_.to_lonlat(b);
    double length = 0;
    geod_inverse(&geod_, from.lat, from.lon, to.lat, to.lon, &length, nullptr, nullptr);
    return length;
  }

 private:
  WorkingFrame const& frame_;
  geod_geodesic geod_{};
};

struct Region {
  char const* name;
  char const* crs;
  LonLat center;
};
std::ostream& operator<<(std::ostream& out, Region const& region) { return out << region.name; }

class RulerAgainstTheGeodesic : public testing::TestWithParam<Region> {};

TEST_P(RulerAgainstTheGeodesic, PiecesOfRoadAreWithinOnePartInTenMillion) {
  Random random{32};
  WorkingFrame const frame{Crs::from_text(GetParam().crs)};
  Ruler const ruler{frame};
  Geodesic const geodesic{frame};
  auto const center = frame.from_lonlat(GetParam().center);
  double worst = 0;
  double scale = 0;
  for (int i = 0; i < 3000; ++i) {
    // All over a grid cell of the ruler and its neighbours, in every direction, from a kerb to the
    // longest by the metric.
    Point const a{center.x + random.real(-9000, 9000), center.y + random.real(-9000, 9000)};
    double const length = std::exp(random.real(std::log(10.0), std::log(2999.0)));
    double const angle = random.real(0, 2 * std::numbers::pi);
    Point const b{a.x + length * std::cos(angle), a.y + length * std::sin(angle)};
    double const exact = geodesic.length(a, b);
    // What is left of 1e-7 of a short piece is less than what degrees in doubles can say: 2e-9 m.
    worst = std::max(worst, (std::abs(ruler.distance(a, b).value() - exact) - 4e-9) / exact);
    scale = std::max(scale, std::abs(length / exact - 1));
  }
  EXPECT_LT(worst, 1e-7);
  EXPECT_GT(scale, 1e-4) << "the projection was to differ from the ground";
}

TEST_P(RulerAgainstTheGeodesic, LongFerryLinesAreGeodesics) {
  Random random{33};
  WorkingFrame const frame{Crs::from_text(GetParam().crs)};
  Ruler const ruler{frame};
  Geodesic const geodesic{frame};
  auto const center = frame.from_lonlat(GetParam().center);
  for (int i = 0; i < 200; ++i) {
    Point const a{center.x + random.real(-9000, 9000), center.y + random.real(-9000, 9000)};
    Point const b{a.x + random.real(3001, 80'000), a.y + random.real(-80'000, 80'000)};
    double const exact = geodesic.length(a, b);
    ASSERT_NEAR(ruler.distance(a, b).value(), exact, 1e-9 * exact);
  }
}

TEST_P(RulerAgainstTheGeodesic, NothingJumpsWhereTheMetricGivesWayToTheGeodesic) {
  WorkingFrame const frame{Crs::from_text(GetParam().crs)};
  Ruler const ruler{frame};
  auto const a = frame.from_lonlat(GetParam().center);
  for (double const other : {0.0, 1000.0, 2999.0, -2999.0}) {
    double const shorter = ruler.distance(a, {a.x + 2999.999, a.y + other}).value();
    double const longer = ruler.distance(a, {a.x + 3000.001, a.y + other}).value();
    EXPECT_LT(shorter, longer);
    EXPECT_NEAR(shorter, longer, 0.003);
  }
}

TEST_P(RulerAgainstTheGeodesic, ManyShortPiecesAreAsLongAsOneLongOne) {
  WorkingFrame const frame{Crs::from_text(GetParam().crs)};
  Ruler const ruler{frame};
  auto const a = frame.from_lonlat(GetParam().center);
  std::vector<Point> line;
  for (int i = 0; i <= 200; ++i) line.push_back({a.x + 10.0 * i, a.y + 7.0 * i});
  double const exact = Geodesic{frame}.length(line.front(), line.back());
  EXPECT_NEAR(ruler.along(line).back(), exact, 1e-7 * exact);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, RulerAgainstTheGeodesic,
                         testing::Values(Region{"WestOfTm35fin", "EPSG:3067", {20, 63}},
                                         Region{"MeridianOfTm35fin", "EPSG:3067", {27, 61}},
                                         Region{"EastOfTm35fin", "EPSG:3067", {31, 63}},
                                         Region{"NorthOfTm35fin", "EPSG:3067", {27, 69.9}},
                                         Region{"LambertEqualArea", "EPSG:3035", {23, 60.5}},
                                         Region{"LambertEqualAreaNorth", "EPSG:3035", {29, 69}}),
                         [](auto const& region) { return std::string{region.param.name}; });

TEST(Ruler, LambertEqualAreaIsNotConformalAndIsMeasuredAllTheSame) {
  WorkingFrame const frame{Crs::from_text("EPSG:3035")};
  Ruler const ruler{frame};
  auto const center = frame.from_lonlat({23, 60.5});
  double const east = ruler.distance(center, {center.x + 1000, center.y}).value();
  double const north = ruler.distance(center, {center.x, center.y + 1000}).value();
  double const diagonal = ruler.distance(center, {center.x + 1000, center.y + 1000}).value();
  EXPECT_GT(std::abs(east - north), 1) << "one scale for all directions would be wrong by metres";
  EXPECT_GT(std::abs(diagonal - std::hypot(east, north)), 0.1)
      << "nor are its axes at right angles on the ground";
}

TEST(Ruler, IsTheSameWhateverItMeasuredBefore) {
  Random random{34};
  WorkingFrame const frame{Crs::tm35fin()};
  Ruler const used{frame};
  for (int i = 0; i < 300; ++i) {
    Point const a{random.real(200'000, 700'000), random.real(6'700'000, 7'700'000)};
    Point const b{a.x + random.real(-2000, 2000), a.y + random.real(-2000, 2000)};
    ASSERT_EQ(used.distance(a, b), Ruler{frame}.distance(a, b));
  }
}

}  // namespace
}  // namespace gapmap
