#include "gapmap/places/codes.h"

#include <gtest/gtest.h>

namespace gapmap::places {
namespace {

TEST(BareCode, LeavesOutPaddingOnly) {
  for (std::string const code : {"020", "20", " 20 ", "20.0", "0020"})
    EXPECT_EQ(bare_code(code), "20") << code;
  EXPECT_EQ(bare_code("000"), "0");
  EXPECT_EQ(bare_code("FI1"), "fi1");
  EXPECT_EQ(bare_code("0a"), "0a") << "no number";
  EXPECT_EQ(bare_code("020.00"), "20");
  EXPECT_EQ(bare_code("20.5"), "20.5");
  EXPECT_EQ(bare_code("X-01"), "x-01");
  EXPECT_EQ(bare_code(""), "");
}

TEST(JoinCodes, WhateverTheirPadding) {
  auto const join = join_codes({"020", "588", "740", ""}, {"20", "740.0", "999"});
  EXPECT_EQ(join.joined, (std::vector<std::string>{"20", "740"}));
  EXPECT_EQ(join.only_left, (std::vector<std::string>{"588"}));
  EXPECT_EQ(join.only_right, (std::vector<std::string>{"999"}));
}

}  // namespace
}  // namespace gapmap::places
