#include "gapmap/units/parse_quantity.h"

#include <fmt/format.h>

#include <sstream>

#include "gapmap/units/error.h"
#include "tests/support/random.h"

namespace gapmap {
namespace {

/// "text -> expected", one a line; ␣ stands for a no-break space, · for a narrow one, ˙ for a thin
/// one.
struct Row {
  std::string text;
  std::string expected;
};
std::vector<Row> rows_of(std::string const& table) {
  std::vector<Row> rows;
  std::istringstream lines{table};
  for (std::string line; std::getline(lines, line);) {
    auto const arrow = line.find("->");
    if (arrow == std::string::npos) continue;
    auto text = line.substr(line.find('[') + 1);
    text = text.substr(0, text.find(']'));
    for (auto const& [sign, space] : {std::pair<std::string, std::string>{"␣", "\u00a0"},
                                      std::pair<std::string, std::string>{"·", "\u202f"},
                                      std::pair<std::string, std::string>{"˙", "\u2009"}}) {
      for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign)) {
        text.replace(at, sign.size(), space);
      }
    }
    rows.push_back({text, line.substr(arrow + 3)});
  }
  return rows;
}

TEST(ParseNumber, ReadsNumbersAsPeopleWriteThem) {
  auto const rows = rows_of(R"(
      [0]              -> 0
      [20]             -> 20
      [-1]             -> -1
      [+3]             -> 3
      [−7]             -> -7
      [2.5]            -> 2.5
      [2,5]            -> 2.5
      [6840925,0]      -> 6840925
      [  12  ]         -> 12
      [␣12␣]           -> 12
      [6 840 925.0]    -> 6840925
      [6␣840␣925,25]   -> 6840925.25
      [6·840·925]      -> 6840925
      [6˙840]          -> 6840
      [-1 000]         -> -1000
      [100 000,5]      -> 100000.5
      [.5]             -> 0.5
      [007]            -> 7
  )");
  ASSERT_EQ(rows.size(), 18U);
  for (auto const& row : rows) {
    auto const number = parse_number(row.text);
    EXPECT_EQ(number ? fmt::format("{}", *number) : "nothing", row.expected)
        << '"' << row.text << '"';
  }
}

TEST(ParseNumber, ReadsNothingElse) {
  auto const rows = rows_of(R"(
      []                  -> empty
      [ ]                 -> blank
      [,]                 -> a mark alone
      [-]                 -> a sign alone
      [--1]               -> two signs
      [+-1]               -> two signs
      [-+1]               -> two signs
      [- 1]               -> a space after the sign
      [abc]               -> no digits
      [12a]               -> something after
      [a12]               -> something before
      [1,2,3]             -> two commas
      [1.2.3]             -> two points
      [1.000,5]           -> both marks
      [1,000.5]           -> both marks
      [12 34]             -> a group of two
      [1 0000]            -> a group of four
      [1  000]            -> two spaces
      [1234 567]          -> a first group of four
      [1 000,5 000]       -> a space after the mark
      [1 000 000 000,1 000] -> a space after the mark, shifted by groups before it
      [1, 000]            -> a space after the mark
      [inf]               -> not finite
      [-inf]              -> not finite
      [nan]               -> not a number
      [infinity]          -> not finite
      [6,84E+06]          -> rounded away by a spreadsheet
      [1e3]               -> an exponent
      [.]                 -> a mark alone
      [0x10]              -> hexadecimal
  )");
  ASSERT_EQ(rows.size(), 30U);
  for (auto const& row : rows) {
    EXPECT_EQ(parse_number(row.text), std::nullopt) << '"' << row.text << "\": " << row.expected;
  }
}

TEST(ParseNumber, TextAsLongAsAFileIsNone) {
  EXPECT_EQ(parse_number(std::string(1001, '1')), std::nullopt);
  EXPECT_EQ(parse_number(std::string(50'000'000, 'a')), std::nullopt);
}

TEST(ParseNumber, WhatIsWrittenIsReadBack) {
  Random random{11};
  for (int i = 0; i < 2000; ++i) {
    double const value = random.chance(0.5) ? random.real(-1e7, 1e7) : random.real(-1, 1);
    auto text = fmt::format("{:.9f}", value);
    if (random.chance(0.5)) text.replace(text.find('.'), 1, ",");
    auto const number = parse_number(text);
    ASSERT_TRUE(number) << text;
    ASSERT_NEAR(*number, value, 1e-9);
  }
}

TEST(ParseNumber, GarbageNeitherThrowsNorGivesWhatIsNotFinite) {
  Random random{12};
  std::string const alphabet = "0123456789 .,+-eE\xc2\xa0\xe2\x80\x89infax\t";
  int numbers = 0;
  for (int i = 0; i < 50'000; ++i) {
    std::string text;
    auto const size = random.whole(0, 8);
    for (std::uint32_t c = 0; c < size; ++c) {
      text += alphabet[random.whole(0, static_cast<std::uint32_t>(alphabet.size() - 1))];
    }
    auto const number = parse_number(text);
    if (!number) continue;
    ++numbers;
    ASSERT_TRUE(std::isfinite(*number)) << '"' << text << '"';
  }
  EXPECT_GT(numbers, 1000);
}

TEST(ParseLength, ReadsMetersAndKilometers) {
  auto const rows = rows_of(R"(
      [20 km]      -> 20000
      [20km]       -> 20000
      [2,5 km]     -> 2500
      [2.5 km]     -> 2500
      [500 m]      -> 500
      [0 m]        -> 0
      [1 500 m]    -> 1500
      [1␣500␣m]    -> 1500
      [ 3 km ]     -> 3000
  )");
  ASSERT_EQ(rows.size(), 9U);
  for (auto const& row : rows) {
    EXPECT_EQ(fmt::format("{}", parse_length(row.text, "limit").value()), row.expected) << row.text;
  }
}

std::string complaint(std::string_view text) {
  try {
    (void)parse_length(text, "limit");
  } catch (UsageError const& error) {
    return error.what();
  }
  return "none";
}

TEST(ParseLength, BareNumberIsAUsageError) {
  EXPECT_EQ(
      complaint("20"),
      "`limit`: \"20\" has no unit; write a number and a unit, such as \"20 km\" or \"500 m\"");
  EXPECT_EQ(
      complaint("2,5 "),
      "`limit`: \"2,5 \" has no unit; write a number and a unit, such as \"20 km\" or \"500 m\"");
}

TEST(ParseLength, NegativeIsAUsageError) {
  EXPECT_THAT(complaint("-5 km"), testing::StartsWith("`limit`: \"-5 km\" is negative; "));
}

TEST(ParseLength, EverythingElseIsAUsageErrorThatNamesTheText) {
  for (std::string const text : {"km", "m", "20 min", "20 KM", "twenty km", "20 5 km", "5 m/s",
                                 "inf km", "nan m", "1,2,3 km", "5 k m", "20 %"}) {
    EXPECT_THAT(complaint(text), testing::StartsWith("`limit`: \"" + text + "\" is not a length; "))
        << text;
  }
  EXPECT_NE(complaint(""), "none");
}

TEST(ParseTime, ReadsSecondsMinutesAndHours) {
  auto const rows = rows_of(R"(
      [30 min]     -> 1800
      [30min]      -> 1800
      [1,5 h]      -> 5400
      [1.5 h]      -> 5400
      [90 s]       -> 90
      [0 min]      -> 0
      [1 500 s]    -> 1500
      [1␣500␣s]    -> 1500
      [ 2 h ]      -> 7200
      [15˙min␣]    -> 900
  )");
  ASSERT_EQ(rows.size(), 10U);
  for (auto const& row : rows) {
    EXPECT_EQ(fmt::format("{}", parse_time(row.text, "limit").value()), row.expected) << row.text;
  }
}

template <class Parse>
std::string complaint_of(Parse const& parse, std::string_view text) {
  try {
    (void)parse(text, "ferry-wait");
  } catch (UsageError const& error) {
    return error.what();
  }
  return "none";
}

TEST(ParseTime, EverythingElseIsAUsageErrorThatNamesTheText) {
  EXPECT_EQ(complaint_of(parse_time, "30"),
            "`ferry-wait`: \"30\" has no unit; write a number and a unit, such as \"30 min\" or "
            "\"1,5 h\"");
  EXPECT_THAT(complaint_of(parse_time, "-5 min"),
              testing::StartsWith("`ferry-wait`: \"-5 min\" is negative; "));
  for (std::string const text : {"min", "20 km", "20 m", "20 MIN", "1 h 30 min", "1:30 h", "half h",
                                 "5 mins", "inf h", "2 d"}) {
    EXPECT_THAT(complaint_of(parse_time, text),
                testing::StartsWith("`ferry-wait`: \"" + text + "\" is not a time; "))
        << text;
  }
  EXPECT_NE(complaint_of(parse_time, ""), "none");
}

TEST(ParseLimit, TheUnitTellsWhatIsMinimised) {
  auto const rows = rows_of(R"(
      [20 km]      -> 20000 m
      [500 m]      -> 500 m
      [2,5␣km]     -> 2500 m
      [20 km␣]     -> 20000 m
      [ 3m ]       -> 3 m
      [30 min]     -> 1800 s
      [30min␣]     -> 1800 s
      [1,5 h]      -> 5400 s
      [0.1 s]      -> 0.1 s
  )");
  ASSERT_EQ(rows.size(), 9U);
  for (auto const& row : rows) {
    auto const limit = parse_limit(row.text, "limit");
    auto const* const length = std::get_if<Meters>(&limit);
    auto const found = length != nullptr ? fmt::format("{} m", length->value())
                                         : fmt::format("{} s", std::get<Seconds>(limit).value());
    EXPECT_EQ(found, row.expected) << row.text;
  }
}

TEST(ParseLimit, EverythingElseIsAUsageErrorThatProposesBoth) {
  EXPECT_EQ(complaint_of(parse_limit, "20"),
            "`ferry-wait`: \"20\" has no unit; write a number and a unit, such as \"20 km\" or "
            "\"30 min\"");
  EXPECT_THAT(complaint_of(parse_limit, "-20 km"), testing::HasSubstr("\"-20 km\" is negative; "));
  for (std::string const text : {"0 km", "0 min", "0,0 h"}) {
    EXPECT_THAT(complaint_of(parse_limit, text),
                testing::HasSubstr("nobody gets anywhere within \"" + text + "\"; "));
  }
  for (std::string const text : {"20 mi", "20 metrim", "m", "1 h 30 min", "20 %"}) {
    EXPECT_THAT(complaint_of(parse_limit, text),
                testing::HasSubstr("\"" + text + "\" is not a length or time; "))
        << text;
  }
}

}  // namespace
}  // namespace gapmap
