#include "gapmap/geometry/projection.h"

#include <cmath>

#include "gapmap/units/error.h"
#include "tests/support/random.h"

namespace gapmap {
namespace {

struct Known {
  LonLat degrees;
  Point tm35fin;
};

TEST(WorkingFrame, PlacesKnownCoordinates) {
  WorkingFrame const frame{Crs::tm35fin()};
  // From cs2cs (EPSG:4258 to EPSG:3067); the second lies on the central meridian, where the
  // northing is 0.9996 of the arc.
  std::vector<Known> const known{{{25, 60}, {388455.9580, 6653097.4352}},
                                 {{27, 60}, {500000.0, 6651411.1902}},
                                 {{27.5, 70}, {519085.4478, 7765951.3898}},
                                 {{22.3, 61}, {245947.7718, 6771908.4293}}};
  for (auto const& [degrees, expected] : known) {
    auto const p = frame.from_lonlat(degrees);
    EXPECT_NEAR(p.x, expected.x, 1e-3);
    EXPECT_NEAR(p.y, expected.y, 1e-3);
    auto const back = frame.to_lonlat(expected);
    EXPECT_NEAR(back.lon, degrees.lon, 1e-8);
    EXPECT_NEAR(back.lat, degrees.lat, 1e-8);
  }
}

TEST(WorkingFrame, RoundTripIsExactToAMicrometer) {
  Random random{21};
  WorkingFrame const frame{Crs::tm35fin()};
  std::vector<Point> points;
  for (int i = 0; i < 500; ++i)
    points.push_back({random.real(60'000, 740'000), random.real(6'600'000, 7'780'000)});
  auto const degrees = frame.to_lonlat(points);
  ASSERT_EQ(degrees.size(), points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    ASSERT_LT(planar_distance(frame.from_lonlat(degrees[i]), points[i]), Meters{1e-6});
    ASSERT_EQ(degrees[i], frame.to_lonlat(points[i])) << "one at a time and all together differ";
  }
}

TEST(WorkingFrame, RefusesDegrees) {
  try {
    WorkingFrame const frame{Crs::wgs84()};
    FAIL() << "degrees were taken for metres";
  } catch (UsageError const& error) {
    EXPECT_THAT(error.what(),
                testing::StartsWith("`crs`: EPSG:4326 is not a projected CRS in metres; "));
  }
}

TEST(WorkingFrame, RefusesFeetAndGeocentricMeters) {
  EXPECT_THROW((WorkingFrame{Crs::from_text("EPSG:2263")}),
               UsageError);  // New York, US survey feet
  EXPECT_THROW((WorkingFrame{Crs::from_text("EPSG:4978")}),
               UsageError);  // x, y, z from the centre of the Earth
}

TEST(WorkingFrame, PlausibleIsWhatLiesInTheAreaOfUseAndThreeDegreesAround) {
  WorkingFrame const frame{Crs::tm35fin()};
  EXPECT_TRUE(frame.is_plausible({25, 61}));
  EXPECT_TRUE(frame.is_plausible({33.5, 61})) << "just across the border";
  EXPECT_FALSE(frame.is_plausible({61, 25})) << "axes swapped";
  EXPECT_FALSE(frame.is_plausible({0, 0}));
  EXPECT_FALSE(frame.is_plausible({std::nan(""), 61}));
}

TEST(Projection, PutsEastingFirstWhateverTheAxisOrder) {
  // EPSG:3879 (GK25) is defined with northing first, as is EPSG:4326 with latitude.
  Projection const projection{Crs::from_text("EPSG:3879"), Crs::wgs84()};
  std::vector<RawPoint> points{{25'500'000, 6'675'000}};
  projection.forward(points);
  EXPECT_NEAR(points[0].x, 25.0, 1e-9);
  EXPECT_NEAR(points[0].y, 60.19, 0.01);
}

TEST(Projection, WhatCannotBeProjectedIsInfinite) {
  Projection const projection{Crs::wgs84(), Crs::tm35fin()};
  std::vector<RawPoint> points{{25, 60}, {25, 600}, {25, 61}};
  projection.forward(points);
  EXPECT_TRUE(std::isfinite(points[0].x) && std::isfinite(points[2].y))
      << "one bad point spoils the others";
  EXPECT_TRUE(std::isinf(points[1].x) && std::isinf(points[1].y));
}

TEST(Projection, NothingIsProjectedToNothing) {
  Projection const projection{Crs::wgs84(), Crs::tm35fin()};
  EXPECT_NO_THROW(projection.forward({}));
}

TEST(Crs, LabelIsTheCodeEvenOfADefinitionWithoutIt) {
  EXPECT_EQ(Crs::tm35fin().label(), "EPSG:3067");
  EXPECT_EQ(Crs::from_text(Crs::tm35fin().wkt()).label(), "EPSG:3067");
  EXPECT_EQ(
      Crs::from_text(
          R"(PROJCS["ETRS89_TM35FIN_E_N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137,)"
          R"(298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],)"
          R"(PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",27],)"
          R"(PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],)"
          R"(UNIT["Meter",1]])")
          .label(),
      "EPSG:3067")
      << "as a Shapefile carries it";
}

TEST(Crs, NonsenseIsAnInputErrorWithAHint) {
  try {
    (void)Crs::from_text("EPSG:banana");
    FAIL() << "nonsense was accepted";
  } catch (InputError const& error) {
    EXPECT_STREQ(error.what(),
                 "\"EPSG:banana\" is not a coordinate reference system known to PROJ; "
                 "write an EPSG code such as EPSG:3067");
  }
}

TEST(Crs, EllipsoidIsThatOfTheDatum) {
  auto const ellipsoid = Crs::tm35fin().ellipsoid();
  EXPECT_EQ(ellipsoid.semi_major_m, 6378137);
  EXPECT_NEAR(1 / ellipsoid.flattening, 298.257222101, 1e-9);
}

}  // namespace
}  // namespace gapmap
