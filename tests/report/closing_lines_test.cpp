#include "gapmap/report/closing_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using S = std::string;

std::vector<std::string> texts(std::vector<ClosingLine> const& lines) {
  std::vector<std::string> texts;
  for (auto const& line : lines) texts.push_back(line.name + ": " + line.text);
  return texts;
}

TEST(ClosingLines, TellWhatAPlannerAsksFirst) {
  EXPECT_THAT(
      texts(closing_lines(Language::Finnish, TinyRun{}.run())),
      ElementsAre(
          ": Ketkä asuvat yli 5\u00a0km:n päässä lähimmästä kohtaamispaikasta, kun matka kuljetaan "
          "jalan teitä pitkin?",
          "Rajan sisällä: 1\u00a0000 / 1\u00a0230 asukasta (81,3\u00a0%)",
          "Liian kaukana: 220 asukasta (17,9\u00a0%), 2 katvealuetta",
          "Ei tieyhteyttä: 6 asukasta; tieverkon ulkopuolella 4 asukasta",
          "Suurin katvealue: Ahola, 200 asukasta; syy: kiertotie",
          "Eniten ulkopuolella: Ahola, 200 / 1\u00a0200 asukasta",
          "Tärkein paikka: Pappila; jos se suljetaan, 1\u00a0000 asukasta jää rajan ulkopuolelle",
          "Luvuista puuttuu: 1 / 2 kohtaamispaikkaa",
          "Huomiot aineistosta: 1, luettavissa raportin lopussa"));
}

TEST(ClosingLines, TellWhomTheFiguresLack) {
  TinyRun tiny;
  auto& places = tiny.inputs.front();
  places.rows = 9;
  places.count("no coordinates", "8");
  places.count({"place more than {} from the cells", "20 km"}, "9");
  auto& people = tiny.inputs.emplace_back();
  people.input = "population";
  people.rows = 6236;
  people.count("no geometry", "17");
  people.residents_left_out = 1204;
  people.count("number of residents suppressed, counted as unknown", "18", io::Consequence::Used);
  EXPECT_THAT(texts(closing_lines(Language::Finnish, tiny.run())),
              ::testing::Contains("Luvuista puuttuu: 2 / 9 kohtaamispaikkaa; 1 / 6\u00a0236 "
                                  "väestöaineiston riviä (1\u00a0204 asukasta); 1 / 6\u00a0236 "
                                  "ruudun asukasluku on salattu"));
}

TEST(ClosingLines, ReasonsOfMostComeFirst) {
  TinyRun tiny;
  tiny.tables.push_back({"reasons",
                         {column::text("municipality_code"), column::text("municipality_name"),
                          column::text("reason"), column::integer("residents")},
                         {{S{"046"}, S{"Ahola"}, S{"detour"}, std::int64_t{200}},
                          {tables::Value{}, S{"Total"}, S{"detour"}, std::int64_t{200}},
                          {tables::Value{}, S{"Total"}, S{"ferry_wait"}, tables::Value{}},
                          {tables::Value{}, S{"Total"}, S{"no_road"}, std::int64_t{1204}}}});
  EXPECT_THAT(texts(closing_lines(Language::Swedish, tiny.run())),
              ::testing::Contains("Varför inte inom gränsen: ingen väg i närheten 1\u00a0204, "
                                  "omväg 200, väntan på färja –"));
}

TEST(ClosingLines, ARemedyOfTheGapIsNamedIfItHasAName) {
  TinyRun tiny;
  auto& gaps = tiny.tables[2];
  ASSERT_EQ(gaps.name, "gaps");
  gaps.columns.push_back(column::text("remedy_place_name"));
  gaps.columns.push_back(column::integer("remedy_covers"));
  for (auto& row : gaps.rows) row.insert(row.end(), {std::string{"Kylä"}, std::int64_t{150}});
  auto const line = [&] { return closing_lines(Language::English, tiny.run())[4].text; };
  EXPECT_EQ(line(),
            "Ahola, 200 residents; reason: detour; best remedy: a new place (Kylä), which would "
            "bring 150 residents within the limit");
  gaps.rows[0][7] = tables::Value{};
  EXPECT_THAT(line(), HasSubstr("best remedy: a new place within the gap, which would bring 150"));
  gaps.rows[0][8] = std::int64_t{0};
  EXPECT_THAT(line(), HasSubstr("reason: detour; no candidate would help"));
}

TEST(ClosingLines, TellOfOneAndOfNobodyInWords) {
  TinyRun tiny;
  auto& total = tiny.tables.front().rows.back();
  total[5] = std::int64_t{1};
  total[6] = std::int64_t{0};
  EXPECT_THAT(texts(closing_lines(Language::Finnish, tiny.run())),
              ::testing::Contains("Ei tieyhteyttä: 1 asukas; tieverkon ulkopuolella ei ketään"));
  EXPECT_THAT(texts(closing_lines(Language::English, tiny.run())),
              ::testing::Contains("No road connection: 1 resident; off the road network nobody"));
  total[4] = std::int64_t{0};
  EXPECT_THAT(texts(closing_lines(Language::Swedish, tiny.run())),
              ::testing::Contains("För långt bort: ingen"));
}

TEST(ClosingLines, WhatDoesNotApplyIsLeftOut) {
  TinyRun tiny;
  tiny.inputs.clear();
  std::erase_if(tiny.tables, [](auto const& table) { return table.name != "municipalities"; });
  for (auto& row : tiny.tables.front().rows) row[4] = std::int64_t{0};
  EXPECT_EQ(closing_lines(Language::Finnish, tiny.run()).size(), 4U);
}

TEST(ClosingTables, ShowEveryMunicipalityAndTheTotal) {
  auto const tables = closing_tables(Language::English, TinyRun{}.run());
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(tables.front().rows.back(),
              ElementsAre("Total", "1,230", "1,000", "220", "6", "4", "81.3%", "1.0"));
}

}  // namespace
}  // namespace gapmap::report
