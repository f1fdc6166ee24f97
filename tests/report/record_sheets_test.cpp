#include "gapmap/report/record_sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gapmap::report {
namespace {

using tables::Value;
using ::testing::ElementsAre;

std::vector<Value> texts(std::vector<std::string> const& words) {
  return {words.begin(), words.end()};
}

TEST(RemarksSheet, CountsThem) {
  io::ImportReport report{.input = "places"};
  report.count("no coordinates", "17");
  report.count("no coordinates", "18");
  auto const sheet = remarks_sheet(Language::Finnish, std::vector{report});
  ASSERT_EQ(sheet.table.rows.size(), 1U);
  EXPECT_EQ(sheet.table.rows[0],
            texts({"Kohtaamispaikat", "koordinaatit puuttuvat", "2", "jätetty pois", "17, 18"}));
}

TEST(AboutSheet, TellsOptionsInWordsAndHowToRepeatThem) {
  std::vector<std::pair<std::string, std::string>> const options{
      {"limit", "20 km"}, {"ferries", "use"}, {"accounts", "true"}, {"output", "out"}};
  auto const sheet = about_sheet(Language::Finnish, {options, {}, {}, "1"});
  ASSERT_EQ(sheet.table.rows.size(), 4U);
  EXPECT_EQ(sheet.table.rows[1], texts({"Pisin hyväksyttävä matka tai aika", "20 km", "--limit"}));
  EXPECT_EQ(sheet.table.rows[2], texts({"Lautat", "mukana", "--ferries use"}));
  EXPECT_EQ(sheet.table.rows[3], texts({"Laskentatavat rinnakkain", "kyllä", "--accounts"}));
}

TEST(AboutSheet, NamesWhatWasReadWithItsChecksum) {
  io::ImportReport report{.input = "places"};
  report.files.push_back({.path = "data/paikat.csv", .bytes = 1234, .sha256 = "ab"});
  std::vector const reports{report};
  auto const sheet = about_sheet(Language::Finnish, {{}, {}, reports, "1"});
  EXPECT_EQ(sheet.table.rows[1],
            texts({"Kohtaamispaikat: tiedosto paikat.csv", "1\u00a0234 tavua; SHA-256 ab", ""}));
}

TEST(ColumnsSheet, TellsWhatEachHolds) {
  tables::OutputTable const table{
      "gaps", {{"distance_mean_m", tables::ColumnType::Real, 3}}, {}, {}};
  auto const sheet = columns_sheet(Language::English, std::vector{table});
  EXPECT_EQ(sheet.table.rows[0],
            texts({"Gaps", "Mean distance (km)",
                   "Mean over residents, not cells; of those with a road connection",
                   "distance_mean_m"}));
}

TEST(InputNames, OfZonesNameTheirLevel) {
  EXPECT_EQ(input_name(Language::Swedish, "roads"), "Vägar");
  EXPECT_EQ(input_name(Language::Finnish, "zones maakunta"), "Alueet: Maakunta");
  EXPECT_EQ(input_name(Language::Finnish, "zones kylät"), "Alueet: kylät");
}

}  // namespace
}  // namespace gapmap::report
