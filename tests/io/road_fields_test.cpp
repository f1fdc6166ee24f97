// What the fields of line layers say about roads: Digiroad, its speed limits, and one-way, speed
// and ferries of any layer.

#include "gapmap/io/read_roads.h"

#include <fmt/format.h>

#include "tests/io/reading.h"
#include "tests/io/written.h"
#include "tests/support/rule_table.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// "3: local cbw/w 50/0", a road a line: row, class, who along and against, limits if any.
std::string attributes_of(RoadsRead const& read) {
  std::string text;
  for (std::size_t i = 0; i < read.roads.attributes.size(); ++i) {
    auto const& a = read.roads.attributes[i];
    text += fmt::format("{}: {} {}/{}", read.row_of_line[i], name_of(a.road_class),
                        letters_of(a.permitted[0]), letters_of(a.permitted[1]));
    auto const& limits = a.speed_limit;
    if (limits[0].is_posted() || limits[1].is_posted())
      text += fmt::format(" {}/{}", limits[0].kmh(), limits[1].kmh());
    text += '\n';
  }
  return text;
}

class RoadFields : public Reading {
 protected:
  /// A layer of lines, each with the values of `fields`.
  [[nodiscard]] std::string layer(std::string const& name, std::vector<std::string> const& fields,
                                  std::vector<std::vector<std::string>> const& values,
                                  std::vector<std::string> const& integers = {}) const {
    WrittenLayer written{
        .name = "r", .type = wkbLineString, .fields = fields, .integer_fields = integers};
    int y = 6'800'000;
    for (auto const& row : values) {
      written.rows.push_back({fmt::format("LINESTRING (400000 {0},400100 {0})", y), row});
      y += 100;
    }
    write_dataset(path(name), "GPKG", {written});
    return path(name);
  }
};

TEST_F(RoadFields, DigiroadIsKnownByItsFields) {
  std::vector<std::string> const fields{"LINK_ID",   "KUNTAKOODI", "TOIMINN_LK", "LINKKITYYP",
                                        "AJOSUUNTA", "LINK_TILA",  "TIENIMI_SU"};
  std::vector<std::string> const integers{"KUNTAKOODI", "TOIMINN_LK", "LINKKITYYP", "AJOSUUNTA",
                                          "LINK_TILA"};
  auto const name = layer("dr.gpkg", fields,
                          {{"a", "91", "5", "3", "2", "3", "Kotikatu"},
                           {"b", "91", "5", "3", "4", "3", "Menokatu"},
                           {"c", "91", "5", "3", "3", "3", "Tulokatu"},
                           {"d", "91", "4", "21", "2", "3", "Lossi"},
                           {"e", "91", "8", "8", "2", "3", "Raitti"},
                           {"f", "91", "4", "3", "2", "1", "Suunniteltu"},
                           {"g", "91", "1", "13", "2", "3", ""},
                           {"h", "91", "5", "3", "1", "3", ""},
                           {"i", "91", "99", "99", "2", "3", ""}},
                          integers);
  auto const read = read_roads({{name}}, frame);
  EXPECT_EQ(attributes_of(read),
            "1: local cbw/cbw\n2: local cbw/w\n3: local w/cbw\n4: cable_ferry cbw/cbw\n5: cycleway "
            "bw/bw\n8: local cbw/cbw\n"
            "9: unknown cbw/cbw\n");
  EXPECT_EQ(remarks_of(read.report),
            "1 left out: link not in use (LINK_TILA) [f]\n1 left out: link for service or "
            "exceptional transports only [g]\n"
            "1 used: unknown AJOSUUNTA, taken as both ways [h]\n1 used: unknown road class, "
            "travelled like a road [i]");
  EXPECT_THAT(read.report.recognised, StartsWith("Digiroad links ("));
  EXPECT_EQ(read.report.rows, 9U);
  EXPECT_EQ(read.report.rows_used, 7U);
}

/// "1 bridge, 2 ground at junctions": row and where its road lies.
std::string levels_of(RoadsRead const& read) {
  std::string text;
  for (std::size_t i = 0; i < read.roads.attributes.size(); ++i) {
    auto const& a = read.roads.attributes[i];
    text += fmt::format("{}{} {}{}", i == 0 ? "" : ", ", read.row_of_line[i],
                        kLevelNames[static_cast<std::size_t>(a.level)],
                        a.entry == Entry::AtJunctions ? " at junctions" : "");
  }
  return text;
}

TEST_F(RoadFields, DigiroadSaysWhichLinksAreBridgesTunnelsAndMotorways) {
  auto const name = layer("dr.gpkg", {"LINKKITYYP", "AJOSUUNTA", "TOIMINN_LK", "SILTA_ALIK"},
                          {{"3", "2", "5", "0"},
                           {"3", "2", "5", "1"},
                           {"3", "2", "5", "-1"},
                           {"3", "2", "5", "-11"},
                           {"3", "2", "5", ""},
                           {"1", "4", "1", "2"},
                           {"6", "4", "1", "0"},
                           {"21", "2", "4", "1"}},
                          {"LINKKITYYP", "AJOSUUNTA", "TOIMINN_LK", "SILTA_ALIK"});
  EXPECT_EQ(levels_of(read_roads({{name}}, frame)),
            "1 ground, 2 bridge, 3 tunnel, 4 tunnel, 5 ground, 6 bridge at junctions, 7 ground at "
            "junctions, 8 ground");
}

TEST_F(RoadFields, TheLandSurveysLevelsDirectionsAndClosedClasses) {
  for (auto const& fields :
       std::vector<std::vector<std::string>>{{"Kohdeluokka", "yksisuuntaisuus", "tasosijainti"},
                                             {"Kohdeluokk", "yksisuunta", "tasosijain"},
                                             {"LUOKKA", "YKSSUU", "TASOSIJ"}}) {
    auto const name = layer(fields.back() + ".gpkg", fields,
                            {{"12121", "0", "0"},
                             {"12121", "1", "1"},
                             {"12121", "2", "-11"},
                             {"12151", "0", "0"},
                             {"12152", "0", "0"},
                             {"12153", "0", "0"},
                             {"12154", "0", "0"},
                             {"12312", "0", "0"},
                             {"12131", "7", ""}},
                            fields);
    auto const read = read_roads({{name}}, frame);
    EXPECT_EQ(attributes_of(read),
              "1: secondary cbw/cbw\n2: secondary cbw/w\n3: secondary w/cbw\n4: ferry cbw/cbw\n5: "
              "cable_ferry cbw/cbw\n9: local cbw/cbw\n");
    EXPECT_EQ(levels_of(read), "1 ground, 2 bridge, 3 tunnel, 4 ground, 5 ground, 9 ground");
    EXPECT_EQ(remarks_of(read.report),
              "2 left out: link for service or exceptional transports only [6, 7]\n1 left out: "
              "road on ice or for winter only (`ice-roads`) [8]\n1 used: unknown one-way value, "
              "taken as both ways [9]");
    auto const with_ice =
        read_roads({.source = {name}, .ice_roads = network::IceRoads::Yes}, frame);
    EXPECT_THAT(attributes_of(with_ice), HasSubstr("8: track cbw/cbw\n"));
  }
}

TEST_F(RoadFields, AnyFieldMaySayTheLevel) {
  auto const name = layer("any.gpkg", {"kind", "z"},
                          {{"motorway", "0"},
                           {"local", "Bridge"},
                           {"local", "tunneli"},
                           {"local", "2"},
                           {"local", "-1"},
                           {"ferry", "1"},
                           {"local", "high"}});
  auto const read =
      read_roads({.source = {name}, .class_field = "kind", .level_field = "z"}, frame);
  EXPECT_EQ(levels_of(read),
            "1 ground at junctions, 2 bridge, 3 tunnel, 4 bridge, 5 tunnel, 6 ground, 7 ground");
  EXPECT_EQ(remarks_of(read.report), "1 used: unknown level of a road, taken as the ground [7]");
}

TEST_F(RoadFields, OnlySomeSourcesSayWhichRoadsAreOnIce) {
  auto const name = layer("dr.gpkg", {"LINKKITYYP", "AJOSUUNTA"}, {{"3", "2"}});
  EXPECT_THROW((void)read_roads({.source = {name}, .ice_roads = network::IceRoads::Yes}, frame),
               UsageError);
}

/// "1 Kotikatu, 2 -": row and name of every line.
std::string names_of(RoadsRead const& read) {
  std::string text;
  for (std::size_t i = 0; i < read.roads.names.size(); ++i) {
    auto const name = read.roads.name_pool[read.roads.names[i]];
    text +=
        fmt::format("{}{} {}", i == 0 ? "" : ", ", read.row_of_line[i], name.empty() ? "-" : name);
  }
  return text;
}

TEST_F(RoadFields, DigiroadNamesAreFinnishElseSwedishElseTheNumber) {
  std::vector<std::string> const fields{"LINKKITYYP", "AJOSUUNTA",  "LINK_TILA",
                                        "TIENIMI_SU", "TIENIMI_RU", "TIENUMERO"};
  auto const name = layer("dr.gpkg", fields,
                          {{"3", "2", "3", "Kauppatori", "Salutorget", "0"},
                           {"3", "2", "3", "", "Strandgatan", "0"},
                           {"3", "2", "3", " ", "", "170"},
                           {"3", "2", "1", "Suunniteltu", "", "0"},
                           {"3", "2", "3", "", "", "0"},
                           {"3", "2", "3", "Itäväylä", "Österleden", "170"},
                           {"3", "2", "3", "Kauppatori", "", ""}},
                          {"LINKKITYYP", "AJOSUUNTA", "LINK_TILA", "TIENUMERO"});
  auto const read = read_roads({.source = {name}, .names = RoadNames::Read}, frame);
  EXPECT_EQ(names_of(read), "1 Kauppatori, 2 Strandgatan, 3 170, 5 -, 6 Itäväylä, 7 Kauppatori");
  EXPECT_EQ(read.roads.name_pool.size(), 4U);
  EXPECT_THAT(read.report.recognised, HasSubstr("name TIENIMI_SU, one-way AJOSUUNTA, link type "
                                                "LINKKITYYP, link state LINK_TILA, other name "
                                                "TIENIMI_RU, road number TIENUMERO)"));
}

TEST_F(RoadFields, TheLandSurveysNamesAndNumbers) {
  auto const names = [&](std::vector<std::string> const& fields,
                         std::vector<std::vector<std::string>> const& rows) {
    auto const file = layer(fields.front() + fields[1] + ".gpkg", fields, rows);
    return names_of(read_roads({.source = {file}, .names = RoadNames::Read}, frame));
  };
  EXPECT_EQ(names({"Kohdeluokk", "Tienumero"}, {{"12111", "5"}, {"12132", "0"}}), "1 5, 2 -");
  EXPECT_EQ(names({"kohdeluokka", "nimisuomi", "nimiruotsi", "tienumero"},
                  {{"12111", "Turuntie", "Åbovägen", "110"},
                   {"12111", "", "Åbovägen", "110"},
                   {"12111", "", "", "110"}}),
            "1 Turuntie, 2 Åbovägen, 3 110");
  EXPECT_EQ(names({"LUOKKA", "nimi_suomi", "nimi_ruotsi"}, {{"12131", "", "Åbovägen"}}),
            "1 Åbovägen");
}

TEST_F(RoadFields, TheNameIsOfTheFieldTheUserNamesAndOfNoOther) {
  auto const name = layer("r.gpkg", {"LINKKITYYP", "AJOSUUNTA", "TIENIMI_SU", "katu"},
                          {{"3", "2", "Kotikatu", "Hemgatan"}, {"3", "2", "Menokatu", ""}});
  auto read = [&](RoadNames names, std::string const& field) {
    return read_roads({.source = {name}, .names = names, .name_field = field}, frame);
  };
  EXPECT_EQ(names_of(read(RoadNames::Read, "katu")), "1 Hemgatan, 2 -");
  EXPECT_EQ(names_of(read(RoadNames::Read, "")), "1 Kotikatu, 2 Menokatu");
  auto const skipped = read(RoadNames::Skip, "katu");
  EXPECT_TRUE(skipped.roads.names.empty());
  EXPECT_THAT(skipped.report.recognised, ::testing::Not(HasSubstr("katu")));
  EXPECT_THAT(message_of<InputError>([&] { (void)read(RoadNames::Skip, "gata"); }),
              HasSubstr("has no field \"gata\" (`road-name`)"));
}

TEST_F(RoadFields, EveryLineOfAMultiLineHasItsName) {
  write_dataset(path("r.gpkg"), "GPKG",
                {{.name = "r",
                  .type = wkbMultiLineString,
                  .fields = {"nimi"},
                  .rows = {{"MULTILINESTRING ((0 6800000,9 6800000),(0 6800009,9 6800009))", {"A"}},
                           {"MULTILINESTRING ((0 6800020,9 6800020))", {"B"}}}}});
  auto const read = read_roads(
      {.source = {path("r.gpkg")}, .names = RoadNames::Read, .name_field = "nimi"}, frame);
  EXPECT_EQ(names_of(read), "1 A, 1 A, 2 B");
}

TEST_F(RoadFields, DigiroadLinksInUseDependOnTheKindOfTheirIds) {
  auto const name = layer("dr.gpkg", {"LINK_ID", "LINKKITYYP", "AJOSUUNTA", "LINK_TILA"},
                          {{"1601204", "3", "2", "0"},
                           {"1601205", "3", "2", "3"},
                           {"1601206", "3", "2", "1"},
                           {"0a1b2c3d-17f2:1", "3", "2", "3"},
                           {"0a1b2c3d-17f3:1", "3", "2", "4"},
                           {"0a1b2c3d-17f4:2", "3", "2", "2"},
                           {"0a1b2c3d-17f5:1", "3", "2", "5"}});
  auto const read = read_roads({{name}}, frame);
  EXPECT_EQ(read.row_of_line, (std::vector<std::int64_t>{1, 4, 7}));
  EXPECT_THAT(remarks_of(read.report),
              HasSubstr("4 left out: link not in use (LINK_TILA) [1601205"));
}

TEST_F(RoadFields, DigiroadCodesMayBeTextAndItsFieldsInLowerCase) {
  auto const name = layer("dr.gpkg", {"linkkityyp", "ajosuunta"}, {{"1", "4"}, {"21", "2"}});
  EXPECT_EQ(attributes_of(read_roads({{name}}, frame)),
            "1: motorway c/-\n2: cable_ferry cbw/cbw\n");
}

TEST_F(RoadFields, AFieldTheUserNamesWinsOverDigiroadCodes) {
  auto const name = layer("dr.gpkg", {"LINKKITYYP", "AJOSUUNTA", "laji", "suunta"},
                          {{"3", "4", "path", "no"}, {"3", "2", "track", "yes"}});
  EXPECT_EQ(attributes_of(read_roads({.source = {name}, .class_field = "laji"}, frame)),
            "1: path bw/w\n2: track cbw/cbw\n");
  EXPECT_EQ(attributes_of(read_roads({.source = {name}, .oneway_field = "suunta"}, frame)),
            "1: unknown cbw/cbw\n2: unknown cbw/w\n");
}

TEST_F(RoadFields, SpeedLimitsOfDigiroadAreJoinedByLink) {
  auto const roads = layer("dr.gpkg", {"LINK_ID", "LINKKITYYP", "TOIMINN_LK", "AJOSUUNTA"},
                           {{"7", "3", "5", "2"},
                            {"8", "3", "5", "2"},
                            {"9", "3", "5", "2"},
                            {"10", "3", "5", "2"},
                            {"11", "3", "5", "2"}},
                           {"LINKKITYYP", "TOIMINN_LK", "AJOSUUNTA"});
  auto const limits = layer("limits.gpkg", {"LINK_ID", "ARVO", "VAIK_SUUNT", "ALKU_M", "LOPPU_M"},
                            {{"7", "50", "1", "0", "100"},
                             {"8", "60", "2", "0", "100"},  // along only
                             {"8", "80", "3", "0", "100"},  // against only
                             {"9", "40", "1", "0", "75"},   // three quarters of the way
                             {"9", "80", "1", "75", "100"},
                             {"10", "fast", "1", "0", "100"},
                             {"12", "100", "1", "0", "100"}});
  auto const read = read_roads({.source = {roads}, .speed_limits = {limits}}, frame);
  EXPECT_EQ(attributes_of(read),
            "1: local cbw/cbw 50/50\n2: local cbw/cbw 60/80\n3: local cbw/cbw 50/50\n4: local "
            "cbw/cbw\n5: local cbw/cbw\n");
  EXPECT_EQ(remarks_of(read.report), "1 used: speed limit without a link or a number of km/h [10]");
  EXPECT_EQ(read.report.files.size(), 2U);
}

TEST_F(RoadFields, SpeedLimitsThatCannotBeJoinedAreErrors) {
  auto const plain = layer("plain.gpkg", {"a"}, {{"1"}});
  auto const digiroad = layer("dr.gpkg", {"LINK_ID", "LINKKITYYP", "AJOSUUNTA"}, {{"7", "3", "2"}});
  EXPECT_THAT(
      message_of<InputError>([&] {
        static_cast<void>(read_roads({.source = {plain}, .speed_limits = {digiroad}}, frame));
      }),
      HasSubstr("has no field LINK_ID to join speed limits by (`road-speed-limits`)"));
  EXPECT_THAT(
      message_of<InputError>([&] {
        static_cast<void>(read_roads({.source = {digiroad}, .speed_limits = {plain}}, frame));
      }),
      HasSubstr("has no field \"LINK_ID\" (`road-speed-limits`)"));
  auto const none = layer("none.gpkg", {"LINK_ID", "ARVO"}, {{"7", ""}});
  EXPECT_THAT(
      message_of<InputError>([&] {
        static_cast<void>(read_roads({.source = {digiroad}, .speed_limits = {none}}, frame));
      }),
      HasSubstr("has no speed limit that can be used"));
}

TEST_F(RoadFields, OneWayOfAnyLayer) {
  auto const name = layer("any.gpkg", {"ow"},
                          {{"yes"},
                           {"TRUE"},
                           {"1"},
                           {"FT"},
                           {"-1"},
                           {"backward"},
                           {"TF"},
                           {"no"},
                           {"0"},
                           {""},
                           {"perhaps"}});
  auto const read = read_roads({.source = {name}, .oneway_field = "OW"}, frame);
  EXPECT_EQ(attributes_of(read),
            "1: unknown cbw/w\n2: unknown cbw/w\n3: unknown cbw/w\n4: unknown cbw/w\n5: unknown "
            "w/cbw\n6: unknown w/cbw\n"
            "7: unknown w/cbw\n8: unknown cbw/cbw\n9: unknown cbw/cbw\n10: unknown cbw/cbw\n11: "
            "unknown cbw/cbw\n");
  EXPECT_EQ(remarks_of(read.report), "1 used: unknown one-way value, taken as both ways [11]");
}

TEST_F(RoadFields, OneWayWordsAreTheUsersOwn) {
  auto const name = layer("any.gpkg", {"suunta"}, {{"1"}, {"2"}, {"3"}, {"Myötä"}, {"yes"}}, {});
  auto const read = read_roads(
      {.source = {name}, .oneway_field = "suunta", .oneway = {"2, myötä", "3", "1"}}, frame);
  EXPECT_EQ(attributes_of(read),
            "1: unknown cbw/cbw\n2: unknown cbw/w\n3: unknown w/cbw\n4: unknown cbw/w\n5: unknown "
            "cbw/cbw\n");
  EXPECT_EQ(remarks_of(read.report), "1 used: unknown one-way value, taken as both ways [5]");
}

TEST_F(RoadFields, SpeedOfAnyLayer) {
  auto const name =
      layer("any.gpkg", {"kmh"},
            {{"80"}, {"49,6"}, {"1"}, {"250"}, {"251"}, {"0"}, {"-5"}, {"fast"}, {""}});
  auto const read = read_roads({.source = {name}, .speed_field = "kmh"}, frame);
  EXPECT_EQ(attributes_of(read),
            "1: unknown cbw/cbw 80/80\n2: unknown cbw/cbw 49.6/49.6\n3: unknown cbw/cbw 1/1\n4: "
            "unknown cbw/cbw 250/250\n"
            "5: unknown cbw/cbw\n6: unknown cbw/cbw\n7: unknown cbw/cbw\n8: unknown cbw/cbw\n9: "
            "unknown cbw/cbw\n");
  EXPECT_EQ(remarks_of(read.report),
            "4 used: speed limit is no number of km/h from 1 to 250 [5, 6, 7, 8]");
}

TEST_F(RoadFields, FerriesOfAnyLayer) {
  auto const name = layer("any.gpkg", {"laji"}, {{"lautta"}, {"Lossi"}, {"tie"}, {"12121"}});
  auto const read =
      read_roads({.source = {name}, .class_field = "laji", .ferry_classes = "lautta,lossi"}, frame);
  EXPECT_EQ(attributes_of(read),
            "1: ferry cbw/cbw\n2: ferry cbw/cbw\n3: unknown cbw/cbw\n4: secondary cbw/cbw\n");
  EXPECT_EQ(remarks_of(read.report), "1 used: unknown road class, travelled like a road [3]");
}

TEST_F(RoadFields, AMisspeltFieldIsAnErrorThatListsThem) {
  auto const name = layer("any.gpkg", {"suunta", "nopeus"}, {{"1", "50"}});
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read_roads({.source = {name}, .oneway_field = "sunta"}, frame));
              }),
              HasSubstr("has no field \"sunta\" (`road-oneway`); did you mean \"suunta\"? its "
                        "fields are suunta, nopeus"));
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read_roads({.source = {name}, .speed_field = "kmh"}, frame));
              }),
              HasSubstr("has no field \"kmh\" (`road-speed`)"));
}

TEST_F(RoadFields, TheGeneralMapHasWhatIsUsuallyPosted) {
  std::vector<std::vector<std::string>> const classes{{"12111"}, {"12112"}, {"12121"}, {"12122"},
                                                      {"12131"}, {"12132"}, {"12141"}, {"12151"}};
  EXPECT_EQ(attributes_of(read_roads({{layer("general.gpkg", {"Kohdeluokk"}, classes)}}, frame)),
            "1: trunk cbw/cbw 110/110\n2: primary cbw/cbw 90/90\n3: secondary cbw/cbw 80/80\n"
            "4: tertiary cbw/cbw 70/70\n5: local cbw/cbw 60/60\n6: service cbw/cbw 40/40\n"
            "7: track cbw/cbw\n8: ferry cbw/cbw\n");
  EXPECT_EQ(attributes_of(read_roads({{layer("topographic.gpkg", {"Kohdeluokk", "yksisuunta"},
                                             {{"12121", "0"}, {"12131", "0"}})}},
                                     frame)),
            "1: secondary cbw/cbw\n2: local cbw/cbw\n")
      << "streets of towns among them";
}

// The topographic database of the National Land Survey has a field SUUNTA, but it is the rotation
// of symbols, 0 on every road: it says nothing about one-way traffic and must not be taken to.
TEST_F(RoadFields, TheTopographicDatabaseSaysNothingAboutOneWay) {
  auto const name = layer("mtk.gpkg", {"LUOKKA", "SUUNTA", "KULKUTAPA"},
                          {{"12121", "0", "1"}, {"12131", "1", "2"}});
  auto const read = read_roads({{name}}, frame);
  EXPECT_EQ(attributes_of(read), "1: secondary cbw/cbw\n2: local cbw/cbw\n");
  EXPECT_EQ(remarks_of(read.report), "");
}

}  // namespace
}  // namespace gapmap::io
