#include "gapmap/places/gazetteer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/areas.h"

namespace gapmap {
namespace {

MunicipalityKey code(char const* text) { return {text, true}; }

/// "Anttola 1 of 2", "several of 2", "elsewhere of 1", "unknown"
std::string text_of(LocalityMatch const& match) {
  switch (match.located) {
    case Located::Unknown:
      return "unknown";
    case Located::OnlyInOthers:
      return fmt::format("elsewhere of {}", match.of_that_name);
    case Located::InUnknownMunicipality:
      return fmt::format("unknown municipality of {}", match.of_that_name);
    case Located::InSeveralPlaces:
      return fmt::format("several of {}", match.of_that_name);
    case Located::Found:
      break;
  }
  return fmt::format("{} {} of {}{}{}", match.entry->name, match.entry->point.x, match.of_that_name,
                     match.is_exact ? "" : " by ASCII",
                     match.part.empty() ? "" : " by " + match.part);
}

class Gazetteers : public ::testing::Test {
 protected:
  [[nodiscard]] std::string find(char const* locality,
                                 MunicipalityKey const& municipality = {}) const {
    return text_of(gazetteer_.find(locality, municipality));
  }

 private:
  Gazetteer gazetteer_{{{"MIKKELI", {1, 0}, code("491")},
                        {"Haukivuori", {2, 0}, code("491")},
                        {"Hännilä", {3, 0}, code("213")},
                        {"Rantakylä", {4, 0}, code("491")},
                        {"Rantakylä", {5, 0}, code("740")},
                        {"Rantakylä", {6, 0}, code("740")},
                        {"Halla-aho", {7, 0}, {}},
                        {"Salli", {8, 0}, code("740")},
                        {"Sälli", {9, 0}, code("491")},
                        {"Lanto", {12, 0}, {}},
                        {"Lahti", {10, 0}, code("398")},
                        {"Lahti", {10, 0}, code("398")},
                        {"Sulva", {11, 0}, {"mustasaari", false}}}};
};

TEST_F(Gazetteers, OneNameIsFoundHoweverItIsSpelt) {
  EXPECT_EQ(find("Mikkeli"), "MIKKELI 1 of 1");
  EXPECT_EQ(find("hännilä"), "Hännilä 3 of 1");
  EXPECT_EQ(find("HÃ¤nnilÃ¤"), "Hännilä 3 of 1");
  EXPECT_EQ(find("Hannila"), "Hännilä 3 of 1 by ASCII");
  EXPECT_EQ(find("H?nnil?"), "Hännilä 3 of 1 by ASCII");
  EXPECT_EQ(find("halla aho"), "Halla-aho 7 of 1");
}

TEST_F(Gazetteers, ANameWithoutMarksMayBeSeveralNames) {
  EXPECT_EQ(find("sälli"), "Sälli 9 of 1");
  EXPECT_EQ(find("s?lli"), "Sälli 9 of 1 by ASCII");
  EXPECT_EQ(find("salli"), "several of 2") << "Salli, or Sälli in a list that has no ä";
  EXPECT_EQ(find("salli", code("740")), "Salli 8 of 2");
  EXPECT_EQ(find("salli", code("491")), "Sälli 9 of 2 by ASCII");
}

TEST_F(Gazetteers, ANameWithMarksIsNoneWithout) { EXPECT_EQ(find("Läntö"), "unknown"); }

TEST(Gazetteer, ThatHasNoMarksIsComparedWithoutThem) {
  Gazetteer const gazetteer{{{"Hannila", {3, 0}}}};
  EXPECT_EQ(text_of(gazetteer.find("Hännilä", {})), "Hannila 3 of 1 by ASCII");
}

TEST_F(Gazetteers, InflectedAndUnknownNamesAreNotGuessed) {
  EXPECT_EQ(find("Haukivuorella"), "unknown");
  EXPECT_EQ(find("Hauki"), "unknown");
  EXPECT_EQ(find("Haukivuor"), "unknown");
  EXPECT_EQ(find("Nowhere"), "unknown");
  EXPECT_EQ(find(""), "unknown");
}

TEST_F(Gazetteers, TheMunicipalityTellsEqualNamesApart) {
  EXPECT_EQ(find("Rantakylä"), "several of 3");
  EXPECT_EQ(find("Rantakylä", code("491")), "Rantakylä 4 of 3");
  EXPECT_EQ(find("Rantakylä", code("740")), "several of 3") << "twice in it";
  EXPECT_EQ(find("Rantakylä", code("46")), "elsewhere of 3");
  EXPECT_EQ(find("Rantakylä", {"mikkeli", false}), "unknown municipality of 3")
      << "a name is no code";
}

TEST_F(Gazetteers, ANameInAnotherMunicipalityIsNotThePlace) {
  EXPECT_EQ(find("Haukivuori", code("491")), "Haukivuori 2 of 1");
  EXPECT_EQ(find("Haukivuori", code("740")), "elsewhere of 1");
  EXPECT_EQ(find("Halla-aho", code("740")), "Halla-aho 7 of 1") << "nobody says where it is";
  EXPECT_EQ(find("Sulva", {"mustasaari", false}), "Sulva 11 of 1");
  EXPECT_EQ(find("Sulva", {"vaasa", false}), "elsewhere of 1");
  EXPECT_EQ(find("Haukivuori", {"muualla", false}), "unknown municipality of 1");
}

TEST_F(Gazetteers, EntriesOnOnePointAreOne) { EXPECT_EQ(find("Lahti"), "Lahti 10 of 2"); }

TEST_F(Gazetteers, OfAnAddressThePostTown) {
  EXPECT_EQ(find("Kauppakatu 5, 50100 Mikkeli"), "MIKKELI 1 of 1 by mikkeli");
  EXPECT_EQ(find("Kauppakatu 5 50100 MIKKELI"), "MIKKELI 1 of 1 by mikkeli");
  EXPECT_EQ(find("50100 Mikkeli"), "MIKKELI 1 of 1 by mikkeli");
  EXPECT_EQ(find("Kauppakatu 5, Mikkeli"), "MIKKELI 1 of 1 by mikkeli");
  EXPECT_EQ(find("Kauppakatu 5"), "unknown");
  EXPECT_EQ(find("Kauppakatu 12345"), "unknown");
  EXPECT_EQ(find("Mikkeli,"), "unknown");
  EXPECT_EQ(find("Rantatie 1, 52100 Rantakylä"), "several of 3");
}

TEST(MunicipalityKeys, CodesWithoutZerosNamesByTheirCodes) {
  Municipalities municipalities;
  municipalities.push_back({"046", "Enonkoski", {}});
  municipalities.push_back({"507", "Mäntyharju", {}});
  MunicipalityKeys const keys{municipalities};
  EXPECT_EQ(keys.of("046"), code("46"));
  EXPECT_EQ(keys.of("46"), code("46"));
  EXPECT_EQ(keys.of("46.0"), code("46")) << "as spreadsheets write it";
  EXPECT_EQ(keys.of("ENONKOSKI"), code("46"));
  EXPECT_EQ(keys.of("Mantyharju"), code("507"));
  EXPECT_EQ(keys.of("Ristiina"), (MunicipalityKey{"ristiina", false}));
  EXPECT_EQ(keys.of(""), MunicipalityKey{});
  EXPECT_EQ(keys.of("000"), code("0"));
}

TEST(MunicipalityKeys, CodesAndNamesWithWhatListsWriteBesideThem) {
  Municipalities municipalities;
  municipalities.push_back({"001", "Länsikylä", {}});
  municipalities.push_back({"213", "Kangasniemi", {}});
  MunicipalityKeys const keys{municipalities};
  for (auto const* const text :
       {"KU001", "KU 001", "KU1", "ku_001", "FI001", "FI 001", "FI_001", "001 Länsikylä",
        "001\u00a0Länsikylä", "001, Länsikylä", "1 Länsikylä", "Länsikylä (001)", "Länsikylä 1",
        "Länsikylä, 001", "Länsikylä kommun", "Länsikylän kunta", "LANSIKYLÄN KAUPUNKI",
        "Länsikyläs stad", "001 – Länsikylä"}) {
    EXPECT_EQ(keys.of(text), code("1")) << text;
  }
  EXPECT_EQ(keys.of("Kangasniemen kunta"), code("213"));
  for (auto const* const text : {"Muualla", "213, Länsikylä", "1, Kangasniemi", "Alue 5",
                                 "Kangasniemen", "1 ja 213", "kunta"}) {
    EXPECT_FALSE(keys.of(text).is_code) << text;
  }
}

TEST(LocateEntries, ByTheAreaTheyLieInUnlessTheySay) {
  Municipalities municipalities;
  municipalities.push_back({"046", "West", square(0, 0, 1000)});
  municipalities.push_back({"507", "East", square(1000, 0, 1000)});
  std::vector<NamedPoint> entries{
      {"a", {500, 500}}, {"b", {1500, 500}}, {"c", {2001, 500}}, {"d", {500, 500}, code("507")}};
  places::locate_entries(entries, municipalities);
  EXPECT_EQ(entries[0].municipality, code("46"));
  EXPECT_EQ(entries[1].municipality, code("507"));
  EXPECT_EQ(entries[2].municipality, MunicipalityKey{}) << "a metre beside all of them";
  EXPECT_EQ(entries[3].municipality, code("507"));
}

TEST(LocateEntries, ANameThatNobodyKnowsStaysBesideTheAreaItLiesIn) {
  Municipalities municipalities;
  municipalities.push_back({"046", "West", square(0, 0, 1000)});
  std::vector<NamedPoint> entries{{"a", {500, 500}, {"old", false}}};
  places::locate_entries(entries, municipalities);
  Gazetteer const gazetteer{entries};
  EXPECT_EQ(text_of(gazetteer.find("a", code("46"))), "a 500 of 1");
  EXPECT_EQ(text_of(gazetteer.find("a", {"old", false})), "a 500 of 1");
  EXPECT_EQ(text_of(gazetteer.find("a", {"older", false})), "elsewhere of 1");
  EXPECT_EQ(text_of(gazetteer.find("a", code("507"))), "unknown municipality of 1");
}

}  // namespace
}  // namespace gapmap
