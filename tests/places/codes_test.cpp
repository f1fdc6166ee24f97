#include "gapmap/places/codes.h"

#include <gtest/gtest.h>

namespace gapmap::places {
namespace {

TEST(BareCode, LeavesOutWhatStatisticsAndListsPutAroundIt) {
  for (std::string const code : {"KU091", "ku091", "FI_091", "091 Helsinki", "Helsinki (091)",
                                 "'091", "91,0", "91.0", " 091 "})
    EXPECT_EQ(bare_code(code), "91") << code;
  EXPECT_EQ(bare_code("FI194"), "fi194") << "a region of the EU";
  EXPECT_EQ(bare_code("050 00"), "050 00");
  EXPECT_EQ(bare_code("12345 Kylä"), "12345 kylä");
  EXPECT_EQ(bare_code("Helsinki"), "helsinki");
}

TEST(BareCode, LeavesOutPaddingOnly) {
  for (std::string const code : {"020", "20", " 20 ", "20.0", "0020"})
    EXPECT_EQ(bare_code(code), "20") << code;
  EXPECT_EQ(bare_code("000"), "0");
  EXPECT_EQ(bare_code("FI1"), "fi1");
  EXPECT_EQ(bare_code("0a"), "0a") << "no number";
  EXPECT_EQ(bare_code("020.00"), "20");
  for (auto const* code : {"kU020", "Fi_020", "FI_020.0", "''020"})
    EXPECT_EQ(bare_code(code), "20") << code;
  EXPECT_EQ(bare_code("20.5"), "20.5");
  EXPECT_EQ(bare_code("X-01"), "x-01");
  EXPECT_EQ(bare_code(""), "");
}

TEST(BareCode, TakesBlanksOfEveryKindForSpaces) {
  for (std::string const code :
       {"001\u00a0", "\u2007001", "001\u202f", "\u3000001\u2009", "001\u200b", "\ufeff001",
        "001\u00a0Länsikylä", "Länsikylä\u00a0(001)"})
    EXPECT_EQ(bare_code(code), "1") << code;
}

TEST(JoinCodes, WhateverTheirPadding) {
  auto const join = join_codes({"020", "588", "740", ""}, {"20", "740.0", "999"});
  EXPECT_EQ(join.joined, (std::vector<std::string>{"20", "740"}));
  EXPECT_EQ(join.only_left, (std::vector<std::string>{"588"}));
  EXPECT_EQ(join.only_right, (std::vector<std::string>{"999"}));
}

}  // namespace
}  // namespace gapmap::places
