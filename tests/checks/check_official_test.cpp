#include "gapmap/checks/check_official.h"

#include <gtest/gtest.h>

#include "tests/checks/found.h"

namespace gapmap::checks {
namespace {

Municipalities const kTwo{
    std::vector<Municipality>{{"046", "Enonkoski", {}}, {"740", "Savonlinna", {}}}};

/// Residents and official number of each.
Denominators rows(std::vector<std::pair<double, std::optional<People>>> const& numbers) {
  Denominators all;
  for (auto const& [residents, official] : numbers) {
    MunicipalityId const m{all.municipalities.size()};
    all.municipalities.push_back(
        {.municipality = m, .residents = People{residents}, .official = official});
    if (!official) all.without_official.push_back(m);
  }
  return all;
}

std::string said(Denominators const& denominators,
                 tables::DenominatorRecord const& record = {"2021"}, OfficialYear year = {}) {
  return said_of(check_official(denominators, record, year, kTwo));
}

TEST(CheckOfficial, RatiosNearOneGiveNothing) {
  EXPECT_EQ(said(rows({{90, People{100}}, {110, People{100}}})), "") << "inclusive";
  EXPECT_EQ(said(rows({{3, People{0}}, {100, People{100}}})), "") << "no ratio";
}

TEST(CheckOfficial, RatiosFarFromOneAreNamedTheFarthestFirst) {
  EXPECT_EQ(said(rows({{89, People{100}}, {150, People{100}}})),
            "warning official_population 2 of 239: municipalities of which the cells hold under "
            "0.9 or over 1.1 times the official number of residents [740 Savonlinna: 150 of 100, "
            "1.50; 046 Enonkoski: 89 of 100, 0.89]");
}

TEST(CheckOfficial, MunicipalitiesWithoutANumberAreNamed) {
  EXPECT_EQ(said(rows({{100, People{100}}, {8, std::nullopt}})),
            "warning official_population 1 of 8: municipalities without an official number [740 "
            "Savonlinna]");
}

TEST(CheckOfficial, NumbersThatCannotBeTrueAreNamed) {
  EXPECT_EQ(said(rows({{100, People{100}}}),
                 {.official_year = "2021", .contradicted = {"046 Enonkoski"}}),
            "warning official_population 1: municipalities with fewer residents than the cells "
            "wholly inside hold: their number narrows no range [046 Enonkoski]");
}

TEST(CheckOfficial, TheYearIsToldAndChosen) {
  auto const one = rows({{100, People{100}}});
  EXPECT_EQ(said(one, {}), "note official_population: does not say of which year it is");
  EXPECT_EQ(said(one, {"2021"}, {false, 40}),
            "note official_population: the year 2021 was taken, the newest of 40: it narrows no "
            "range");
}

}  // namespace
}  // namespace gapmap::checks
