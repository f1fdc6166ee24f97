#include "gapmap/report/headings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gapmap::report {
namespace {

TEST(Headings, AreOfTheTableOrPutTogether) {
  EXPECT_EQ(heading(Language::Finnish, "residents"), "Asukkaita");
  EXPECT_EQ(heading(Language::Finnish, "cells"), "Ruutuja");
  EXPECT_EQ(heading(Language::Finnish, "distance_2_m"), "Matka 2. lähimpään (km)");
  EXPECT_EQ(heading(Language::English, "place_10_name"), "Nearest place no. 10");
  EXPECT_EQ(heading(Language::Finnish, "hyvinvointialue_code"), "Hyvinvointialue: tunnus");
  EXPECT_EQ(heading(Language::Finnish, "ika_65__low"), "65 vuotta täyttäneet: vähintään");
  EXPECT_EQ(heading(Language::Swedish, "own_county_ferries_time_s"),
            "Det egna områdets platser, med färjor: tid (min)");
  EXPECT_EQ(heading(Language::Finnish, "muistikahvila_share"), "muistikahvila: osuus");
  EXPECT_EQ(heading(Language::Finnish, "muistikahvila"), std::nullopt);
  EXPECT_EQ(heading(Language::Finnish, "_share"), std::nullopt);
}

TEST(Headings, OfLayersNameTheUnitsTheyHold) {
  using enum ShownUnits;
  EXPECT_EQ(heading(Language::Finnish, "distance_m", AsStored), "Matka (m)");
  EXPECT_EQ(heading(Language::Finnish, "muisti_time_s", AsStored), "muisti: aika (s)");
  EXPECT_EQ(heading(Language::Finnish, "x", AsStored), "Itäkoordinaatti (m)");
  EXPECT_EQ(heading(Language::Finnish, "residents", AsStored), "Asukkaita");
}

TEST(Descriptions, TellHowAColumnIsCounted) {
  using enum ShownUnits;
  EXPECT_EQ(description(Language::Finnish, "rank"), "1 = paras ehdokas");
  EXPECT_EQ(description(Language::Finnish, "time_median_s", AsStored),
            "Puolet asukkaista, joilla on tieyhteys, pääsee enintään tällä. Sekunteina.");
  EXPECT_EQ(description(Language::Finnish, "distance_median_m"),
            "Puolet asukkaista, joilla on tieyhteys, pääsee enintään tällä");
  EXPECT_EQ(description(Language::English, "distance_2_m", AsStored),
            "To nearest place no. 2 along roads. In metres.");
  EXPECT_EQ(description(Language::Swedish, "hyvinvointialue_code"),
            "Området där största delen av rutan ligger; indelning: Välfärdsområde");
  EXPECT_EQ(description(Language::English, "remedy_kind"),
            "Where the candidate comes from: Candidate; Cell of the gap")
      << "words as a workbook has them";
  EXPECT_EQ(description(Language::English, "remedy_kind", ToldElsewhere),
            "Where the candidate comes from: candidate = Candidate; cell = Cell of the gap");
  EXPECT_EQ(description(Language::Finnish, "muistikahvila"), "");
}

TEST(Words, OfGapmapAreTranslatedAndOthersStay) {
  EXPECT_EQ(word(Language::Finnish, "class", "to_1_km"), "enintään 1\u00A0km");
  EXPECT_EQ(word(Language::Finnish, "class", "over_2.5_km"), "yli 2,5\u00A0km");
  EXPECT_EQ(word(Language::English, "class", "to_2.5_km"), "up to 2.5\u00A0km");
  EXPECT_EQ(word(Language::Swedish, "class", "no_road_connection"), "Utan vägförbindelse");
  EXPECT_EQ(word(Language::Finnish, "group", "Y_LT15"), "alle 15-vuotiaat");
  EXPECT_EQ(word(Language::Finnish, "group", "he_3_6"), "3–6-vuotiaat");
  EXPECT_EQ(word(Language::English, "group", "ika_65_"), "65 years and over");
  EXPECT_EQ(word(Language::Finnish, "group", "all"), "Kaikki asukkaat");
  EXPECT_EQ(word(Language::Finnish, "level", "total"), "Yhteensä");
  EXPECT_EQ(word(Language::Finnish, "level", "municipality"), "Kunta");
  EXPECT_EQ(word(Language::Finnish, "group", "opiskelijat"), "opiskelijat");
  EXPECT_EQ(word(Language::Finnish, "position", "given"), "annettu");
  EXPECT_EQ(word(Language::Finnish, "position", "gazetteer: locality Lammi (1 match)"),
            "nimistön paikkakunta Lammi (ainoa osuma)");
  EXPECT_EQ(word(Language::Swedish, "position",
                 "gazetteer: post town of the address Lammi (1 of 3 matches, spelt without its own "
                 "letters)"),
            "adressens postort bland ortnamnen: Lammi (en av 3 träffar, skriven utan namnets egna "
            "bokstäver)");
  EXPECT_EQ(word(Language::Finnish, "requirement", "all_requirements"), "Kaikki vaatimukset");
  EXPECT_EQ(word(Language::Finnish, "requirement", "met"), "met") << "a requirement of that name";
  EXPECT_EQ(word(Language::Finnish, "account", "anybody_ferries"), "Kaikkien paikat, lautoin");
}

}  // namespace
}  // namespace gapmap::report
