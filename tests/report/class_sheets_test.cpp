#include "gapmap/report/class_sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/report/summary_sheet.h"

namespace gapmap::report {
namespace {

using tables::ColumnType;
using tables::OutputTable;
using tables::Value;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr tables::CostScale kScale{.is_time = false, .limit = 5'000, .bounds = {}};

/// Two municipalities, all residents and the children, in three classes.
OutputTable classes() {
  OutputTable table{"classes",
                    {{"level", ColumnType::Text},
                     {"zone_code", ColumnType::Text},
                     {"zone_name", ColumnType::Text},
                     {"group", ColumnType::Text},
                     {"class", ColumnType::Text},
                     {"to_m", ColumnType::Real, 3},
                     {"residents", ColumnType::Real, 3},
                     {"share", ColumnType::Real, 6},
                     {"cumulative_share", ColumnType::Real, 6}},
                    {},
                    {}};
  auto const add = [&](std::string const& level, Value const& code, std::string const& name,
                       std::string const& group, double near, double far) {
    auto const all = near + far;
    table.rows.push_back(
        {level, code, name, group, std::string{"to_5_km"}, 5'000.0, near, near / all, near / all});
    table.rows.push_back(
        {level, code, name, group, std::string{"over_5_km"}, Value{}, far, far / all, 1.0});
    table.rows.push_back(
        {level, code, name, group, std::string{"no_road_connection"}, Value{}, 0.0, 0.0, Value{}});
    table.rows.push_back(
        {level, code, name, group, std::string{"off_network"}, Value{}, 0.0, 0.0, Value{}});
  };
  for (auto const* group : {"all", "Y_LT15"}) {
    double const times = group == std::string{"all"} ? 10 : 1;
    add("total", {}, "Total", group, 3 * times, 5 * times);
  }
  for (auto const* group : {"all", "Y_LT15"}) {
    double const times = group == std::string{"all"} ? 10 : 1;
    add("municipality", std::string{"046"}, "Enonkoski", group, 1 * times, 1 * times);
    add("municipality", std::string{"097"}, "Hirvensalmi", group, 2 * times, 4 * times);
  }
  return table;
}

std::vector<std::string> headers_of(io::Sheet const& sheet) {
  std::vector<std::string> headers;
  for (auto const& column : sheet.columns) headers.push_back(column.header);
  return headers;
}

TEST(ClassSheets, MunicipalitiesHaveAColumnAClassAndAChart) {
  auto const sheet = class_sheets(Language::Finnish, classes(), kScale)[0];
  EXPECT_THAT(headers_of(sheet),
              ElementsAre("Kuntanumero", "Kunta", "Asukkaita", "enintään 5\u00A0km",
                          "yli 5\u00A0km", "Ei tieyhteyttä", "Tieverkon ulkopuolella"));
  ASSERT_EQ(sheet.table.rows.size(), 3U);
  EXPECT_THAT(sheet.table.rows[1],
              ElementsAre(Value{std::string{"097"}}, Value{std::string{"Hirvensalmi"}}, Value{60.0},
                          Value{20.0}, Value{40.0}, Value{0.0}, Value{0.0}));
  EXPECT_EQ(sheet.table.rows[2][1], Value{std::string{"Yhteensä"}});
  EXPECT_EQ(sheet.table.rows[2][2], Value{80.0});
  ASSERT_TRUE(sheet.chart.has_value());
  EXPECT_THAT(sheet.chart->series, ElementsAre(3, 4, 5, 6));
  EXPECT_EQ(sheet.chart->rows, 2U) << "the total is no bar";
}

TEST(ClassSheets, SharesOfGroupsGrowWithTheDistance) {
  auto const sheet = class_sheets(Language::English, classes(), kScale)[1];
  EXPECT_THAT(headers_of(sheet), ElementsAre("Class", "All residents", "under 15 years"));
  ASSERT_EQ(sheet.table.rows.size(), 1U) << "classes with a bound";
  EXPECT_THAT(sheet.table.rows[0],
              ElementsAre(Value{std::string{"up to 5\u00A0km"}}, Value{0.375}, Value{0.375}));
}

TEST(ClassSheets, EveryZoneAndGroupIsARow) {
  auto const sheet = class_sheets(Language::Swedish, classes(), kScale)[2];
  ASSERT_EQ(sheet.table.rows.size(), 6U);
  EXPECT_EQ(sheet.table.rows[0][2], Value{std::string{"Totalt"}});
  auto const& children = sheet.table.rows[5].size() > 3 ? sheet.table.rows[5][3] : Value{};
  EXPECT_EQ(children, Value{std::string{"under 15 år"}});
  EXPECT_EQ(sheet.columns.size(), 5U + 4 + 4);
}

TEST(SummarySheet, SaysTheMainFigureInASentence) {
  OutputTable const municipalities{
      "municipalities",
      {{"municipality_code", ColumnType::Text},
       {"municipality_name", ColumnType::Text},
       {"residents", ColumnType::Integer},
       {"covered", ColumnType::Integer},
       {"outside", ColumnType::Integer},
       {"unreachable", ColumnType::Integer},
       {"off_network", ColumnType::Integer},
       {"share", ColumnType::Real, 6}},
      {{Value{}, std::string{"Total"}, std::int64_t{131713}, std::int64_t{69346},
        std::int64_t{62328}, std::int64_t{0}, std::int64_t{39}, 0.5264}},
      {}};
  OutputTable gaps{"gaps",
                   {{"gap_id", ColumnType::Integer},
                    {"municipality_name", ColumnType::Text},
                    {"residents", ColumnType::Integer},
                    {"reason", ColumnType::Text}},
                   {},
                   {}};
  for (std::int64_t g = 1; g <= 12; ++g)
    gaps.rows.push_back({g, std::string{"Juva"}, 100 - g, std::string{"detour"}});
  tables::CostScale const scale{.is_time = false, .limit = 20'000, .bounds = {}};
  std::vector const tables{municipalities, gaps};
  io::RunFacts const facts{.mode = "car"};
  auto const sheet = summary_sheet(Language::Finnish, {tables, scale, facts, {}, {}});
  EXPECT_THAT(sheet.notes,
              Contains("Alueen 131\u00A0713 asukkaasta 69\u00A0346 (52,6\u00A0%) asuu enintään "
                       "20\u00A0km:n päässä lähimmästä kohtaamispaikasta."));
  EXPECT_EQ(sheet.notes[2], "Kauempana asuu 62\u00A0328 asukasta (47,3\u00A0%).");
  EXPECT_EQ(sheet.table.rows.size(), 10U) << "the largest";
  EXPECT_EQ(sheet.table.rows[0].back(), Value{std::string{"Kiertotie"}});
  tables::CostScale const minutes{.is_time = true, .limit = 1'800, .bounds = {}};
  auto const swedish = summary_sheet(Language::Swedish, {tables, minutes, facts, {}, {}});
  EXPECT_THAT(swedish.notes[1], HasSubstr("högst 30 minuter från närmaste mötesplats"));
}

/// What stands in a column is of its class alone, and its heading says so.
TEST(ClassSheets, ClassesBetweenTwoBoundsAreNamedByBoth) {
  OutputTable table{"classes",
                    {{"level", ColumnType::Text},
                     {"zone_code", ColumnType::Text},
                     {"zone_name", ColumnType::Text},
                     {"group", ColumnType::Text},
                     {"class", ColumnType::Text},
                     {"from_m", ColumnType::Real, 3},
                     {"to_m", ColumnType::Real, 3},
                     {"residents", ColumnType::Real, 3}},
                    {},
                    {}};
  auto const add = [&](char const* name, Value const& from, Value const& to) {
    table.rows.push_back({std::string{"total"}, Value{}, std::string{"Total"}, std::string{"all"},
                          std::string{name}, from, to, 1.0});
  };
  add("to_1_km", Value{}, 1'000.0);
  add("to_2.5_km", 1'000.0, 2'500.0);
  add("over_2.5_km", 2'500.0, Value{});
  EXPECT_THAT(headers_of(class_sheets(Language::Finnish, table, kScale).front()),
              ElementsAre("Kuntanumero", "Kunta", "Asukkaita", "enintään 1\u00A0km",
                          "1–2,5\u00A0km", "yli 2,5\u00A0km"));
}

}  // namespace
}  // namespace gapmap::report
