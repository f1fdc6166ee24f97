// CSV: no text is a formula, and every text comes back to the last character.

#include "gapmap/io/csv.h"

#include <array>
#include <set>

#include "tests/io/reading.h"
#include "tests/support/random.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

class Csv : public Reading {
 protected:
  /// Every row of a file with this text.
  [[nodiscard]] std::vector<std::vector<std::string>> rows(std::string const& text) const {
    CsvRows csv{file("t.csv", text)};
    std::vector<std::vector<std::string>> all;
    for (std::vector<std::string> fields; csv.next(fields);) all.push_back(fields);
    return all;
  }
};

TEST(CsvField, WhatBeginsLikeTheMarkOfAFileIsQuoted) {
  EXPECT_EQ(csv_field("\xEF\xBB\xBFnimi"), "\"\xEF\xBB\xBFnimi\"");
}

TEST(CsvField, NoTextIsAFormulaAndNumbersStayNumbers) {
  EXPECT_EQ(csv_field("=1+1"), "'=1+1");
  EXPECT_EQ(csv_field("+SUM(A1)"), "'+SUM(A1)");
  EXPECT_EQ(csv_field("-2+cmd|' /C calc'!A0"), "'-2+cmd|' /C calc'!A0");
  EXPECT_EQ(csv_field("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_field("\t=1+1"), "'\t=1+1");
  EXPECT_EQ(csv_field("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(csv_field("=HYPERLINK(\"a\",\"b\")"), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
  EXPECT_EQ(csv_field("-"), "'-");
  EXPECT_EQ(csv_field("-1,5"), "\"-1,5\"");
  for (auto const* text : {"-1", "+2.5", "-1234.5", "", "046", "a=b", "'quoted'"})
    EXPECT_EQ(csv_field(text), text);
}

TEST(CsvField, ApostrophesBeforeAFormulaAreOneMore) {
  EXPECT_EQ(csv_field("'=1+1"), "''=1+1");
  EXPECT_EQ(csv_field("''@x"), "'''@x");
  for (auto const* text : {"'", "''", "'-1", "'s-Gravenhage", "''5"})
    EXPECT_EQ(csv_field(text), text);
}

TEST_F(Csv, RandomTextsComeBackAndNoTwoAreTheSameField) {
  Random random{20'260'101};
  constexpr std::array kSigns{"'",  "'", "=", "=", "+", "-", "@", "\t", "\r", "\n",
                              "\"", ",", ";", " ", "a", "1", "7", ".",  "ä"};
  std::set<std::string> texts;
  std::set<std::string> fields;
  std::string all;
  std::vector<std::vector<std::string>> expected;
  for (int row = 0; row < 3000; ++row) {
    expected.emplace_back();
    for (int c = 0; c < 3; ++c) {
      std::string text;
      for (auto length = random.whole(0, 7); length > 0; --length)
        text += kSigns[random.whole(0, kSigns.size() - 1)];
      texts.insert(text);
      fields.insert(csv_field(text));
      all += csv_field(text) + (c < 2 ? "," : "\n");
      expected.back().push_back(text);
    }
  }
  EXPECT_EQ(texts.size(), fields.size());
  EXPECT_GT(texts.size(), 5000U);
  EXPECT_EQ(rows(all), expected);
}

TEST_F(Csv, LinesEndAsEditorsEndThem) {
  std::vector<std::vector<std::string>> const expected{{"a", "b"}, {"1", ""}, {"x\r\ny", "2"}};
  EXPECT_EQ(rows("a,b\n1,\n\"x\r\ny\",2\n"), expected);
  EXPECT_EQ(rows("\xEF\xBB\xBF"
                 "a,b\r\n1,\r\n\"x\r\ny\",\"2\"\r\n"),
            expected);
  EXPECT_EQ(rows("a,b\n1,\n\"x\r\ny\",2"), expected) << "no line end at the end";
  EXPECT_EQ(rows("a\n\n"), (std::vector<std::vector<std::string>>{{"a"}, {""}}));
  EXPECT_TRUE(rows("").empty());
}

TEST_F(Csv, ABrokenQuoteIsToldWithItsLine) {
  auto const said = message_of<InputError>([&] { (void)rows("a,b\n\"x\ny\",1\n\"z,2\n"); });
  EXPECT_THAT(said, HasSubstr("t.csv"));
  EXPECT_THAT(said, HasSubstr("line 4"));
  EXPECT_THAT(said, HasSubstr("a quote is not closed"));
  EXPECT_THAT(message_of<InputError>([&] { (void)rows("\"a\"b,1\n"); }),
              HasSubstr("something follows a closing quote"));
  EXPECT_THAT(message_of<InputError>([&] { (void)rows("a\n\xE4\n"); }),
              HasSubstr("t.csv: is not in UTF-8; save it as CSV UTF-8"));
  EXPECT_THROW(CsvRows{path("nosuch.csv")}, InputError);
}

}  // namespace
}  // namespace gapmap::io
