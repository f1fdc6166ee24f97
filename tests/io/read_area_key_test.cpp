#include "gapmap/io/read_area_key.h"

#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

class ReadAreaKey : public Reading {
 protected:
  [[nodiscard]] AreaKeyRead read(std::string const& text,
                                 std::vector<std::string> levels = {}) const {
    return read_area_key({.source = {file("key.csv", text)}, .levels = std::move(levels)});
  }
  [[nodiscard]] std::string error_of(std::string const& text,
                                     std::vector<std::string> levels = {}) const {
    return message_of<InputError>([&] { static_cast<void>(read(text, std::move(levels))); });
  }
};

/// "hyvinvointialue: 05 Varsinais-Suomi (20 853), 12 …": levels with their zones and who is there.
std::string text_of(AreaKey const& key) {
  std::string text;
  for (auto const& level : key.levels) {
    text += (text.empty() ? "" : "\n") + level.name + ":";
    for (auto const z : level.zones.ids()) {
      text += " " + level.zones[z].code + " " + level.zones[z].name + " (";
      for (auto const& [code, zone] : level.of_municipality) {
        if (zone == z) text += (text.ends_with('(') ? "" : " ") + code;
      }
      text += ")";
    }
  }
  return text;
}

char const* const kKey =
    "kunta,municipality_name_fi,maakunta_code,maakunta_name_fi,maakunta_name_sv,"
    "hyvinvointialue_code,hyvinvointialue_name_sv,hyvinvointialue_name_fi,seutukunta_code,"
    "nuts3_code\n"
    "20,Akaa,6,Pirkanmaa,Birkaland,8,\"Birkalands \",\"Pirkanmaan hyvinvointialue  \",63,FI197\n"
    "5,Alajärvi,14,Etelä-Pohjanmaa,Södra Österbotten,16,x,Etelä-Pohjanmaan hyvinvointialue,146,"
    "FI194\n"
    "837,Tampere,6,Pirkanmaa,Birkaland,8,y,Pirkanmaan hyvinvointialue,64,FI197\n";

TEST_F(ReadAreaKey, TheUsualLevelsWithTrimmedNamesAndPaddedCodes) {
  auto const [key, report] = read(kKey);
  EXPECT_EQ(text_of(key),
            "hyvinvointialue: 08 Pirkanmaan hyvinvointialue (20 837) 16 Etelä-Pohjanmaan "
            "hyvinvointialue (5)\n"
            "maakunta: 06 Pirkanmaa (20 837) 14 Etelä-Pohjanmaa (5)");
  EXPECT_EQ(key.municipalities.at("5"), "Alajärvi");
  EXPECT_EQ(report.input, "area key");
  EXPECT_EQ(report.recognised, "area key (code kunta, levels hyvinvointialue, maakunta)");
  EXPECT_EQ(report.rows_used, 3U);
  EXPECT_EQ(report.files.size(), 1U);
}

TEST_F(ReadAreaKey, AnyLevelCanBeChosen) {
  EXPECT_EQ(text_of(read(kKey, {"seutukunta", "nuts3"}).key),
            "seutukunta: 063 063 (20) 064 064 (837) 146 146 (5)\n"
            "nuts3: FI194 FI194 (5) FI197 FI197 (20 837)")
      << "as many digits as the longest code; without names codes stand for them";
  EXPECT_THAT(error_of(kKey, {"kylä"}),
              ::testing::AllOf(HasSubstr("has no level \"kylä\" (`area-levels`)"),
                               HasSubstr("its levels are maakunta, hyvinvointialue, seutukunta")));
}

TEST_F(ReadAreaKey, CodesWithZerosAndSemicolonsAreTheSame) {
  EXPECT_EQ(text_of(read("kuntakoodi;hyvinvointialue_code;hyvinvointialue_name\n"
                         "020;08;Pirkanmaa\n005;16;Etelä-Pohjanmaa\n")
                        .key),
            "hyvinvointialue: 08 Pirkanmaa (20) 16 Etelä-Pohjanmaa (5)");
}

TEST_F(ReadAreaKey, WhatIsWrongWithARowIsCounted) {
  auto const [key, report] =
      read("kunta,maakunta_code,maakunta_name\n20,6,A\n020,14,B\n,6,A\n5,,\n");
  EXPECT_EQ(text_of(key), "maakunta: 06 A (20)");
  EXPECT_TRUE(key.municipalities.contains("5"));
  EXPECT_EQ(remarks_of(report),
            "1 left out: municipality that an earlier row has as well [020]\n"
            "1 left out: no code [3]\n1 used: no area of the level maakunta [5]");
}

TEST_F(ReadAreaKey, OtherTablesAreNoKeys) {
  EXPECT_THAT(error_of("id,maakunta_code\n1,2\n"),
              HasSubstr("none of its fields holds codes of municipalities"));
  EXPECT_THAT(error_of("kunta,seutukunta_code\n1,2\n"),
              HasSubstr("has none of the levels hyvinvointialue, maakunta; choose with "
                        "`area-levels`; its levels are seutukunta"));
  EXPECT_THAT(error_of("kunta,maakunta_code\n"), HasSubstr("has no rows"));
}

TEST_F(ReadAreaKey, AreasHaveTheirNamesInEveryLanguage) {
  auto const key = read(kKey, {"maakunta", "seutukunta"}).key;
  EXPECT_EQ(key.levels[0].zones[ZoneId{0}].names,
            (NamesByLanguage{{"fi", "Pirkanmaa"}, {"sv", "Birkaland"}}));
  EXPECT_TRUE(key.levels[1].zones[ZoneId{0}].names.empty());
}

}  // namespace
}  // namespace gapmap::io
