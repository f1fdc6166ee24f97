#include "gapmap/io/read_places.h"

#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ReadPlaces : public Reading {
 protected:
  [[nodiscard]] PlacesRead read(std::string const& csv) const {
    return read_places({{file("p.csv", csv)}}, frame);
  }
  [[nodiscard]] PlacesRead read_named(std::string const& name, std::string const& text) const {
    return read_places({{file(name, text)}}, frame);
  }
  [[nodiscard]] std::string error_of(std::string const& csv) const {
    return message_of<InputError>([&] { static_cast<void>(read(csv)); });
  }
};

/// Mikkeli's square, whatever CRS it was written in.
void expect_mikkeli(PlacesRead const& read, double within_m = 0.01) {
  ASSERT_EQ(read.places.size(), 1U);
  EXPECT_NEAR(read.places[PlaceId{0}].point.x, 512006, within_m);
  EXPECT_NEAR(read.places[PlaceId{0}].point.y, 6840925, within_m);
}

std::string in_crs(std::string const& epsg) {
  RawPoint point{512006, 6840925};
  Projection{Crs::tm35fin(), Crs::from_text(epsg)}.forward(std::span{&point, 1});
  return std::to_string(point.x) + ";" + std::to_string(point.y);
}

TEST_F(ReadPlaces, TextWithAnotherEndingIsATableToo) {
  std::vector<std::pair<std::string, std::string>> const tables{
      {"p.tsv", "id\tnimi\tx\ty\n007\tTori\t512006,5\t6840925\n"},
      {"p.txt", "id\tnimi\tx\ty\n007\tTori\t512006,5\t6840925\n"},
      {"q.txt", "id;nimi;x;y\n007;Tori;512006,5;6840925\n"},
      {"r.TXT", "id,nimi,x,y\n007,Tori,512006.5,6840925\n"},
      {"r.CSV", "id,nimi,x,y\n007,Tori,512006.5,6840925\n"}};
  for (auto const& [name, text] : tables) {
    SCOPED_TRACE(name);
    auto const read = read_named(name, text);
    ASSERT_EQ(read.places.size(), 1U);
    auto const& place = read.places[PlaceId{std::size_t{0}}];
    EXPECT_EQ(place.id, "007") << "text stays text";
    EXPECT_EQ(place.name, "Tori");
    EXPECT_DOUBLE_EQ(place.point.x, 512006.5);
    ASSERT_EQ(read.report.files.size(), 1U);
    EXPECT_EQ(read.report.files[0].bytes, text.size());
  }
}

TEST_F(ReadPlaces, CommasSemicolonsAndTabs) {
  expect_mikkeli(read("id,nimi,x,y\n1,Tori,512006,6840925\n"));
  expect_mikkeli(read("id;nimi;x;y\n1;Tori;512006;6840925\n"));
  expect_mikkeli(read("id\tnimi\tx\ty\n1\tTori\t512006\t6840925\n"));
}

TEST_F(ReadPlaces, DecimalCommasSpacesAndQuotes) {
  expect_mikkeli(read("id;nimi;x;y\n1;Tori;512006,0;6840925,000\n"));
  expect_mikkeli(read("id,nimi,x,y\n1,Tori,\"512006,0\",\"6840925,0\"\n"));
  expect_mikkeli(read("id;nimi;x;y\n1;Tori; 512 006 ; 6 840 925 \n"));
  auto const quoted = read("id;nimi;x;y\n1;\"Tori; \"\"uusi\"\"\";512006;6840925\n");
  EXPECT_EQ(quoted.places[PlaceId{0}].name, "Tori; \"uusi\"");
}

TEST_F(ReadPlaces, LineEndsOfWindowsAndABom) {
  auto const read_in = read("\xEF\xBB\xBFid;nimi;x;y\r\n007;Kylä;512006;6840925\r\n");
  expect_mikkeli(read_in);
  EXPECT_EQ(read_in.places[PlaceId{0}].id, "007");
  EXPECT_EQ(read_in.places[PlaceId{0}].name, "Kylä");
}

TEST_F(ReadPlaces, Windows1252InValuesAndInTheHeader) {
  auto const read_in = read("id;nimi;it\xE4;pohjoinen\n1;Ylij\xE4rvi \x80;512006;6840925\n");
  expect_mikkeli(read_in);
  EXPECT_EQ(read_in.places[PlaceId{0}].name, "Ylijärvi €");
  EXPECT_THAT(read_in.report.recognised, HasSubstr("x itä"));
}

TEST_F(ReadPlaces, RecognisesEveryConventionOfCoordinates) {
  struct Convention {
    char const *x, *y, *title, *crs;
  };
  // Every row of place_schemas() with coordinates, in upper case as well: exports differ.
  constexpr Convention kConventions[]{
      {"lon", "lat", "longitude and latitude", "EPSG:4326"},
      {"Longitude", "LATITUDE", "longitude and latitude", "EPSG:4326"},
      {"lng", "lat", "longitude and latitude", "EPSG:4326"},
      {"itakoordinaatti", "pohjoiskoordinaatti", "east and north coordinates", "EPSG:3067"},
      {"Itä", "Pohjoinen", "east and north coordinates", "EPSG:3067"},
      {"ITÄ", "POHJOINEN", "east and north coordinates", "EPSG:3067"},
      {"ita", "pohjoinen", "east and north coordinates", "EPSG:3067"},
      {"Easting", "Northing", "east and north coordinates", "EPSG:3067"},
      {"E-koordinaatti", "N-koordinaatti", "east and north coordinates", "EPSG:3067"},
      {"E", "N", "east and north coordinates", "EPSG:3067"},
      {"xkoord", "ykoord", "east and north coordinates", "EPSG:3067"},
      {"x_koord", "y_koord", "east and north coordinates", "EPSG:3067"},
      {"X", "Y", "x and y", "EPSG:3067"},
  };
  for (auto const& [x, y, title, crs] : kConventions) {
    SCOPED_TRACE(x);
    auto const read_in =
        read(std::string{"Id;Nimi;"} + x + ";" + y + "\n1;Tori;" + in_crs(crs) + "\n");
    expect_mikkeli(read_in, 0.2);
    EXPECT_EQ(read_in.places[PlaceId{0}].name, "Tori");
    EXPECT_THAT(read_in.report.recognised, StartsWith(title));
    EXPECT_THAT(read_in.report.crs, StartsWith(crs));
  }
}

TEST_F(ReadPlaces, GuessesTheGridFromTheValues) {
  for (auto const* crs : {"EPSG:4326", "EPSG:3067", "EPSG:3881", "EPSG:2393"}) {
    SCOPED_TRACE(crs);
    auto const read_in = read("id;nimi;x;y\n1;Tori;" + in_crs(crs) + "\n");
    expect_mikkeli(read_in, crs == std::string{"EPSG:2393"} ? 2.0 : 0.2);
    EXPECT_EQ(read_in.report.crs, std::string{crs} + " (guessed from the values)");
  }
}

TEST_F(ReadPlaces, GuessesEveryGkZoneByItsNumber) {
  for (int zone = 19; zone <= 31; ++zone) {
    auto const read_in = read("id;x;y\n1;" + std::to_string(zone) + "500000;6840925\n");
    EXPECT_EQ(read_in.report.crs,
              "EPSG:" + std::to_string(3873 + zone - 19) + " (guessed from the values)");
    EXPECT_NEAR(frame.to_lonlat(read_in.places[PlaceId{0}].point).lon, zone, 1e-6);
  }
}

TEST_F(ReadPlaces, FieldsCalledLatitudeThatHoldMetresAreMetres) {
  auto const read_in = read("id;nimi;longitude;latitude\n1;Tori;512006;6840925\n");
  expect_mikkeli(read_in);
  EXPECT_EQ(read_in.report.crs, "EPSG:3067 (guessed from the values)");
}

TEST_F(ReadPlaces, FieldsAndCrsTheUserNames) {
  auto const name =
      file("p.csv", "avain;otsake;leveys;pituus\nA1;Tori;" + in_crs("EPSG:3881") + "\n");
  auto const read_in = read_places(
      {{.path = name, .crs = "EPSG:3881"}, "avain", "OTSAKE", "leveys", "pituus"}, frame);
  expect_mikkeli(read_in);
  EXPECT_EQ(read_in.places[PlaceId{0}].id, "A1");
  EXPECT_EQ(read_in.places[PlaceId{0}].name, "Tori");
}

TEST_F(ReadPlaces, ANamedFieldThatIsNotThereListsThoseThatAre) {
  auto const name = file("p.csv", "avain;ylös;sivuun\n1;1;2\n");
  auto const said = message_of<InputError>([&] {
    static_cast<void>(read_places({{name}, "", "", "itä", "pituus"}, frame));
  });
  EXPECT_THAT(said,
              HasSubstr("has no field \"itä\" (`place-x`); its fields are avain, ylös, sivuun"));
}

TEST_F(ReadPlaces, UnknownFieldsAreListedWithTheOptionsThatNameThem) {
  EXPECT_THAT(error_of("avain;ylös;sivuun\n1;1;2\n"),
              HasSubstr("name them with `place-x`, `place-y`; its fields are avain, ylös, sivuun"));
}

TEST_F(ReadPlaces, RowsThatCannotBeUsedAreCountedWithTheFirstFive) {
  std::string csv = "id;nimi;x;y\n1;Tori;512006;6840925\n";
  for (int i = 0; i < 7; ++i) csv += "b;Blank;;6840925\n";
  csv += "t;Text;east;6840925\ns;Swapped;6840925;512006\nz;Zero;0;0\n2;Satama;512006;6840900\n";
  auto const read_in = read(csv);
  EXPECT_EQ(read_in.places.size(), 2U);
  EXPECT_EQ(read_in.report.rows, 12U);
  EXPECT_EQ(read_in.report.rows_used, 2U);
  EXPECT_EQ(remarks_of(read_in.report),
            "7 left out: no coordinates [b, b, b, b, b]\n"
            "1 left out: coordinates are not numbers [t]\n"
            "1 left out: coordinates in the wrong order (x and y swapped) [s]\n"
            "1 left out: coordinates outside the area of EPSG:3067 [z]");
}

TEST_F(ReadPlaces, AllSwappedIsAnErrorWithAHint) {
  EXPECT_THAT(error_of("id;nimi;x;y\n1;a;6840925;512006\n2;b;6840930;512006\n"),
              ::testing::AllOf(HasSubstr("its coordinates are in the wrong order"),
                               HasSubstr("; swap the fields")));
  EXPECT_THAT(error_of("id;nimi;lon;lat\n1;a;61,69;27,27\n"),
              ::testing::AllOf(HasSubstr("its coordinates are in the wrong order"),
                               HasSubstr("; swap x and y")));
}

TEST_F(ReadPlaces, NothingToReadIsAnError) {
  EXPECT_THAT(error_of("id;nimi;x;y\n"), HasSubstr("has no rows"));
  EXPECT_THAT(error_of(""), HasSubstr("has no rows"));
  EXPECT_THAT(error_of("id;nimi;x;y\n1;a;;\n"),
              HasSubstr("none of its 1 rows can be used: no coordinates in 1 rows (first: 1)"));
  EXPECT_THAT(error_of("id;nimi;x;y\n1;a;17;99999\n"), HasSubstr("name it with `place-crs`"));
}

TEST_F(ReadPlaces, WithoutAnIdTheRowWithoutANameTheId) {
  auto const read_in = read("nimi;x;y\n;512006;6840925\nToinen;512007;6840925\n");
  EXPECT_EQ(read_in.places[PlaceId{0}].id, "1");
  EXPECT_EQ(read_in.places[PlaceId{0}].name, "1");
  EXPECT_EQ(read_in.places[PlaceId{1}].name, "Toinen");
}

TEST_F(ReadPlaces, PlacesOnTheSamePointAreKeptAndCounted) {
  auto const read_in = read("id;nimi;x;y\na;A;512006;6840925\nb;B;512006;6840925\n");
  EXPECT_EQ(read_in.places.size(), 2U);
  EXPECT_EQ(remarks_of(read_in.report),
            "1 used: place on the very same point as an earlier one [b]");
}

TEST_F(ReadPlaces, PointsPolygonsHeightsAndMissingGeometries) {
  auto const name = file(
      "p.geojson",
      geojson(
          {{R"({"type":"Point","coordinates":[27.2,61.6,88.5]})", R"({"id":"p"})"},
           {R"({"type":"Polygon","coordinates":[[[27,61],[27.2,61],[27.2,61.2],[27,61.2],[27,61]]]})",
            R"({"id":"area"})"},
           {"null", R"({"id":"nowhere"})"},
           {R"({"type":"MultiPoint","coordinates":[[27.2,61.6]]})", R"({"id":"one"})"},
           {R"({"type":"MultiPoint","coordinates":[[27,61],[27,62]]})", R"({"id":"two"})"},
           {R"({"type":"LineString","coordinates":[[27,61],[27,62]]})", R"({"id":"line"})"}}));
  auto const read_in = read_places({{name}}, frame);
  ASSERT_EQ(read_in.places.size(), 3U);
  auto const middle = frame.to_lonlat(read_in.places[PlaceId{1}].point);
  EXPECT_NEAR(middle.lon, 27.1, 0.001);
  EXPECT_NEAR(middle.lat, 61.1, 0.001);
  EXPECT_EQ(
      remarks_of(read_in.report),
      "1 left out: no geometry [nowhere]\n2 left out: neither one point nor a polygon [two, line]\n"
      "1 used: place on the very same point as an earlier one [one]");
}

TEST_F(ReadPlaces, SpreadsheetsKeepTheirTexts) {
  write_dataset(path("p.xlsx"), "XLSX",
                {{.name = "Paikat",
                  .epsg = 0,
                  .type = wkbNone,
                  .fields = {"id", "nimi", "x", "y"},
                  .rows = {{"", {"007", "Kylätalo", "512006", "6840925"}}}}});
  auto const read_in = read_places({{path("p.xlsx")}}, frame);
  expect_mikkeli(read_in);
  EXPECT_EQ(read_in.places[PlaceId{0}].id, "007");
  EXPECT_EQ(read_in.places[PlaceId{0}].name, "Kylätalo");
}

TEST_F(ReadPlaces, LinesAreNoPlaces) {
  write_dataset(path("l.gpkg"), "GPKG",
                {{.name = "l", .type = wkbLineString, .rows = {{"LINESTRING (1 2,3 4)", {}}}}});
  EXPECT_THAT(
      message_of<InputError>([&] { static_cast<void>(read_places({{path("l.gpkg")}}, frame)); }),
      HasSubstr("holds lines, but places are points, polygons or a table with coordinates"));
}

}  // namespace
}  // namespace gapmap::io
