#include "gapmap/report/workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

using io::NumberFormat;
using tables::ColumnType;
using tables::OutputTable;
using tables::Value;
using ::testing::ElementsAre;

OutputTable municipalities() {
  return {"municipalities",
          {{"municipality_code", ColumnType::Text},
           {"municipality_name", ColumnType::Text},
           {"residents", ColumnType::Integer},
           {"share", ColumnType::Real, 6},
           {"distance_mean_m", ColumnType::Real, 3},
           {"muistikahvila_covered", ColumnType::Integer}},
          {{std::string{"046"}, std::string{"Enonkoski"}, std::int64_t{1367}, 0.0, 32900.0,
            std::int64_t{0}},
           {Value{}, std::string{"Outside all areas"}, std::int64_t{1}, Value{}, Value{}, Value{}},
           {Value{}, std::string{"Total"}, std::int64_t{1368}, 0.0, 32900.0, std::int64_t{0}}},
          {},
          {}};
}

TEST(Sheets, SpeakTheLanguageOfTheirReaders) {
  auto const sheet = sheet_of(Language::Finnish, municipalities());
  EXPECT_EQ(sheet.title, "Kunnat");
  std::vector<std::string> headers;
  for (auto const& column : sheet.columns) headers.push_back(column.header);
  EXPECT_THAT(headers, ElementsAre("Kuntanumero", "Kunta", "Asukkaita", "Osuus",
                                   "Matka keskimäärin (km)", "muistikahvila_covered"));
  EXPECT_EQ(sheet.table.rows[2][1], Value{std::string{"Yhteensä"}});
  EXPECT_EQ(sheet.total_rows, 2U);
}

TEST(Sheets, FormatsFollowFromWhatColumnsAreCalled) {
  auto const sheet = sheet_of(Language::English, municipalities());
  std::vector<NumberFormat> formats;
  for (auto const& column : sheet.columns) formats.push_back(column.format);
  using enum NumberFormat;
  EXPECT_THAT(formats, ElementsAre(Plain, Plain, Whole, Percent, Kilometers, Whole));
}

TEST(Sheets, WordsAreTranslatedAndNamesAreNot) {
  OutputTable const table{"cells",
                          {{"status", ColumnType::Text}, {"nearest_place_name", ColumnType::Text}},
                          {{std::string{"too_far"}, std::string{"Total"}}},
                          {},
                          {}};
  auto const sheet = sheet_of(Language::Swedish, table);
  EXPECT_EQ(sheet.table.rows[0][0], Value{std::string{"För långt bort"}});
  EXPECT_EQ(sheet.table.rows[0][1], Value{std::string{"Total"}}) << "a place of that name";
}

TEST(Sheets, OfMoreRowsThanAnybodyReadsTheFirstAndTheTotalsAreLeftAndItIsSaid) {
  auto table = municipalities();
  auto const row = table.rows.front();
  table.rows.insert(table.rows.begin(), kMostSheetRows + 100'000, row);
  auto const sheet = workbook_sheet(Language::English, table);
  ASSERT_EQ(sheet.table.rows.size(), kMostSheetRows);
  EXPECT_EQ(sheet.table.rows.back()[1], Value{std::string{"Total"}});
  EXPECT_EQ(sheet.table.rows[kMostSheetRows - 3][1], Value{std::string{"Enonkoski"}});
  EXPECT_THAT(sheet.notes,
              ElementsAre("The sheet has 100,000 of 200,003 rows; all are in municipalities.csv."));
  EXPECT_TRUE(workbook_sheet(Language::English, municipalities()).notes.empty());
}

}  // namespace
}  // namespace gapmap::report
