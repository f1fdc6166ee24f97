#include "gapmap/io/read_zones.h"

#include "gapmap/geometry/measure.h"
#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

std::string square_at(int x) {
  auto const at = [](int east, int north) {
    return std::to_string(east) + " " + std::to_string(north);
  };
  return "POLYGON ((" + at(x, 6800000) + "," + at(x + 1000, 6800000) + "," + at(x + 1000, 6801000) +
         "," + at(x, 6801000) + "," + at(x, 6800000) + "))";
}

class ReadZones : public Reading {
 protected:
  /// Squares side by side with these values of these fields.
  [[nodiscard]] std::string squares(std::vector<std::string> const& fields,
                                    std::vector<std::vector<std::string>> const& rows) const {
    std::filesystem::remove(path("z.gpkg"));
    WrittenLayer layer{.name = "zones", .type = wkbPolygon, .fields = fields};
    for (auto const& row : rows) {
      layer.rows.push_back({square_at(400'000 + 1000 * static_cast<int>(layer.rows.size())), row});
    }
    write_dataset(path("z.gpkg"), "GPKG", {layer});
    return path("z.gpkg");
  }
  /// "1 Haukivuori, 2 Kalvitsa": codes and names.
  [[nodiscard]] std::string read(ZoneInput const& input) const {
    std::string text;
    for (auto const& zone : read_zones(input, frame).zones)
      text += (text.empty() ? "" : ", ") + zone.code + " " + zone.name;
    return text;
  }
};

TEST_F(ReadZones, CodesAndNamesAreRecognisedInTheOrderOfTheSource) {
  EXPECT_EQ(read({.level = "z", .source = {squares({"koodi", "nimi"}, {{"2", "B"}, {"1", "A"}})}}),
            "2 B, 1 A");
  EXPECT_EQ(read({.level = "z", .source = {squares({"maakunta", "nimi"}, {{"6", "Pirkanmaa"}})}}),
            "06 Pirkanmaa");
}

TEST_F(ReadZones, WithoutACodeEveryFeatureIsOneByItsNumber) {
  EXPECT_EQ(read({.level = "z", .source = {squares({"nimi"}, {{"Kylä"}, {"Kylä"}, {""}})}}),
            "1 Kylä, 2 Kylä, 3 3");
  EXPECT_EQ(read({.level = "z", .source = {squares({"height"}, {{"7"}, {"8"}})}}), "1 1, 2 2");
}

TEST_F(ReadZones, WhichZonesHaveNumbersForWantOfACodeIsToldWhereOthersHaveOne) {
  auto const remarks = [&](std::vector<std::vector<std::string>> const& rows) {
    ZoneInput const input{.level = "z", .source = {squares({"koodi", "nimi"}, rows)}};
    return read_zones(input, frame).report.remarks;
  };
  auto const without = remarks({{"1", "A"}, {"", "B"}, {" ", "C"}});
  ASSERT_EQ(without.size(), 1U);
  EXPECT_THAT(without[0].what, HasSubstr("zone without a code"));
  EXPECT_EQ(without[0].count, 2U);
  EXPECT_TRUE(remarks({{"1", "A"}, {"2", "B"}}).empty());
}

TEST_F(ReadZones, ASingleDrawnAreaIsCalledAsItsFile) {
  EXPECT_EQ(read({.level = "pilot", .source = {squares({"id"}, {{"7"}})}}), "1 pilot");
}

TEST_F(ReadZones, FeaturesOfOneCodeAndNameAreOneZone) {
  auto const read = read_zones(
      {.level = "z", .source = {squares({"code", "name"}, {{"1", "A"}, {"2", "B"}, {"1", "A"}})}},
      frame);
  ASSERT_EQ(read.zones.size(), 2U);
  EXPECT_DOUBLE_EQ(area_m2(read.zones[ZoneId{0}].area), 2e6);
  EXPECT_EQ(read.report.rows_used, 3U);
  EXPECT_EQ(read.report.input, "zones z");
}

TEST_F(ReadZones, VillagesOfOneMunicipalityAreNotOneZone) {
  EXPECT_EQ(read({.level = "z",
                  .source = {squares({"kunta", "nimi"}, {{"491", "Otava"}, {"491", "Anttola"}})}}),
            "491 Otava, 491 Anttola");
}

TEST_F(ReadZones, PostalAreasAreNotTheirMunicipality) {
  EXPECT_EQ(read({.level = "z",
                  .source = {squares({"postinumeroalue", "nimi", "kunta"},
                                     {{"51600", "Haukivuori", "491"}, {"140", "Kaivo", "91"}})}}),
            "51600 Haukivuori, 00140 Kaivo");
}

TEST_F(ReadZones, FieldsCanBeNamed) {
  auto const source = squares({"luokka", "selite", "nimi"}, {{"1", "Sisempi kaupunkialue", "x"}});
  EXPECT_EQ(
      read({.level = "z", .source = {source}, .code_field = "luokka", .name_field = "selite"}),
      "1 Sisempi kaupunkialue");
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read({.level = "z", .source = {source}, .code_field = "nosuch"}));
              }),
              HasSubstr("has no field \"nosuch\" (`zone-code`)"));
}

TEST_F(ReadZones, PointsAreNoZones) {
  write_dataset(path("villages.gpkg"), "GPKG",
                {{.name = "villages",
                  .type = wkbPoint,
                  .fields = {"nimi"},
                  .rows = {{"POINT (400000 6800000)", {"Otava"}}}}});
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read({.level = "z", .source = {path("villages.gpkg")}}));
              }),
              HasSubstr("holds points, but zones are polygons"));
}

TEST_F(ReadZones, WhatIsWrongWithARowIsCounted) {
  auto const name = file(
      "a.geojson",
      geojson(
          {{R"({"type":"Polygon","coordinates":[[[27,61],[27.1,61.1],[27.1,61],[27,61.1],[27,61]]]})",
            R"({"nimi":"Bow"})"},
           {R"({"type":"Point","coordinates":[27,61]})", R"({"nimi":"Point"})"}}));
  auto const read = read_zones({.level = "z", .source = {name}}, frame);
  EXPECT_EQ(read.zones.size(), 1U);
  EXPECT_EQ(
      remarks_of(read.report),
      "1 used: invalid polygon (Self-intersection), repaired [0]\n1 left out: no polygon [1]");
}

}  // namespace
}  // namespace gapmap::io
