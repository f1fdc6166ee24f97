#include "gapmap/io/read_official_population.h"

#include "gapmap/tables/denominator_table.h"
#include "gapmap/places/assign.h"
#include "tests/io/reading.h"
#include "tests/support/areas.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

class ReadOfficialPopulation : public Reading {
 protected:
  [[nodiscard]] OfficialRead read(std::string const& csv, OfficialInput input = {},
                                  Groups const& groups = {}) const {
    input.source.path = file("official.csv", csv);
    return read_official_population(input, groups);
  }
};

std::string const kSeveralYears =
    "\"municipality_code\",\"primary.value\",\"year\"\n"
    "20,16800,2020\n46,1341,2022\n20,16900,2022\n46,1300,2020\n";

/// "20:16800 46:1300".
std::string counts(OfficialRead const& read) {
  std::string text;
  for (auto const& [code, count] : read.population.by_code) {
    text += (text.empty() ? "" : " ") + code + ":" +
            (count.residents ? std::to_string(static_cast<int>(count.residents->value())) : "?");
    for (auto const& number : count.groups)
      text += number ? "+" + std::to_string(static_cast<int>(number->value())) : "+?";
  }
  return text;
}

TEST_F(ReadOfficialPopulation, TheYearAskedFor) {
  auto const read_in = read(kSeveralYears, {.source = {}, .year = "2020"});
  EXPECT_EQ(counts(read_in), "20:16800 46:1300");
  EXPECT_EQ(read_in.population.year, "2020");
  EXPECT_TRUE(read_in.is_year_certain);
  EXPECT_EQ(read_in.report.rows, 4U);
  EXPECT_EQ(read_in.report.rows_used, 2U);
  EXPECT_EQ(remarks_of(read_in.report), "2 left out: of another year [46, 20]");
  EXPECT_THAT(read_in.report.recognised,
              HasSubstr("(code municipality_code, residents primary.value, year year)"));
}

TEST_F(ReadOfficialPopulation, ElseTheNewestWhichIsUncertain) {
  auto const read_in = read(kSeveralYears);
  EXPECT_EQ(counts(read_in), "20:16900 46:1341");
  EXPECT_EQ(read_in.population.year, "2022");
  EXPECT_EQ(read_in.years, 2U);
  EXPECT_FALSE(read_in.is_year_certain);
}

TEST_F(ReadOfficialPopulation, OneYearOrNoneIsCertain) {
  EXPECT_TRUE(read("kunta;vuosi;vaesto\n020;2020;5\n").is_year_certain);
  auto const without = read("kunta;vaesto\n020;5\n046;7\n");
  EXPECT_TRUE(without.is_year_certain);
  EXPECT_EQ(without.population.year, "");
  EXPECT_EQ(counts(without), "020:5 046:7");
}

TEST_F(ReadOfficialPopulation, FieldsMayBeNamedAndGroupsAreFoundByName) {
  Groups const groups{std::vector<Group>{{"ika_65_", "age"}, {"naiset", "sex"}, {"x", ""}}};
  auto const read_in =
      read("nro;kaikki;IKA_65_;naiset\n20;9;4;-1\n46;7;;3\n",
           {.source = {}, .code_field = "nro", .residents_field = "kaikki"}, groups);
  EXPECT_EQ(counts(read_in), "20:9+4+?+? 46:7+?+3+?");
  EXPECT_THAT(read_in.report.recognised, HasSubstr("; groups IKA_65_, naiset"));
}

TEST_F(ReadOfficialPopulation, RowsThatCannotBeUsedAreCounted) {
  auto const read_in = read("kunta,vaesto\n20,5\n,6\n46,many\n47,-7\n48,-1\n20,8\n49,\n");
  EXPECT_EQ(counts(read_in), "20:5 48:? 49:?");
  EXPECT_EQ(remarks_of(read_in.report),
            "2 left out: a number of residents that is none [46, 47]\n"
            "1 left out: no code [2]\n"
            "1 left out: municipality that an earlier row of the year has as well [20]");
}

TEST_F(ReadOfficialPopulation, WhatCannotBeUsedIsOneClearError) {
  EXPECT_THAT(message_of<InputError>(
                  [&] { static_cast<void>(read(kSeveralYears, {.source = {}, .year = "2021"})); }),
              HasSubstr("has no row of the year \"2021\" (`official-year`); its years are 2020, "
                        "2022"));
  EXPECT_THAT(message_of<InputError>([&] {
                static_cast<void>(read("kunta,vaesto\n20,5\n", {.source = {}, .year = "2021"}));
              }),
              HasSubstr("no field with a year"));
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(read("a,b\n1,2\n")); }),
              HasSubstr("none of its fields is one that gapmap knows; name them with "
                        "`official-code`, `official-residents`; its fields "
                        "are a, b"));
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(read("kunta,vaesto\n20,paljon\n")); }),
              HasSubstr("none of its 1 rows can be used"));
}

TEST(DenominatorTable, HasARowAMunicipalityAndTheTotalLast) {
  Municipalities const municipalities{
      std::vector<Municipality>{{"020", "Akaa", square(0, 0, 10'000)}}};
  Population population;
  for (double const y : {1000.0, -800.0, 50'000.0}) {
    Cell cell{.id = {}, .center = {1500, y + 500}, .outline = square(1000, y, 1000)};
    cell.residents = People{y > 10'000 ? 4.0 : 7.0};
    cell.groups.push_back(std::nullopt);
    population.push_back(std::move(cell));
  }
  static_cast<void>(places::assign_municipalities(population, municipalities));
  Groups const groups{std::vector<Group>{{"ika_65_", ""}}};
  auto const ranges = places::resident_ranges(population, groups);
  OfficialPopulation const official{.year = "", .by_code = {{"20", {People{16}}}}};
  auto const table = tables::denominator_table(
      places::denominators(population, municipalities, ranges,
                           places::official_counts(official, municipalities)),
      ranges, municipalities, population);
  std::string text;
  for (auto const& row : table.rows) {
    ASSERT_EQ(row.size(), table.columns.size());
    for (std::size_t c = 0; c < row.size(); ++c)
      text += (c == 0 ? "" : ",") + tables::to_text(row[c], table.columns[c]);
    text += '\n';
  }
  EXPECT_EQ(text,
            "020,Akaa,2,14,16,0.875,2,0,14,14,2,1,7,1,7,1,7,0,0,0,0,0,14,7,\n"
            ",Outside all areas,1,4,,,,0,4,4,1,0,0,1,4,0,0,0,0,0,0,0,4,2,\n"
            ",Total,3,18,16,1.125,-2,0,18,18,3,1,7,2,11,1,7,0,0,0,0,0,18,9,\n");
}

}  // namespace
}  // namespace gapmap::io
