#include "gapmap/io/read_gazetteer.h"

#include "gapmap/io/read_places.h"
#include "tests/io/reading.h"
#include "tests/io/written.h"
#include "tests/support/areas.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

class ReadGazetteer : public Reading {
 protected:
  /// Two municipalities side by side, 491 west of 530 000 and 740 east of it.
  static Municipalities municipalities() {
    Municipalities two;
    two.push_back({"491", "Mikkeli", square(500'000, 6'800'000, 30'000)});
    two.push_back({"740", "Savonlinna", square(530'000, 6'800'000, 30'000)});
    return two;
  }
  [[nodiscard]] GazetteerInput gazetteer() const {
    return {{file("g.csv",
                  "id;nimi;kunta;x;y\n1;ANTTOLA;491;510000;6810000\n2;Rantakylä;;511000;6811000\n"
                  "3;Rantakylä;;541000;6811000\n4;;491;512000;6812000\n5;Hevossalo;Savonlinna;"
                  "542000;6812000\n")}};
  }
  [[nodiscard]] PlacesRead read(std::string const& csv) const {
    return read_places({.source = {file("p.csv", csv)}, .gazetteer = gazetteer()}, frame,
                       municipalities());
  }
  /// "id x y position", a place a line.
  static std::string text_of(PlacesRead const& read) {
    std::string text;
    for (auto const& place : read.places)
      text +=
          place.id + " " + std::to_string(std::lround(place.point.x)) + " " + place.position + "\n";
    return text;
  }
};

TEST_F(ReadGazetteer, NamesPointsAndMunicipalitiesByFieldOrArea) {
  auto const read_in = read_gazetteer(gazetteer(), frame, municipalities());
  auto const& entries = read_in.gazetteer.entries();
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(entries[0].municipality, (MunicipalityKey{"491", true}));
  EXPECT_EQ(entries[1].municipality, (MunicipalityKey{"491", true})) << "where it lies";
  EXPECT_EQ(entries[2].municipality, (MunicipalityKey{"740", true}));
  EXPECT_EQ(entries[3].municipality, (MunicipalityKey{"740", true})) << "its name has a code";
  EXPECT_EQ(read_in.report.rows_used, 4U);
  EXPECT_EQ(remarks_of(read_in.report), "1 left out: no name [4]");
}

TEST_F(ReadGazetteer, PolygonsAtTheirCentroidFieldsAsNamed) {
  write_dataset(path("g.gpkg"), "GPKG",
                {{.name = "g",
                  .type = wkbPolygon,
                  .fields = {"kyl", "k"},
                  .rows = {{"POLYGON ((510000 6810000,510100 6810000,510100 6810100,510000 "
                            "6810100,510000 6810000))",
                            {"Anttola", "740"}}}}});
  auto const read_in = read_gazetteer({{path("g.gpkg")}, "kyl", "k"}, frame, municipalities());
  ASSERT_EQ(read_in.gazetteer.entries().size(), 1U);
  auto const& entry = read_in.gazetteer.entries()[0];
  EXPECT_NEAR(entry.point.x, 510'050, 0.01);
  EXPECT_EQ(entry.municipality, (MunicipalityKey{"740", true})) << "what it says";
}

TEST_F(ReadGazetteer, WithoutNamesItIsNone) {
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(
                    read_gazetteer({{file("g.csv", "a;x;y\nb;510000;6810000\n")}}, frame, {}));
              }),
              HasSubstr("name them with `gazetteer-name`"));
}

TEST_F(ReadGazetteer, PlacesWithoutCoordinatesGoWhereTheirLocalityIs) {
  auto const read_in = read(
      "id;nimi;paikkakunta;kunta;x;y\n"
      "a;A;Anttola;;;\n"                  // one of that name
      "b;B;Rantakylä;Savonlinna;;\n"      // told apart by the municipality
      "c;C;Anttola;491;500500;6800500\n"  // has coordinates: they stay
      "d;D;Rantakyla;491;;\n");
  EXPECT_EQ(text_of(read_in),
            "a 510000 gazetteer: locality ANTTOLA (1 match)\n"
            "b 541000 gazetteer: locality Rantakylä (1 of 2 matches)\n"
            "c 500500 \n"
            "d 511000 gazetteer: locality Rantakylä (1 of 2 matches, spelt without its own "
            "letters)\n");
  EXPECT_EQ(remarks_of(read_in.report),
            "3 used: without coordinates, placed by the gazetteer [a (ANTTOLA), b (Rantakylä), d "
            "(Rantakylä)]");
  EXPECT_EQ(read_in.report.rows_used, 4U);
  ASSERT_EQ(read_in.looked_up_in.size(), 1U);
  EXPECT_EQ(read_in.looked_up_in[0].input, "gazetteer");
}

TEST_F(ReadGazetteer, WhatIsNotCertainIsLeftOutAndCounted) {
  auto const read_in = read(
      "id;nimi;paikkakunta;kunta;x;y\n"
      "a;A;Anttola;;;\n"
      "b;B;Rantakylä;;;\n"
      "c;C;Anttola;Savonlinna;;\n"
      "d;D;Anttolassa;;;\n"
      "e;E;;491;;\n"
      "f;F;Anttola;;itään;6800500\n"
      "g;G;Anttola;;0;0\n"
      "h;H;Nowhere;;500500;6800500\n");
  EXPECT_EQ(text_of(read_in), "a 510000 gazetteer: locality ANTTOLA (1 match)\nh 500500 \n");
  EXPECT_EQ(remarks_of(read_in.report),
            "1 left out: coordinates are not numbers [f]\n"
            "1 left out: coordinates outside the area of EPSG:3067 [g]\n"
            "1 used: without coordinates, placed by the gazetteer [a (ANTTOLA)]\n"
            "1 left out: locality that the gazetteer has in several places [b (Rantakylä)]\n"
            "1 left out: locality that the gazetteer has only in another municipality [c (Anttola, "
            "Savonlinna)]\n"
            "1 left out: locality that the gazetteer does not have [d (Anttolassa)]\n"
            "1 left out: neither coordinates nor a locality [e]");
  EXPECT_EQ(read_in.report.rows, 8U);
  EXPECT_EQ(read_in.report.rows_used, 2U);
}

TEST_F(ReadGazetteer, ATableMayHaveNoCoordinatesAtAll) {
  auto const read_in = read("nimi;osoite\nA;Kylätie 1, 52100 Anttola\n");
  EXPECT_EQ(text_of(read_in), "1 510000 gazetteer: post town of the address ANTTOLA (1 match)\n");
  EXPECT_EQ(read_in.report.recognised, "places by their locality (name nimi, locality osoite)");
}

TEST_F(ReadGazetteer, FeaturesWithoutGeometryToo) {
  auto const name = file("p.geojson", geojson({{"null", R"({"id":"a","kylä":"Anttola"})"},
                                               {R"({"type":"Point","coordinates":[27.2,61.6]})",
                                                R"({"id":"b","kylä":"Anttola"})"}}));
  auto const read_in =
      read_places({.source = {name}, .gazetteer = gazetteer()}, frame, municipalities());
  ASSERT_EQ(read_in.places.size(), 2U);
  EXPECT_EQ(read_in.places[PlaceId{0}].position, "gazetteer: locality ANTTOLA (1 match)");
  EXPECT_EQ(read_in.places[PlaceId{1}].position, "");
}

TEST_F(ReadGazetteer, WithoutAreasTheFieldsMustTell) {
  auto const name = file("p.csv", "id;paikkakunta;kunta\na;Rantakylä;740\nb;Anttola;491\n");
  auto const read_in = read_places({.source = {name}, .gazetteer = gazetteer()}, frame);
  EXPECT_EQ(text_of(read_in), "b 510000 gazetteer: locality ANTTOLA (1 match)\n");
}

TEST_F(ReadGazetteer, NothingFoundIsAnErrorWithTheReasons) {
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(read("id;kylä\n1;Nowhere\n")); }),
              HasSubstr("none of its 1 rows can be used: locality that the gazetteer does not have "
                        "in 1 rows (first: 1 (Nowhere))"));
}

}  // namespace
}  // namespace gapmap::io
