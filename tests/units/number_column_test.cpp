#include "gapmap/units/number_column.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/random.h"

namespace gapmap {
namespace {

using Of = NumberColumn::Of;

NumberColumn column_of(std::vector<std::string> const& texts) {
  NumberColumn column;
  for (auto const& text : texts) column.add(text);
  return column;
}

/// The texts as the column they stand in says, or "doubt".
std::string read(std::vector<std::string> const& texts, Of kind) {
  auto const column = column_of(texts);
  if (kind == Of::Counts && column.doubt()) return "doubt";
  std::string read;
  for (auto const& text : texts) {
    auto const number = parse_number(text, column.style(kind));
    if (!read.empty()) read += " ";
    read += number ? std::to_string(*number).substr(0, std::to_string(*number).find('.') + 4) : "-";
  }
  return read;
}

TEST(NumberColumn, AMarkIsReadAsTheWholeColumnSays) {
  EXPECT_EQ(read({"370", "1.110"}, Of::Counts), "370.000 1110.000");
  EXPECT_EQ(read({"370", "1,110"}, Of::Counts), "370.000 1110.000");
  EXPECT_EQ(read({"1.110", "1.5"}, Of::Counts), "1.110 1.500");
  EXPECT_EQ(read({"1.110", "0.125"}, Of::Counts), "1.110 0.125");
  EXPECT_EQ(read({"1.110", "2,5"}, Of::Counts), "1110.000 2.500");
  EXPECT_EQ(read({"1.110", "1.234.567"}, Of::Counts), "1110.000 1234567.000");
  EXPECT_EQ(read({"1.110,25", "1.234"}, Of::Counts), "1110.250 1234.000");
  EXPECT_EQ(read({"1,234", "1e+05"}, Of::Counts), "1234.000 100000.000");
  EXPECT_EQ(read({"1 110,5", "370"}, Of::Counts), "1110.500 370.000");
  EXPECT_EQ(read({"1'110", "1’110"}, Of::Counts), "1110.000 1110.000");
}

TEST(NumberColumn, WhatNothingTellsIsInDoubt) {
  EXPECT_EQ(read({"1.110"}, Of::Counts), "doubt");
  EXPECT_EQ(read({"1.110", "0"}, Of::Counts), "doubt") << "0 goes with both";
  EXPECT_EQ(read({"1.110", "2,340"}, Of::Counts), "doubt");
  EXPECT_EQ(read({"1.110", "5000", "370"}, Of::Counts), "doubt");
  EXPECT_EQ(read({"1.110", "1.5", "1.234.567"}, Of::Counts), "doubt") << "the column does both";
  auto const doubt = column_of({"1.110"}).doubt();
  ASSERT_TRUE(doubt);
  EXPECT_EQ(doubt->text, "1.110");
  EXPECT_EQ(doubt->with_thousands, 1110);
  EXPECT_EQ(doubt->with_decimals, 1.11);
}

TEST(NumberColumn, MeasuresHaveDecimalsUnlessTheyCannot) {
  EXPECT_EQ(read({"27.015", "62.235"}, Of::Measures), "27.015 62.235");
  EXPECT_EQ(read({"27.015", "27"}, Of::Measures), "27.015 27.000");
  EXPECT_EQ(read({"512.500", "6.840.500"}, Of::Measures), "512500.000 6840500.000");
  EXPECT_EQ(read({"512500.125", "6840500,5"}, Of::Measures), "512500.125 6840500.500");
}

TEST(NumberColumn, NumbersOfProgramsTellNothingOfMarks) {
  NumberColumn column;
  column.add_number("12.345");
  column.add_number("370");
  EXPECT_EQ(column.style(Of::Counts), NumberStyle{});
  EXPECT_FALSE(column.doubt());
}

TEST(ParseNumberInStyle, RefusesWhatIsNone) {
  for (std::string const text :
       {"", ".", "1.2.3,4,5", "1e", "e5", "1e99999", "1.11.0", "1 11", "12a"})
    EXPECT_FALSE(parse_number(text, NumberStyle{})) << text;
}

TEST(ParseNumberInStyle, KnowsWhichPowersLostDigits) {
  EXPECT_TRUE(has_lost_digits("6,84E+06"));
  EXPECT_TRUE(has_lost_digits("7E+06"));
  EXPECT_FALSE(has_lost_digits("5e+05"));
  EXPECT_FALSE(has_lost_digits("6.840500e+06"));
  EXPECT_FALSE(has_lost_digits("6840500.5"));
}

TEST(NumberColumn, SurvivesAnyText) {
  Random random{4711};
  std::string const alphabet = "0123456789.,'eE+- \xC2\xA0x";
  std::size_t numbers = 0;
  for (int round = 0; round < 20000; ++round) {
    NumberColumn column;
    std::string text;
    for (auto n = random.whole(0, 12); n > 0; --n)
      text += alphabet[random.whole(0, static_cast<std::uint32_t>(alphabet.size() - 1))];
    column.add(text);
    auto const number = parse_number(text, column.style(Of::Counts));
    if (number) ++numbers;
    EXPECT_TRUE(!number || std::isfinite(*number)) << text;
  }
  EXPECT_GT(numbers, 100U);
}

}  // namespace
}  // namespace gapmap
