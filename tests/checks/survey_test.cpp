#include "gapmap/checks/survey.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::checks {
namespace {

using Surveys = io::Reading;

TEST_F(Surveys, FindPositionsCodesYearsAndLetters) {
  auto const input = io::PlaceInput{
      {file("paikat_2024.csv",
            "id;nimi;kunta;vuosi;x;y\nA;HyvinkÃ¤Ã¤n tupa;106;2023;27,1;61,5\nB;Ähtäri;"
            "989;2024;27,2;61,6\nC;Talo;;2024;;\n")}};
  auto const found = survey(input);
  EXPECT_EQ(found.layer, "paikat_2024");
  EXPECT_EQ(found.x_field, "x");
  EXPECT_EQ(found.y_field, "y");
  ASSERT_TRUE(found.crs);
  EXPECT_EQ(found.crs->label(), "EPSG:4326");
  ASSERT_EQ(found.positions.size(), 2U) << "the third row has none";
  EXPECT_EQ(found.positions[1].row, "B");
  EXPECT_EQ(found.positions[1].at.x, 27.2);
  EXPECT_EQ(found.code_field, "kunta");
  ASSERT_EQ(found.codes.size(), 2U);
  EXPECT_EQ(found.codes[0].id, "A");
  EXPECT_EQ(found.codes[0].code, "106");
  EXPECT_EQ(found.years.at("vuosi"), (std::set{2023, 2024}));
  ASSERT_EQ(found.broken.size(), 1U);
  EXPECT_EQ(found.broken[0].field, "nimi");
  EXPECT_EQ(found.broken[0].row, "A");
  EXPECT_EQ(found.broken[0].meant, "Hyvinkään tupa");
}

TEST_F(Surveys, LookAtLayersThatNoReaderRecognises) {
  auto const name = path("areas.gpkg");
  io::write_dataset(name, "GPKG",
                    {{.name = "areas",
                      .type = wkbPolygon,
                      .fields = {"label"},
                      .rows = {{"POLYGON((1 2, 3 2, 3 4, 1 2))", {"Hyvink??"}}}}});
  auto const found = survey(io::MunicipalityInput{{name}});
  ASSERT_EQ(found.positions.size(), 1U);
  EXPECT_EQ(found.positions[0].at.y, 2);
  ASSERT_EQ(found.broken.size(), 1U);
  EXPECT_EQ(found.broken[0].meant, "");
  EXPECT_TRUE(found.codes.empty());
}

TEST_F(Surveys, OfOpenStreetMapAreEmpty) {
  auto const found = survey(io::RoadInput{{GAPMAP_SOURCE_DIR "/geodata/osm-sample/town.osm"}});
  EXPECT_TRUE(found.positions.empty());
}

TEST_F(Surveys, OfRastersAreEmpty) {
  io::write_raster(path("p.tif"), {.columns = 1, .bands = {{1}}});
  EXPECT_TRUE(survey(io::PopulationInput{{path("p.tif")}}).positions.empty());
}

TEST_F(Surveys, OfPlacesThatOnlyAGazetteerKnows) {
  io::PlaceInput input{{file("p.csv", "id;nimi;paikkakunta;kunta\nA;Tupa;Haukivuori;491\n")}};
  input.gazetteer = io::GazetteerInput{{file("g.csv", "nimi;x;y\nHaukivuori;520000;6870000\n")}};
  auto const places = survey(input);
  EXPECT_TRUE(places.positions.empty());
  ASSERT_EQ(places.codes.size(), 1U);
  EXPECT_EQ(places.codes[0].id, "A") << "as their reader knows the row";
  EXPECT_EQ(survey(*input.gazetteer).positions.size(), 1U);
}

TEST_F(Surveys, OfAKeyTellTheYearOfItsField) {
  auto const key = survey(
      io::AreaKeyInput{{file("key.csv", "kunta;year;maakunta_code\n20;2025;06\n46;2025;10\n")}});
  EXPECT_EQ(key.years.at("year"), std::set{2025});
  EXPECT_TRUE(key.positions.empty());
}

TEST_F(Surveys, ReadNumbersAsTheirReaderDoes) {
  auto const stops = survey(io::PlaceInput{
      {file("s.csv", "nimi;E;N\nTalo;502.000;6.805.500\nTupa;512.000;6.805.500\n")}});
  ASSERT_EQ(stops.positions.size(), 2U);
  EXPECT_EQ(stops.positions[0].at.x, 502000);
  ASSERT_TRUE(stops.crs);
  EXPECT_EQ(stops.crs->label(), "EPSG:3067");
}

TEST_F(Surveys, OfZonesAndOfficialNumbersFindLostLetters) {
  auto const official =
      survey(io::OfficialInput{{file("o.csv", "kunta;nimi;vaesto\n106;HyvinkÃ¤Ã¤;5\n")}});
  ASSERT_EQ(official.broken.size(), 1U);
  auto const zones = survey(io::ZoneInput{
      .level = "kylat",
      .source = {file("z.csv", "nimi;WKT\nH?nnil?;\"POLYGON((0 0,1 0,1 1,0 0))\"\n")}});
  EXPECT_EQ(zones.broken.size(), 1U);
}

TEST(YearsIn, AreNumbersOfTheirOwn) {
  auto const in = [](std::string_view name) {
    return fmt::format("{}", fmt::join(years_in(name), " "));
  };
  EXPECT_EQ(in("kunta1000k_2023"), "2023");
  EXPECT_EQ(in("vaki2021_1km"), "2021");
  EXPECT_EQ(in("population_1km_2021_epsg3035.csv"), "2021");
  EXPECT_EQ(in("20231231"), "");
  EXPECT_EQ(in("1km"), "");
  EXPECT_EQ(in("t_2018_2021"), "2018 2021");
  EXPECT_EQ(in(""), "");
}

}  // namespace
}  // namespace gapmap::checks
