#include "gapmap/report/numbers.h"

#include <gtest/gtest.h>

namespace gapmap::report {
namespace {

constexpr auto kFinnish = Language::Finnish;
constexpr auto kEnglish = Language::English;

TEST(Numbers, HaveTheMarksOfTheirLanguage) {
  EXPECT_EQ(number(kFinnish, 131713), "131\u00A0713");
  EXPECT_EQ(number(Language::Swedish, 1234567.25, 2), "1\u00A0234\u00A0567,25");
  EXPECT_EQ(number(kEnglish, 131713.46, 1), "131,713.5");
  EXPECT_EQ(number(kFinnish, 999), "999");
  EXPECT_EQ(number(kFinnish, 0.5, 1), "0,5");
  EXPECT_EQ(number(kEnglish, 1000), "1,000");
}

TEST(Numbers, HaveAMinusSignUnlessTheyRoundToZero) {
  EXPECT_EQ(number(kFinnish, -1234.5, 1), "\u22121\u00A0234,5");
  EXPECT_EQ(number(kFinnish, -0.04, 1), "0,0");
}

TEST(Numbers, SharesArePercents) {
  EXPECT_EQ(percent(kFinnish, 0.5264), "52,6\u00A0%");
  EXPECT_EQ(percent(kEnglish, 1), "100.0%");
}

TEST(Numbers, QuantitiesOfOptionsHaveTheMarkOfTheLanguage) {
  EXPECT_EQ(quantity_as_written(Language::Swedish, "7.5 km"), "7,5 km");
  EXPECT_EQ(quantity_as_written(Language::Finnish, "1.5"), "1,5");
  EXPECT_EQ(quantity_as_written(Language::English, "7.5 km"), "7.5 km");
  for (auto const* other :
       {"20 km", "1.2.2023", "areas.gpkg", "1.gpkg", "7.", ".5", "", "5.5 km; 2"})
    EXPECT_EQ(quantity_as_written(Language::Swedish, other), other);
}

TEST(Numbers, DatesAreWrittenAsTheirLanguageDoes) {
  EXPECT_EQ(date(kFinnish, "2026-11-02"), "2.11.2026");
  EXPECT_EQ(date(Language::Swedish, "2026-11-22"), "22.11.2026");
  EXPECT_EQ(date(kEnglish, "2026-01-05"), "5 January 2026");
  EXPECT_EQ(date(kEnglish, "2026-13-05"), "2026-13-05");
  EXPECT_EQ(date(kEnglish, "yesterday"), "yesterday");
}

}  // namespace
}  // namespace gapmap::report
