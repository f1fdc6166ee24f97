#include "gapmap/io/detail/sheet_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace gapmap::io {
namespace {

using ::testing::ElementsAre;

TEST(PagesAcross, WhatCanBeReadOnOnePageStaysOnIt) {
  EXPECT_THAT(pages_across({10, 20, 30}, 1), ElementsAre(0));
  EXPECT_THAT(pages_across(std::vector<double>(21, 10), 1), ElementsAre(0)) << "210 of 215";
}

TEST(PagesAcross, OthersAreFilledFromTheLeftAndNameTheirRows) {
  // 20 for the name of the row leave 195 for 19 columns of 10.
  EXPECT_THAT(pages_across(std::vector<double>(60, 10), 2), ElementsAre(0, 21, 40, 59));
}

TEST(PagesAcross, EveryColumnIsOnOnePageAndNoPageIsEmpty) {
  for (double const wide : {8.0, 25.0, 50.0}) {
    for (std::size_t naming = 1; naming < 4; ++naming) {
      std::vector<double> const widths(97, wide);
      auto pages = pages_across(widths, naming);
      EXPECT_GT(pages.size(), 1U);
      pages.push_back(widths.size());
      for (std::size_t p = 1; p < pages.size(); ++p) {
        auto const first = p == 1 ? naming : pages[p - 1];
        EXPECT_GT(pages[p], first);
        auto const columns = static_cast<double>(naming + pages[p] - first);
        EXPECT_LE(columns * wide, 216) << "page " << p << " of " << wide;
      }
    }
  }
}

TEST(NamingColumns, AreTheTextBeforeTheFirstNumber) {
  using enum tables::ColumnType;
  Sheet sheet;
  sheet.table.columns = {{"a", Text}, {"b", Text}, {"c", Integer}, {"d", Text}};
  EXPECT_EQ(naming_columns(sheet, {10, 10, 10, 10}), 2U);
  EXPECT_EQ(naming_columns(sheet, {50, 50, 10, 10}), 1U) << "a third of the page at most";
  sheet.table.columns = {{"c", Integer}, {"d", Text}};
  EXPECT_EQ(naming_columns(sheet, {10, 10}), 1U);
}

}  // namespace
}  // namespace gapmap::io
