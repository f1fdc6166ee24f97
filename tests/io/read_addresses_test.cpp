#include "gapmap/io/read_addresses.h"

#include <fmt/format.h>

#include "gapmap/io/read_places.h"
#include "tests/io/reading.h"
#include "tests/io/written.h"
#include "tests/support/areas.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

class ReadAddresses : public Reading {
 protected:
  /// Mikkeli west of 530 000 and Savonlinna east of it.
  static Municipalities municipalities() {
    Municipalities two;
    two.push_back({"491", "Mikkeli", square(500'000, 6'800'000, 30'000)});
    two.push_back({"740", "Savonlinna", square(530'000, 6'800'000, 30'000)});
    return two;
  }
  /// Lines of the building register, in Windows-1252.
  static std::string register_text() {
    return "102;491;10;2;6810000;510000;1;Kauppakatu;;1;50100;1;A;;491-1;20240813\r\n"
           "103;491;10;1;6810010;510000;1;Kauppakatu;;1;50100;1;A;;491-1;20240813\r\n"
           "104;491;10;1;6810500;510500;1;M\xE4ntytie;;2-4;50100;1;A;;491-1;20240813\r\n"
           "105;740;10;1;6811000;541000;1;Olavinkatu;Olofsgatan;44;57130;1;A;;740-1;20240813\r\n"
           "106;740;10;1;6811100;541000;1;;Slottsgatan;3;57130;1;A;;740-1;20240813\r\n"
           "107;740;10;2;6811200;541000;1;;;;57130;1;A;;740-1;20240813\r\n";
  }
  [[nodiscard]] PlacesRead read(std::string const& addresses, std::string const& places,
                                bool has_areas = true) const {
    return read_places({.source = {file("p.csv", places)}, .addresses = {{{addresses}}}}, frame,
                       has_areas ? municipalities() : Municipalities{});
  }
  /// "id x y located_by", a place a line.
  static std::string text_of(PlacesRead const& read) {
    std::string text;
    for (auto const& place : read.places) {
      text += fmt::format("{} {:.0f} {:.0f} {}\n", place.id, place.point.x, place.point.y,
                          name_of(place.located_by));
    }
    return text;
  }
};

TEST_F(ReadAddresses, OfTheBuildingRegister) {
  auto const read_in = read(file("Suomi_osoitteet.OPT", register_text()),
                            "id;osoite;postinumero;postitoimipaikka\n"
                            "a;Kauppak. 1 A 3;50100;MIKKELI\n"
                            "b;MÄNTYTIE 4;;Mikkeli\n"
                            "c;Olofsg. 44;57130;Nyslott\n"
                            "d;Slottsgatan 9, Savonlinna;;\n");
  EXPECT_EQ(text_of(read_in),
            "a 510000 6810010 house\nb 510500 6810500 house\nc 541000 6811000 house\n"
            "d 541000 6811100 nearest_number\n");
  EXPECT_EQ(read_in.places[PlaceId{1}].position, "address: Mäntytie 2–4");
  EXPECT_EQ(read_in.places[PlaceId{3}].position, "address: Slottsgatan 3, nearest to 9");
  ASSERT_EQ(read_in.looked_up_in.size(), 1U);
  auto const& report = read_in.looked_up_in[0];
  EXPECT_EQ(report.input, "addresses");
  EXPECT_EQ(report.recognised, "register of buildings and their addresses");
  EXPECT_EQ(report.crs, "EPSG:3067 (by its fields)");
  EXPECT_EQ(report.rows, 6U);
  EXPECT_EQ(report.rows_used, 5U);
  EXPECT_EQ(remarks_of(report), "1 left out: address without a street [6]");
  ASSERT_EQ(report.files.size(), 1U);
}

TEST_F(ReadAddresses, OfTheBuildingRegisterWithAHeaderOrInUtf8) {
  auto const header =
      "rakennustunnus;kunta;maakunta;kayttotarkoitus;pohjoiskoordinaatti;itakoordinaatti;"
      "osoitenumero;kadunnimi_suomi;kadunnimi_ruotsi;katunumero;postinumero;x;y;z;k;p\n";
  auto const* const places = "id;osoite;kunta\na;Kauppakatu 1;491\n";
  auto const with_header = read(file("r.csv", header + register_text()), places);
  EXPECT_EQ(text_of(with_header), "a 510000 6810010 house\n");
  EXPECT_EQ(with_header.looked_up_in[0].rows, 6U);
  auto const utf8 = read(file("r.txt",
                              "\xEF\xBB\xBF"
                              "102;491;10;1;6810000;510000;1;\"Mäntytie\";;1;50100;1;A;;;\n"),
                         "id;osoite;kunta\na;Mäntytie 1;Mikkeli\n");
  EXPECT_EQ(text_of(utf8), "a 510000 6810000 house\n");
}

TEST_F(ReadAddresses, OddRowsOfTheRegisterAreCounted) {
  auto const read_in =
      read(file("r.opt", register_text() + "108;491;10;1;;;1;Koulutie;;1;50100\n109;491\n"
                                           "110;491;10;1;x;510000;1;Koulutie;;1;50100\n\n"
                                           "111;491;10;1;510000;6810000;1;Koulutie;;1;50100\n"),
           "id;osoite;kunta\na;Kauppakatu 1;491\n");
  EXPECT_EQ(remarks_of(read_in.looked_up_in[0]),
            "1 left out: address without a street [6]\n"
            "2 left out: no coordinates [7, 8]\n"
            "1 left out: coordinates are not numbers [9]\n"
            "1 left out: coordinates in the wrong order (x and y swapped) [10]");
  EXPECT_EQ(read_in.looked_up_in[0].rows, 10U);
}

TEST_F(ReadAddresses, OfALayerOfACity) {
  auto const point = [](double lon, double lat) {
    return fmt::format(R"({{"type":"Point","coordinates":[{},{}]}})", lon, lat);
  };
  // Fields of Helsinki's region.
  auto const city = file(
      "c.geojson",
      geojson(
          {{point(27.2, 61.42),
            R"({"katunimi":"Kauppakatu","gatan":"Handelsgatan","osoitenumero":5,"osoitenumero2":7,
"osoitekirjain":null,"postinumero":"50100","kaupunki":"Mikkeli","staden":"St Michel"})"},
           {point(27.21, 61.42),
            R"({"katunimi":"Kauppakatu","gatan":"Handelsgatan","osoitenumero":9,"osoitenumero2":null,
"osoitekirjain":"b","postinumero":"50100","kaupunki":"Mikkeli","staden":"St Michel"})"}}));
  auto const read_in = read(city,
                            "id;osoite\na;Kauppakatu 7, Mikkeli\nb;Handelsg. 9 B, 50100 St Michel\n"
                            "c;Handelsgatan 5-7, St Michel\n",
                            false);
  ASSERT_EQ(read_in.places.size(), 3U) << remarks_of(read_in.report);
  EXPECT_EQ(read_in.places[PlaceId{0}].position, "address: Kauppakatu 5–7");
  EXPECT_EQ(read_in.places[PlaceId{1}].position, "address: Handelsgatan 9b");
  EXPECT_EQ(read_in.places[PlaceId{2}].position, "address: Handelsgatan 5–7");
}

TEST_F(ReadAddresses, OfTheEnvironmentInstituteAndOfTables) {
  write_dataset(
      path("open_address.gpkg"), "GPKG",
      {{.name = "open_address",
        .type = wkbPoint,
        .fields = {"address_name_fin", "address_name_swe", "address_number",
                   "number_part_of_address_number", "subdivision_letter_of_address_number",
                   "municipality_number", "postal_code", "postal_office_fin"},
        .rows = {{"POINT (510000 6810000)",
                  {"Rantatie", "Strandvägen", "1", "12", "a", "491", "52100", "ANTTOLA"}}}}});
  EXPECT_EQ(text_of(read(path("open_address.gpkg"),
                         "id;osoite\na;Rantatie 12a, Anttola\nb;Strandv. 12 A, 52100 Anttola\n")),
            "a 510000 6810000 house\nb 510000 6810000 house\n");
  // Whole addresses in one field, coordinates of which the system is guessed.
  EXPECT_EQ(text_of(read(file("t.csv",
                              "osoite;E;N\nRantatie 12, 52100 Anttola;510000;6810000\n"
                              "Rantatie 14, 52100 Anttola;510050;6810000\n"),
                         "id;katu;talonumero;kunta\na;Rantatie;14;Mikkeli\n")),
            "a 510050 6810000 house\n");
}

TEST_F(ReadAddresses, OfOpenStreetMapNodesAndWays) {
  auto const osm = file("a.osm",
                        R"(<osm version="0.6">
<node id="1" lat="61.42" lon="27.2"><tag k="addr:street" v="Kauppakatu"/><tag k="addr:housenumber" v="5"/><tag k="addr:city" v="Mikkeli"/></node>
<node id="2" lat="61.42" lon="27.21"/><node id="3" lat="61.42" lon="27.22"/><node id="4" lat="61.44" lon="27.22"/>
<node id="5" lat="61.42" lon="27.3"><tag k="addr:housenumber" v="5"/></node>
<way id="7"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="2"/><tag k="addr:street" v="Kauppakatu"/><tag k="addr:street:sv" v="Handelsgatan"/><tag k="addr:housenumber" v="7;9"/></way>
<way id="8"><nd ref="2"/><nd ref="99"/><tag k="addr:street" v="Kauppakatu"/><tag k="addr:housenumber" v="11"/></way>
</osm>)");
  auto const read_in = read(osm, "id;osoite\na;Kauppakatu 5, Mikkeli\nb;Handelsgatan 9, Mikkeli\n");
  ASSERT_EQ(read_in.places.size(), 2U) << remarks_of(read_in.report);
  auto const way = frame.to_lonlat(read_in.places[PlaceId{1}].point);
  EXPECT_NEAR(way.lon, 27.215, 1e-6) << "the middle of its box";
  EXPECT_NEAR(way.lat, 61.43, 1e-6);
  EXPECT_EQ(remarks_of(read_in.looked_up_in[0]),
            "1 left out: way with nodes that the extract lacks [w8]\n"
            "1 left out: address without a street [n5]");
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read(
                    file("b.osm", R"(<osm version="0.6"><node id="1" lat="61" lon="27"/></osm>)"),
                    "id;osoite\na;Kauppakatu 5\n"));
              }),
              HasSubstr("has no address that can be used"));
}

TEST_F(ReadAddresses, SeveralFilesAreOneIndex) {
  auto const more =
      file("more.csv", "katunimi;osoitenumero;kunta;x;y\nTorikatu;1;491;512000;6812000\n");
  PlaceInput const input{
      .source = {file("p.csv", "id;osoite;kunta\na;Kauppakatu 1;491\nb;Torikatu 1;491\n")},
      .addresses = {{{file("r.opt", register_text())}}, {{more}}}};
  auto const read_in = read_places(input, frame, municipalities());
  EXPECT_EQ(text_of(read_in), "a 510000 6810010 house\nb 512000 6812000 house\n");
  ASSERT_EQ(read_in.looked_up_in.size(), 2U);
  EXPECT_EQ(read_in.looked_up_in[0].input, "addresses 1");
  EXPECT_EQ(read_in.looked_up_in[1].input, "addresses 2");
}

TEST_F(ReadAddresses, CoordinatesWinAndWhatIsNotCertainIsLeftOut) {
  auto const read_in =
      read(file("r.opt", register_text() + "110;740;10;1;6812000;542000;1;Kauppakatu;;1;57130\n"),
           "id;osoite;kunta;x;y\n"
           "a;Kauppakatu 1;491;500500;6800500\n"
           "b;Kauppakatu 1;;;\n"
           "c;Kaupakatu 1;491;;\n"
           "d;PL 12, 50101 Mikkeli;;;\n"
           "e;;491;;\n"
           "f;Olavinkatu 44;491;;\n"
           "g;Olavinkatu 44, 99999 Kerimäki;;;\n"
           "h;Olavinkatu 44, 57131 Savonlinna;;;\n"
           "i;Olavinkatu 44;;;\n"
           "j;Olavinkatu;740;;\n"
           "k;Kauppakatu 1, 57130 Mikkeli;;;\n"
           "l;Olavinkatu 44, Kerimäki;;;\n");
  EXPECT_EQ(text_of(read_in),
            "a 500500 6800500 coordinates\nh 541000 6811000 house\ni 541000 6811000 house\n"
            "j 541000 6811000 street\n");
  EXPECT_EQ(
      remarks_of(read_in.report),
      "1 left out: street that the addresses have in several municipalities [b (Kauppakatu 1)]\n"
      "1 left out: street that the addresses do not have, only one alike [c (Kaupakatu 1, 491 → "
      "Kauppakatu?)]\n"
      "1 left out: address of a post office box, without a street [d (PL 12, 50101 Mikkeli)]\n"
      "1 left out: neither coordinates nor an address [e (491)]\n"
      "2 left out: street that the addresses have only elsewhere [f (Olavinkatu 44, 491), g "
      "(Olavinkatu 44, 99999 Kerimäki)]\n"
      "2 used: without coordinates, placed by its address: the house [h (Olavinkatu 44, 57131 "
      "Savonlinna), i (Olavinkatu 44)]\n"
      "1 used: postal code that the street does not have, placed by its municipality [h "
      "(Olavinkatu 44, 57131 Savonlinna)]\n"
      "1 used: address without municipality and postal code, of a street that one municipality has "
      "[i (Olavinkatu 44)]\n"
      "2 used: place on the very same point as an earlier one [i, j]\n"
      "1 used: without coordinates, placed by its address: the street alone [j (Olavinkatu, 740)]\n"
      "1 left out: address whose postal code and municipality contradict each other [k (Kauppakatu "
      "1, 57130 Mikkeli)]\n"
      "1 left out: address in a post town or municipality that is not known here [l (Olavinkatu "
      "44, Kerimäki)]");
}

TEST_F(ReadAddresses, AGazetteerPlacesWhatNoAddressDoes) {
  PlaceInput const input{
      .source = {file("p.csv",
                      "id;osoite;kylä\n1;Kauppakatu 1, Mikkeli;Anttola\n"
                      "2;Koulutie 3, Mikkeli;Anttola\n3;Koulutie 3, Mikkeli;Nowhere\n"
                      "4;Koulutie 3, Mikkeli;\n")},
      .addresses = {{{file("r.opt", register_text())}}},
      .gazetteer = GazetteerInput{{file("g.csv", "nimi;x;y\nAnttola;515000;6815000\n")}}};
  auto const read_in = read_places(input, frame, municipalities());
  EXPECT_EQ(text_of(read_in), "1 510000 6810010 house\n2 515000 6815000 locality\n");
  EXPECT_EQ(remarks_of(read_in.report),
            "1 used: without coordinates, placed by its address: the house [1 (Kauppakatu 1, "
            "Mikkeli)]\n"
            "1 used: without coordinates, placed by the gazetteer [2 (Anttola)]\n"
            "1 used: street that the addresses do not have [2 (Koulutie 3, Mikkeli)]\n"
            "1 left out: locality that the gazetteer does not have [3 (Nowhere)]\n"
            "1 left out: street that the addresses do not have [4 (Koulutie 3, Mikkeli)]");
}

TEST_F(ReadAddresses, WhatIsNoAddressesIsAnErrorThatSaysWhatItHas) {
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read(file("t.csv", "a;b\n1;2\n"), "id;osoite\na;Kauppakatu 1\n"));
              }),
              HasSubstr("its fields are a, b"));
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read(path("none.opt"), "id;osoite\na;Kauppakatu 1\n"));
              }),
              HasSubstr("there is no such file"));
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read(file("r.opt", "102;491;10;1;510000;6810000;1;K;;1;50100\n"),
                                       "id;osoite\na;Kauppakatu 1\n"));
              }),
              HasSubstr("r.opt"));
}

}  // namespace
}  // namespace gapmap::io
