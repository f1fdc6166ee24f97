#include "gapmap/io/read_places.h"
#include "gapmap/io/osm_places.h"

#include <fmt/format.h>

#include "tests/io/reading.h"
#include "tests/support/random.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

/// "amenity: a, b; leisure: any"
std::string text_of(OsmPlaceFilter const& filter) {
  std::string text;
  for (auto const& [key, values] : filter.keys) {
    text += (text.empty() ? "" : "; ") + key + ":";
    for (auto const& value : values) text += " " + value;
    if (values.empty()) text += " any";
  }
  return text;
}

TEST(OsmPlaceFilters, AreTagsSeparatedBySemicolons) {
  EXPECT_EQ(text_of(parse_osm_place_filter("amenity=library")), "amenity: library");
  EXPECT_EQ(text_of(parse_osm_place_filter("amenity=community_centre,social_centre")),
            "amenity: community_centre social_centre");
  EXPECT_EQ(text_of(parse_osm_place_filter(" amenity = library , cafe ; leisure=* ;")),
            "amenity: library cafe; leisure: any");
  EXPECT_EQ(text_of(parse_osm_place_filter("social_facility:for=senior")),
            "social_facility:for: senior");
  EXPECT_EQ(text_of(parse_osm_place_filter(kUsualOsmPlaces)),
            "amenity: community_centre social_centre social_facility");
}

TEST(OsmPlaceFilters, SqlAndOtherTextIsAnErrorThatShowsHow) {
  for (auto const* text :
       {"", ";", "amenity", "=library", "amenity=", "amenity='library'", "amenity in ('a','b')",
        "amenity=a,,b", "amenity=library or leisure=*", "amenity = 'kylla'"}) {
    EXPECT_THAT(message_of<UsageError>([&] { static_cast<void>(parse_osm_place_filter(text)); }),
                HasSubstr("write tags such as \"amenity=community_centre"))
        << text;
  }
}

TEST(OsmPlaceFilters, SurviveAnyText) {
  Random random{20'251'122};
  std::string const alphabet = "ab=;,*' :_-\xC3\xA4";
  std::size_t understood = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto length = random.whole(0, 10); length > 0; --length) {
      text += alphabet[random.whole(0, static_cast<std::uint32_t>(alphabet.size() - 1))];
    }
    try {
      auto const filter = parse_osm_place_filter(text);
      EXPECT_FALSE(filter.keys.empty()) << text;
      for (auto const& key : filter.keys) EXPECT_FALSE(key.key.empty()) << text;
      ++understood;
    } catch (UsageError const&) {  // the only other answer
    }
  }
  EXPECT_GT(understood, 100U);
  EXPECT_LT(understood, 19'000U);
}

class OsmPlaces : public Reading {
 protected:
  /// Places as "id name east north", in metres from 500 000, 6 900 000, a place a line.
  [[nodiscard]] std::string text_of(PlacesRead const& read) const {
    std::string text;
    for (auto const& place : read.places) {
      auto const origin = frame.from_lonlat({27.0, 62.0});
      text += fmt::format("{} {} {:.0f} {:.0f}\n", place.id, place.name, place.point.x - origin.x,
                          place.point.y - origin.y);
    }
    return text;
  }
  [[nodiscard]] std::string osm(std::string const& objects) const {
    return file("p.osm", "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n" + objects +
                             "</osm>\n");
  }
};

constexpr char const* kSquare = R"(
  <node id="1" lon="27.000" lat="62.000"/> <node id="2" lon="27.002" lat="62.000"/>
  <node id="3" lon="27.002" lat="62.002"/> <node id="4" lon="27.000" lat="62.002"/>
)";

TEST_F(OsmPlaces, NodesAndClosedWaysAtTheirCentroid) {
  auto const name = osm(std::string{kSquare} + R"(
  <node id="10" lon="27.0" lat="62.0"><tag k="amenity" v="community_centre"/><tag k="name" v="Byagård"/><tag k="name:fi" v="Kylätalo"/></node>
  <node id="11" lon="27.01" lat="62.0"><tag k="amenity" v="social_centre"/><tag k="name" v="Olkkari"/></node>
  <node id="12" lon="27.02" lat="62.0"><tag k="amenity" v="library;social_facility"/></node>
  <node id="13" lon="27.03" lat="62.0"><tag k="amenity" v="library"/></node>
  <way id="20"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/><tag k="amenity" v="social_facility"/><tag k="name" v="Tupa"/></way>
  <way id="21"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="building" v="yes"/></way>
)");
  auto const read = read_osm_places({.source = {name}}, frame);
  EXPECT_EQ(text_of(read),
            "n10 Kylätalo 0 0\nn11 Olkkari 524 0\nn12 n12 1048 0\nw20 Tupa 52 111\n");
  EXPECT_EQ(remarks_of(read.report), "");
  EXPECT_EQ(read.report.rows, 4U);
  EXPECT_EQ(read.report.rows_used, 4U);
  EXPECT_EQ(read.report.recognised,
            "OpenStreetMap (amenity=community_centre,social_centre,social_facility)");
}

TEST_F(OsmPlaces, TheFilterChoosesAndOtherTagsCanNameThem) {
  auto const name = osm(R"(
  <node id="10" lon="27.0" lat="62.0"><tag k="amenity" v="community_centre"/></node>
  <node id="11" lon="27.01" lat="62.0"><tag k="amenity" v="library"/><tag k="name" v="Kirjasto"/><tag k="name:sv" v="Bibliotek"/><tag k="ref" v="K1"/></node>
  <node id="12" lon="27.02" lat="62.0"><tag k="leisure" v="sauna"/></node>
)");
  EXPECT_EQ(text_of(read_osm_places(
                {.source = {.path = name, .where = "amenity=library;leisure=*"}}, frame)),
            "n11 Kirjasto 524 0\nn12 n12 1048 0\n");
  EXPECT_EQ(text_of(read_osm_places({.source = {.path = name, .where = "amenity=library"},
                                     .id_field = "ref",
                                     .name_field = "name:sv"},
                                    frame)),
            "K1 Bibliotek 524 0\n");
}

TEST_F(OsmPlaces, TagsSayWhatAPlaceOffers) {
  auto const name = osm(R"(
  <node id="10" lon="27.0" lat="62.0"><tag k="amenity" v="social_facility"/><tag k="social_facility:for" v="senior"/><tag k="language:fi" v="yes"/><tag k="language:sv" v="yes"/><tag k="language:en" v="no"/><tag k="access" v="yes"/><tag k="opening_hours" v="Tu 12:00-14:00"/><tag k="capacity" v="25"/></node>
  <node id="11" lon="27.01" lat="62.0"><tag k="leisure" v="sauna"/><tag k="capacity" v="many"/><tag k="kielet" v="suomi"/></node>
)");
  auto const read =
      read_osm_places({.source = {.path = name, .where = "leisure=*;amenity=social_facility"},
                       .service = {.languages = "kielet"},
                       .selections = {"leisure=*", "amenity=social_facility"}},
                      frame);
  ASSERT_EQ(read.places.size(), 2U);
  auto const& home = read.places[PlaceId{0}];
  EXPECT_EQ(home.service, (Service{"social_facility", "senior", "fi;sv", "yes", "Tu 12:00-14:00"}));
  EXPECT_EQ(home.capacity, 25);
  auto const& sauna = read.places[PlaceId{1}];
  EXPECT_EQ(sauna.service, (Service{"sauna", "", "suomi", "", ""}));
  EXPECT_EQ(sauna.capacity, std::nullopt);
  EXPECT_EQ(remarks_of(read.report),
            "1 used: capacity that is no number of people, taken as unknown [n11]");
  ASSERT_EQ(read.selected.size(), 2U);
  EXPECT_THAT(read.selected[0], ::testing::ElementsAre(0, 1));
  EXPECT_THAT(read.selected[1], ::testing::ElementsAre(1, 0));
}

TEST_F(OsmPlaces, SelectionsOfNothingAreErrors) {
  auto const name =
      osm(R"(<node id="10" lon="27.0" lat="62.0"><tag k="amenity" v="social_centre"/></node>)");
  PlaceInput const input{.source = {name}, .selections = {"a=b", "amenity=social_centre", "c=*"}};
  EXPECT_THAT(
      message_of<InputError>([&] { static_cast<void>(read_osm_places(input, frame)); }),
      HasSubstr("none of its 1 places is tagged \"a=b\", \"c=*\"; a requirement selects among"));
  EXPECT_THAT(problems_of_selections({.source = {name}, .selections = {"a=b", "a > 2"}}),
              ::testing::ElementsAre("", HasSubstr("where: \"a > 2\" names no tags")));
}

TEST_F(OsmPlaces, WhatIsNoPlaceIsCounted) {
  auto const name = osm(std::string{kSquare} + R"(
  <node id="10" lon="27.0" lat="62.01"><tag k="amenity" v="social_centre"/></node>
  <node id="11" lon="27.0" lat="62.01"><tag k="amenity" v="social_centre"/></node>
  <way id="20"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><tag k="amenity" v="social_centre"/></way>
  <way id="21"><nd ref="1"/><nd ref="2"/><nd ref="99"/><nd ref="1"/><tag k="amenity" v="social_centre"/></way>
  <way id="22"><nd ref="1"/><nd ref="2"/><nd ref="1"/><tag k="amenity" v="social_centre"/></way>
  <way id="23"><nd ref="1"/><nd ref="1"/><nd ref="1"/><nd ref="1"/><tag k="amenity" v="social_centre"/></way>
  <relation id="30"><member type="way" ref="20" role="outer"/><tag k="amenity" v="social_centre"/><tag k="type" v="multipolygon"/></relation>
)");
  auto const read = read_osm_places({.source = {name}}, frame);
  EXPECT_EQ(text_of(read), "n10 n10 0 1114\nn11 n11 0 1114\n");
  EXPECT_EQ(remarks_of(read.report),
            "2 left out: way that encloses nothing [w20, w22]\n1 left out: relation, only nodes "
            "and closed ways are read [r30]\n"
            "1 left out: way with nodes that the extract lacks [w21]\n1 used: place on the very "
            "same point as an earlier one [n11]\n"
            "1 left out: polygon that encloses nothing [w23]");
  EXPECT_EQ(read.report.rows, 7U);
}

TEST_F(OsmPlaces, OnlyWhatLiesInTheExtent) {
  auto const name = osm(R"(
  <node id="10" lon="27.0" lat="62.0"><tag k="amenity" v="social_centre"/></node>
  <node id="11" lon="27.1" lat="62.0"><tag k="amenity" v="social_centre"/></node>
)");
  Box box;
  box.extend(frame.from_lonlat({27.0, 62.0}));
  auto const read = read_osm_places(
      {.source = {.path = name, .extent = Extent{box.grown(100), frame.crs()}}}, frame);
  EXPECT_EQ(text_of(read), "n10 n10 0 0\n");
}

TEST_F(OsmPlaces, NothingThereAndBrokenFilesAreErrors) {
  auto const name =
      osm(R"(<node id="10" lon="27.0" lat="62.0"><tag k="amenity" v="library"/></node>)");
  EXPECT_THAT(
      message_of<InputError>(
          [&] { static_cast<void>(read_osm_places({.source = {name}}, frame)); }),
      HasSubstr("has no place tagged amenity=community_centre,social_centre,social_facility that "
                "can be used; name other tags with `places-where`"));
  auto const broken = file("b.osm", "<?xml version='1.0'?><osm version='0.6'><node id=");
  EXPECT_THAT(message_of<InputError>(
                  [&] { static_cast<void>(read_osm_places({.source = {broken}}, frame)); }),
              HasSubstr("cannot be read as OpenStreetMap data"));
}

TEST_F(OsmPlaces, ReadPlacesKnowsThemByTheFile) {
  auto const name =
      osm(R"(<node id="10" lon="27.0" lat="62.0"><tag k="amenity" v="social_centre"/></node>)");
  EXPECT_EQ(text_of(read_places({.source = {name}}, frame)), "n10 n10 0 0\n");
}

TEST_F(OsmPlaces, OfSeveralVersionsTheNewestCountsUnlessDeleted) {
  std::string const tag = R"(<tag k="amenity" v="community_centre"/>)";
  auto const name = osm(std::string{kSquare} + R"(
  <node id="3" version="2" lon="27.002" lat="62.004"/>
  <node id="10" version="2" lon="27.0" lat="62.0">)" +
                        tag + R"(</node>
  <node id="10" version="1" lon="27.5" lat="62.0">)" +
                        tag + R"(</node>
  <node id="11" version="1" lon="27.1" lat="62.0">)" +
                        tag + R"(</node>
  <node id="11" version="2" lon="27.1" lat="62.0"/>
  <node id="12" version="1" lon="27.2" lat="62.0">)" +
                        tag + R"(</node>
  <node id="12" version="2" visible="false"/>
  <node id="13" version="1" lon="27.3" lat="62.0" action="delete">)" +
                        tag + R"(</node>
  <node id="14" version="1" lon="27.3" lat="62.0" visible="false">)" +
                        tag + R"(</node>
  <node id="15" version="2" lon="27.01" lat="62.0">)" +
                        tag + R"(</node>
  <node id="15" version="1" visible="false"/>
  <way id="20" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>)" +
                        tag + R"(</way>
  <way id="21" version="3"><nd ref="1"/><nd ref="2"/><nd ref="4"/><nd ref="1"/>)" +
                        tag + R"(</way>
  <way id="21" version="4" visible="false"/>
)");
  auto const read = read_osm_places({.source = {name}}, frame);
  EXPECT_EQ(text_of(read), "n10 n10 0 0\nn15 n15 524 0\nw20 w20 58 173\n");
  EXPECT_EQ(remarks_of(read.report), "");
  EXPECT_EQ(read.report.rows, 3U);
}

TEST_F(OsmPlaces, OutlinesWithoutTheirNodesAreRefusedWithWhatToAskFor) {
  std::string const tag = R"(<tag k="amenity" v="community_centre"/>)";
  std::string const node = R"(<node id="10" lon="27.0" lat="62.0">)" + tag + "</node>";
  std::string const refs = R"(<nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/>)";
  std::string const geometry =
      R"(<nd ref="1" lat="62" lon="27"/><nd ref="2" lat="62" lon="27.1"/>)"
      R"(<nd ref="3" lat="62.1" lon="27.1"/><nd ref="1" lat="62" lon="27"/>)";
  std::string const center = R"(<center lat="62" lon="27"/>)";
  for (auto const& way : {refs, geometry, center + refs, center, std::string{}}) {
    auto const name = osm(node + "<way id=\"20\">" + way + tag + "</way>");
    EXPECT_THAT(message_of<InputError>(
                    [&] { static_cast<void>(read_osm_places({.source = {name}}, frame)); }),
                HasSubstr("(._;>;); out meta;"))
        << way;
  }
}

}  // namespace
}  // namespace gapmap::io
