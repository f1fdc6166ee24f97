#include "gapmap/units/blanks.h"

#include <gtest/gtest.h>

namespace gapmap {
namespace {

TEST(Blanks, AreOfManyKinds) {
  for (std::string const blank :
       {" ", "\t", "\n", "\r", "\u00a0", "\u2000", "\u2006", "\u2007", "\u2009", "\u200a", "\u200b",
        "\u202f", "\u205f", "\u2060", "\u3000", "\ufeff"}) {
    EXPECT_TRUE(is_blank(blank)) << blank.size();
    EXPECT_TRUE(is_blank(blank + blank));
    EXPECT_EQ(without_blanks_around(blank + "a" + blank + "b" + blank), "a" + blank + "b");
    EXPECT_FALSE(is_blank(blank + "a"));
  }
  EXPECT_TRUE(is_blank(""));
}

TEST(Blanks, OfTheTextItselfStayBesideLetters) {
  for (std::string const mark : {"\u200c", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029"}) {
    EXPECT_EQ(without_blanks_around(" " + mark + "a" + mark + "\u00a0"), mark + "a" + mark);
    EXPECT_TRUE(is_blank(mark));
    EXPECT_EQ(without_blanks_around(mark + " " + mark), "");
  }
}

TEST(Blanks, AreNoLettersAndNoBrokenBytes) {
  for (std::string const text :
       {"ä", "\u2010", "\u20ac", "\xa0", "\xc2", "\xe2\x80", "\u00ad", "\x01"})
    EXPECT_EQ(without_blanks_around(text), text);
}

TEST(Blanks, BecomePlainOnes) {
  EXPECT_EQ(with_plain_spaces("1\u2007110\u200b"), "1 110");
  EXPECT_EQ(with_plain_spaces("a\nb"), "a\nb") << "two lines are two words";
  EXPECT_EQ(in_one_line(" Paikan\r\n\u00a0nimi\u200b "), "Paikan nimi");
  EXPECT_EQ(in_one_line("\u00a0"), "");
}

}  // namespace
}  // namespace gapmap
