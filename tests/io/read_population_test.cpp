#include "gapmap/io/read_population.h"

#include <fmt/format.h>

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ReadPopulation : public Reading {
 protected:
  [[nodiscard]] PopulationRead read(std::string const& csv) const {
    return read_population({.source = {file("p.csv", csv)}}, frame);
  }
};

void expect_square(Cell const& cell, Point low, double side, double within_m = 0.001) {
  EXPECT_NEAR(cell.center.x, low.x + side / 2, within_m);
  EXPECT_NEAR(cell.center.y, low.y + side / 2, within_m);
  EXPECT_NEAR(area_m2(cell.outline), side * side, side * side * 1e-3);
  EXPECT_TRUE(is_valid(cell.outline));
}

TEST_F(ReadPopulation, CellIdsOfStatisticsFinland) {
  auto const people =
      read("grd_id;vaesto\n1kmN6717E385;12\n1kmN6718E0385;0\n250mN667175E38600;3\n").population;
  ASSERT_EQ(people.size(), 3U);
  expect_square(people[CellId{0}], {385'000, 6'717'000}, 1000);
  expect_square(people[CellId{1}], {385'000, 6'718'000}, 1000);
  expect_square(people[CellId{2}], {386'000, 6'671'750}, 250);
  EXPECT_FALSE(people[CellId{0}].is_point);
  EXPECT_EQ(people[CellId{1}].residents, People{0});
}

TEST_F(ReadPopulation, CellIdsOfEurostat) {
  auto const read_in = read("GRD_ID,T\nCRS3035RES1000mN4277000E5141000,5\n");
  EXPECT_EQ(read_in.report.crs, "EPSG:3035 (by its cell ids)");
  EXPECT_NEAR(area_m2(read_in.population[CellId{0}].outline), 1e6, 2e3);
}

TEST_F(ReadPopulation, CornersOfTheCensusGrid) {
  auto const read_in = read("x3035,y3035,population\n5141000,4277000,5\n");
  EXPECT_THAT(read_in.report.recognised,
              StartsWith("census grid 2021, lower-left corners of 1 km squares"));
  auto const by_id = read("GRD_ID,T\nCRS3035RES1000mN4277000E5141000,5\n");
  EXPECT_EQ(read_in.population[CellId{0}].center, by_id.population[CellId{0}].center);
  EXPECT_EQ(read_in.population[CellId{0}].id, "1");
}

TEST_F(ReadPopulation, EveryTableWithoutGeometryIsRecognised) {
  struct Case {
    char const *csv, *title;
  };
  constexpr Case kCases[]{
      {"grd_id;vaesto\n1kmN6717E385;1\n",
       "Statistics Finland population grid, corners (id grd_id, residents vaesto)"},
      {"crs3035id;x3035;y3035;T\na;5141000;4277000;1\n",
       "census grid 2021, lower-left corners of 1 km squares (id crs3035id"},
      {"crs3035id;TOT_P_2021\nCRS3035RES1000mN4277000E5141000;1\n", "census grid by cell id"},
      {"CELLCODE;pop\n1kmN6717E385;1\n", "census grid by cell id"},
      {"id;longitude;latitude;population\na;27.2;61.6;1\n", "longitude and latitude"},
      {"id;x_wgs84;y_wgs84;asukkaat\na;27.2;61.6;1\n", "longitude and latitude"},
      {"id;x;y;he_vakiy\na;512006;6840925;1\n", "points with coordinates"},
      {"id;itakoordinaatti;pohjoiskoordinaatti;asukkaita\na;512006;6840925;1\n",
       "points with coordinates"},
      {"vtj_prt;x;y;asukkaita\n1030112345;512006;6840925;1\n",
       "points with coordinates (id vtj_prt"},
      {"GRD_ID;X_LLC;Y_LLC;TOT_P_2018;TOT_P_2021\na;5141000;4277000;9;1\n",
       "Eurostat population grid, lower-left corners of 1 km squares (id GRD_ID, residents "
       "TOT_P_2021"},
  };
  for (auto const& [csv, title] : kCases) {
    SCOPED_TRACE(csv);
    auto const read_in = read(csv);
    EXPECT_THAT(read_in.report.recognised, StartsWith(title));
    EXPECT_EQ(read_in.population[CellId{0}].residents, People{1});
  }
}

TEST_F(ReadPopulation, EveryLayerWithGeometryIsRecognised) {
  struct Case {
    std::vector<std::string> fields;
    char const* title;
  };
  Case const cases[]{
      {{"grd_id", "vaesto"}, "Statistics Finland population grid (id grd_id, residents vaesto)"},
      {{"GRD_ID", "VAESTO"}, "Statistics Finland population grid (id GRD_ID, residents VAESTO)"},
      {{"GRD_ID", "T"}, "Eurostat census grid 2021 (id GRD_ID, residents T)"},
      {{"INDEX", "ASUKKAITA"}, "Helsinki region population grid (id INDEX, residents ASUKKAITA)"},
      {{"posti_alue", "he_vakiy"},
       "Statistics Finland postal areas (id posti_alue, residents he_vakiy)"},
      {{"id_nro", "he_vakiy"},
       "cells or points with a number of residents (id id_nro, residents he_vakiy)"},
      {{"tunnus", "population"},
       "cells or points with a number of residents (id tunnus, residents population)"},
      {{"muu", "vaki"}, "cells or points with a number of residents (residents vaki)"},
  };
  for (auto const& [fields, title] : cases) {
    SCOPED_TRACE(title);
    std::filesystem::remove(path("p.gpkg"));
    write_dataset(path("p.gpkg"), "GPKG",
                  {{.name = "p",
                    .type = wkbPolygon,
                    .fields = fields,
                    .rows = {{"POLYGON ((400000 6800000,401000 6800000,401000 6801000,400000 "
                              "6801000,400000 6800000))",
                              {"a", "7"}}}}});
    auto const read_in = read_population({.source = {path("p.gpkg")}}, frame);
    EXPECT_EQ(read_in.report.recognised, title);
    EXPECT_EQ(read_in.population[CellId{0}].residents, People{7});
    expect_square(read_in.population[CellId{0}], {400'000, 6'800'000}, 1000);
  }
}

TEST_F(ReadPopulation, CentroidsBecomeTheSquareThatTheirIdSpells) {
  write_dataset(path("kp.shp"), "ESRI Shapefile",
                {{.name = "kp",
                  .type = wkbPoint,
                  .fields = {"GRD_ID", "VAESTO"},
                  .rows = {{"POINT (385500 6717500)", {"1kmN6717E385", "12"}},
                           {"POINT (1385500 6717500)", {"?", "3"}},
                           {"POINT (386500 6717500)", {"free text", "3"}}}}});
  auto const read_in = read_population({.source = {path("kp.shp")}}, frame);
  ASSERT_EQ(read_in.population.size(), 2U) << remarks_of(read_in.report);
  expect_square(read_in.population[CellId{0}], {385'000, 6'717'000}, 1000);
  EXPECT_FALSE(read_in.population[CellId{0}].is_point);
  expect_square(read_in.population[CellId{1}], {386'375, 6'717'375}, 250);
  EXPECT_TRUE(read_in.population[CellId{1}].is_point);
}

TEST_F(ReadPopulation, CentroidsBecomeTheSquareThatTheirLayerSpells) {
  write_dataset(path("vaki2023_5km_kp.shp"), "ESRI Shapefile",
                {{.name = "vaki2023_5km_kp",
                  .type = wkbPoint,
                  .fields = {"ID_NRO", "VAESTO"},
                  .rows = {{"POINT (387500 6717500)", {"17", "12"}}}}});
  auto const read_in = read_population({.source = {path("vaki2023_5km_kp.shp")}}, frame);
  expect_square(read_in.population[CellId{0}], {385'000, 6'715'000}, 5000);
  EXPECT_FALSE(read_in.population[CellId{0}].is_point);
  EXPECT_EQ(read_in.report.years, std::vector<int>{2023});
}

TEST_F(ReadPopulation, GeometryWinsOverIdsAndCoordinatesBesideIt) {
  auto const square = [](int east, int north) {
    return fmt::format("POLYGON (({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))", east, north,
                       east + 1000, north + 1000);
  };
  write_dataset(
      path("p.gpkg"), "GPKG",
      {{.name = "p",
        .type = wkbPolygon,
        .fields = {"grd_id", "xkoord", "ykoord", "vaesto"},
        .rows = {{square(385'000, 6'717'000), {"1kmN6717E0385", "385000", "6717000", "1"}},
                 {square(386'000, 6'717'000), {"1kmN6717E387", "386000", "6717000", "2"}},
                 {square(387'000, 6'717'000), {"1kmN6718E0387", "387000", "6718000", "4"}},
                 {square(388'000, 6'717'000), {"5kmN6717E0388", "389000", "", "8"}}}}});
  auto const read_in = read_population({.source = {path("p.gpkg")}}, frame);
  ASSERT_EQ(read_in.population.size(), 4U);
  expect_square(read_in.population[CellId{1}], {386'000, 6'717'000}, 1000);
  EXPECT_EQ(remarks_of(read_in.report),
            "2 used: cell id spells another square than its geometry, which was used "
            "[1kmN6717E387, 1kmN6718E0387]\n"
            "1 used: xkoord and ykoord are not the corner of its geometry, which was used "
            "[1kmN6718E0387]");
}

TEST_F(ReadPopulation, IdsAndCoordinatesOfTablesAreCompared) {
  auto const by_id = read(
      "grd_id;xkoord;ykoord;vaesto\n1kmN6717E0385;385000;6717000;1\n"
      "1kmN6717E0386;385000;6717000;1\n");
  expect_square(by_id.population[CellId{1}], {386'000, 6'717'000}, 1000);
  EXPECT_EQ(remarks_of(by_id.report),
            "1 used: xkoord and ykoord are not the corner of its geometry, which was used "
            "[1kmN6717E0386]");
  auto const by_corner = read(
      "x3035,y3035,crs3035id,T\n5141000,4277000,CRS3035RES1000mN4277000E5141000,5\n"
      "5142000,4277000,CRS3035RES1000mN4277000E5143000,5\n");
  EXPECT_EQ(remarks_of(by_corner.report),
            "1 used: cell id spells another square than its geometry, which was used "
            "[CRS3035RES1000mN4277000E5143000]");
}

TEST_F(ReadPopulation, TheSameSquareTwiceIsCountedHoweverItIsPadded) {
  auto const read_in = read("grd_id;vaesto;vuosi\n1kmN6717E385;12;2022\n1kmN6717E0385;13;2023\n");
  EXPECT_EQ(remarks_of(read_in.report),
            "1 used: id that an earlier row has as well [1kmN6717E0385]");
  EXPECT_EQ(read_in.report.years, (std::vector<int>{2022, 2023}));
}

TEST_F(ReadPopulation, KnowsYearsAndTheCountriesOfACell) {
  auto const read_in = read(
      "GRD_ID,T,CNTR_ID\nCRS3035RES1000mN4277000E5141000,5,FI\n"
      "CRS3035RES1000mN4277000E5142000,-9999,FI-SE\nCRS3035RES1000mN4277000E5143000,-8888,\n");
  EXPECT_EQ(read_in.population[CellId{0}].countries, "FI");
  EXPECT_EQ(read_in.population[CellId{1}].countries, "FI-SE");
  EXPECT_EQ(read_in.population[CellId{2}].countries, "");
  EXPECT_EQ(read_in.population[CellId{1}].residents, std::nullopt);
  EXPECT_EQ(read_in.population[CellId{2}].residents, std::nullopt);
  auto const of_corners = read("x3035,y3035,T\n5141000,4277000,5\n");
  EXPECT_EQ(of_corners.report.years, std::vector<int>{2021});
  EXPECT_EQ(read("id;x;y;pop\na;512006;6840925;2\n").report.years, std::vector<int>{});
}

TEST_F(ReadPopulation, PointsGetTheSquareAskedFor) {
  auto const name = file("p.csv", "id;x;y;pop\na;512006;6840925;2\n");
  auto const people =
      read_population({.source = {name}, .point_cell_size = Meters{100}}, frame).population;
  expect_square(people[CellId{0}], {511'956, 6'840'875}, 100);
}

TEST_F(ReadPopulation, NumbersThatAreNoneAreCounted) {
  auto const read_in = read(
      "GRD_ID;T\n1kmN6717E385;12,5\n1kmN6717E386;-1\n1kmN6717E387;-2\n1kmN6717E388;\n1kmN6717E389;"
      "many\n"
      "1kmN6717E390;99999999999\n1kmN6717E391;inf\nnowhere;4\n1kmN6717E385;1\n");
  ASSERT_EQ(read_in.population.size(), 3U);
  EXPECT_EQ(read_in.population[CellId{0}].residents, People{12.5});
  EXPECT_EQ(read_in.population[CellId{1}].residents, std::nullopt);
  EXPECT_TRUE(read_in.population[CellId{1}].is_inhabited());
  EXPECT_EQ(read_in.report.rows, 9U);
  EXPECT_EQ(read_in.report.rows_used, 3U);
  EXPECT_EQ(remarks_of(read_in.report),
            "1 used: number of residents suppressed, counted as unknown [1kmN6717E386]\n"
            "1 left out: negative number of residents [1kmN6717E387]\n"
            "1 left out: no number of residents [1kmN6717E388]\n"
            "2 left out: number of residents is not a number [1kmN6717E389, 1kmN6717E391]\n"
            "1 left out: more residents than there are people on Earth [1kmN6717E390]\n"
            "1 left out: cell id that spells no square [nowhere]\n"
            "1 used: id that an earlier row has as well [1kmN6717E385]");
}

TEST_F(ReadPopulation, BrokenPolygonsAreRepairedOrLeftOut) {
  auto const polygon = [](std::string const& ring) {
    return R"({"type":"Polygon","coordinates":[[)" + ring + "]]}";
  };
  auto const properties = [](char const* id) {
    return std::string{R"({"GRD_ID":")"} + id + R"(","T":1})";
  };
  auto const name = file(
      "p.geojson",
      geojson({{polygon("[27,61],[27.1,61],[27.1,61.1],[27,61.1],[27,61]"), properties("good")},
               {polygon("[27,61],[27.1,61.1],[27.1,61],[27,61.1],[27,61]"), properties("bow tie")},
               {polygon("[27,61],[27.1,61],[27,61]"), properties("flat")},
               {polygon("[27,61],[27.1,1e9],[27.1,61.1],[27,61]"), properties("nowhere")}}));
  auto const read_in = read_population({.source = {name}}, frame);
  EXPECT_EQ(read_in.population.size(), 2U);
  for (auto const& cell : read_in.population) EXPECT_TRUE(is_valid(cell.outline));
  EXPECT_EQ(remarks_of(read_in.report),
            "1 used: invalid polygon (Self-intersection), repaired [bow tie]\n"
            "1 left out: polygon that encloses nothing [flat]\n"
            "1 left out: a point that cannot be projected [nowhere]");
}

TEST_F(ReadPopulation, ALayerThatSaysNoCrsIsAnErrorUntilToldOne) {
  write_dataset(path("p.gpkg"), "GPKG",
                {{.name = "p",
                  .epsg = 0,
                  .type = wkbPoint,
                  .fields = {"T"},
                  .rows = {{"POINT (385500 6717500)", {"1"}}}}});
  EXPECT_THAT(message_of<InputError>(
                  [&] { static_cast<void>(read_population({.source = {path("p.gpkg")}}, frame)); }),
              HasSubstr("name it with `population-crs`, for example `population-crs` EPSG:3067"));
  auto const told =
      read_population({.source = {.path = path("p.gpkg"), .crs = "EPSG:3067"}}, frame);
  EXPECT_EQ(told.population[CellId{0}].center, (Point{385'500, 6'717'500}));
}

}  // namespace
}  // namespace gapmap::io
