#include "gapmap/report/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "gapmap/report/labels.h"

namespace gapmap::report {
namespace {

using enum Language;

TEST(Phrases, SeveralGapsAreFilledInOrder) {
  EXPECT_EQ(
      phrase(Swedish, "the year 2024 was taken, the newest of 2022, 2024: it narrows no range"),
      "år 2024 togs, det nyaste av 2022, 2024: det snävar inte in några intervall");
}

TEST(Phrases, TakeTheMostSpecificKey) {
  // Also like "{} (left out)".
  EXPECT_EQ(phrase(Finnish,
                   "coordinates seem to be EPSG:3067 with x and y swapped, not EPSG:4326 "
                   "(left out)"),
            "koordinaatit vaikuttavat tältä: EPSG:3067 x ja y vaihdettuina; luettu näin: EPSG:4326 "
            "(jätetty pois)");
  EXPECT_EQ(phrase(Finnish, "no polygon (left out)"), "ei monikulmio (jätetty pois)");
}

TEST(Phrases, MayTurnTheOrderRound) {
  EXPECT_EQ(phrase(Finnish, "there is no road class \"x\"; did you mean path?"),
            "\"x\" ei ole tieluokka; tarkoititko path?");
  EXPECT_EQ(phrase(Swedish, "there is no mode \"x\""), "\"x\" är inget färdsätt");
}

TEST(Phrases, BracesAreTakenOverAsTheyAre) {
  EXPECT_EQ(phrase(Finnish, "`study` \"{} {0} {{ } {:n}\" selects no area"),
            "`study` \"{} {0} {{ } {:n}\" ei valitse yhtään aluetta");
  EXPECT_EQ(phrase(Finnish, "something { new }"), "something { new }");
  EXPECT_EQ(phrase(Finnish, ""), "");
}

TEST(Phrases, NumbersAreThoseOfTheLanguage) {
  EXPECT_EQ(phrase(Finnish,
                   "small components that connect to nothing, 1234.5 km in all: not attached to"),
            "irrallisia tienpätkiä, yhteensä 1\u00a0234,5\u00a0km: niihin ei liitetä mitään");
  EXPECT_EQ(phrase(Swedish,
                   "groups by age do not add up to the residents: -10 to +11 in a cell, "
                   "-1140 in all"),
            "gruppernas summa (ålder) är inte invånarantalet: \u221210 till +11 i en ruta, "
            "sammanlagt \u22121\u00a0140");
}

TEST(Phrases, FillersThatAreNobodysWordsStay) {
  EXPECT_EQ(phrase(Finnish, "letters in the field name are lost"),
            "kentän \"name\" kirjaimet ovat kadonneet");
  EXPECT_EQ(phrase(Finnish, "has no layer \"roads\""), "tiedostossa ei ole tasoa \"roads\"");
}

TEST(Phrases, ListsAreToldPartByPart) {
  EXPECT_EQ(phrase(Finnish,
                   "none of its 2 rows can be used: no polygon in 1 rows (first: 7); "
                   "no code in 1 rows (first: 9)"),
            "yhtäkään sen 2 rivistä ei voi käyttää: ei monikulmio (rivejä: 1, ensimmäiset: 7); "
            "tunnus puuttuu (rivejä: 1, ensimmäiset: 9)");
}

TEST(Phrases, NestedSentencesAreToldToo) {
  EXPECT_EQ(
      phrases(Swedish,
              "roads are read within 25 km of the cells (`margin`): results are exact up to 12 "
              "km; 1 cell with 7 residents may have a nearer place, or a place at all, by what "
              "lies farther off"),
      "vägarna läses inom 25 km från rutorna (`margin`): resultaten är exakta upp till 12 km; "
      "1 ruta med 7 invånare kan ha en närmare plats, eller en plats över huvud taget, via "
      "det som ligger längre bort");
  EXPECT_EQ(phrases(Finnish, "kunta has '491', '740' …; nimi has 'Mikkeli'"),
            "kentässä kunta on '491', '740' …; kentässä nimi on 'Mikkeli'");
}

/// Every key tells with all its gaps, in every language, without an exception.
TEST(Phrases, EveryKeyWithGapsCanBeTold) {
  for (auto const& each : labels()) {
    if (each.key.find("{}") == std::string_view::npos) continue;
    std::string text;
    std::vector<std::string> fillers;
    for (std::size_t i = 0; i < each.key.size(); ++i) {
      if (each.key.substr(i, 2) == "{}") {
        fillers.push_back("<" + std::to_string(fillers.size()) + ">");
        text += fillers.back();
        ++i;
      } else {
        text += each.key[i];
      }
    }
    for (auto const language : kLanguages) {
      auto const told = phrase(language, text);
      for (auto const& filler : fillers)
        EXPECT_THAT(told, ::testing::HasSubstr(filler)) << each.key << ": " << told;
      if (language == English) {
        EXPECT_EQ(told, text);
      }
    }
  }
}

TEST(Phrases, SentencesAreNotLeftInEnglish) {
  std::size_t sentences = 0;
  for (auto const& each : labels()) {
    auto const& [finnish, swedish, english] = each.texts;
    if (each.key != english || std::ranges::count(each.key, ' ') < 2) continue;
    if (each.key.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) continue;
    ++sentences;
    EXPECT_NE(finnish, english);
    EXPECT_NE(swedish, english);
  }
  EXPECT_GT(sentences, 400U);
}

TEST(Errors, AreToldWithTheirPlacesAsTheyAre) {
  EXPECT_EQ(
      error_in(Finnish,
               InputError{{"kunnat.gpkg", "areas", "7"}, "there is no such file", "check the path"}
                   .parts()),
      "kunnat.gpkg, taso \"areas\", kohde 7: tiedostoa ei ole; tarkista polku");
  EXPECT_EQ(
      error_in(Swedish, UsageError{"limit", "\"20\" has no unit",
                                   "write a number and a unit, such as \"20 km\" or \"500 m\""}
                            .parts()),
      "`limit`: \"20\" saknar enhet; skriv ett tal och en enhet, till exempel \"20 km\" eller "
      "\"500 m\"");
  EXPECT_EQ(error_in(Finnish, UsageError{"requirement 2 \"talo\"", "has no limit"}.parts()),
            "vaatimus 2 \"talo\": raja puuttuu");
}

TEST(Errors, KeepSecretsInEveryLanguage) {
  InputError const error{{"PG:host=db password=hunter2"},
                         "GDAL cannot open it: PG:host=db password=hunter2 refused"};
  for (auto const language : kLanguages) {
    EXPECT_THAT(error_in(language, error.parts()), ::testing::Not(::testing::HasSubstr("hunter2")));
  }
}

TEST(Findings, AreToldWithExamplesAndAdvice) {
  auto const told = finding_in(
      Finnish, {.input = "roads",
                .what = "components that do not connect by car but have places or nobody on them",
                .rows = 2,
                .examples = {"(622808, 6977496): 19.3 km, 0 residents, 1 place"},
                .advice = "people there reach only the places of their component"});
  EXPECT_EQ(told.input, "roads");
  EXPECT_EQ(
      told.what,
      "tieverkon osia, joista ei pääse muualle autolla mutta joilla on paikkoja tai ei yhtään "
      "asukasta");
  EXPECT_THAT(told.examples,
              ::testing::ElementsAre("(622808, 6977496): 19,3\u00a0km, asukkaita 0, paikkoja 1"));
  EXPECT_EQ(told.advice, "asukkaat pääsevät siellä vain oman osansa paikkoihin");
}

TEST(Findings, OfRemarksKeepTheIdsOfRows) {
  auto const told =
      finding_in(Finnish, {.input = "places",
                           .what = "no coordinates (left out)",
                           .examples = {"Pohja and Perä", "row 1 column 2", "row 7", "line 7"}});
  EXPECT_EQ(told.what, "koordinaatit puuttuvat (jätetty pois)");
  EXPECT_THAT(told.examples,
              ::testing::ElementsAre("Pohja and Perä", "rivi 1 sarake 2", "rivi 7", "rivi 7"));
}

TEST(Recognised, FieldsStayAndWhatTheyAreForIsTold) {
  EXPECT_EQ(recognised_in(Finnish, "National Land Survey roads (general map) (class Kohdeluokk)"),
            "Maanmittauslaitoksen tiet (yleiskartta) (luokka Kohdeluokk)");
  EXPECT_EQ(recognised_in(Swedish,
                          "east and north coordinates (id id, target group kohderyhma); header in "
                          "line 4"),
            "öst- och nordkoordinater (id id, målgrupp kohderyhma); rubriker: rad 4");
  EXPECT_EQ(recognised_in(Finnish,
                          "Eurostat census grid 2021 (id GRD_ID, residents T); groups "
                          "Y_LT15, Y_1564 by age; M, F by sex"),
            "Eurostatin väestölaskennan ruudut 2021 (tunnus GRD_ID, asukkaat T); ryhmät Y_LT15, "
            "Y_1564 (ikä); M, F (sukupuoli)");
}

}  // namespace
}  // namespace gapmap::report
