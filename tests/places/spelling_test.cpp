#include "gapmap/places/spelling.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace gapmap::places {
namespace {

TEST(Spelling, IsTheSameHoweverListsWriteIt) {
  std::pair<char const*, char const*> const cases[]{
      {"MIKKELI", "mikkeli"},
      {"  Hännilä ", "hännilä"},
      {"HÄNNILÄ", "hännilä"},
      {"HÃ¤nnilÃ¤", "hännilä"},  // UTF-8 read as Windows-1252
      {"MÃ„NTYHARJU", "mäntyharju"},
      {"VÃ–YRI", "vöyri"},
      {"Ã…land", "åland"},
      {"Halla-aho", "halla aho"},
      {"Halla – aho", "halla aho"},
      {"Halla   aho", "halla aho"},
      {"St. Karins", "st karins"},
      {"Élysée", "élysée"},
      {"Šiauliai", "šiauliai"},
      {"Ã", "ã"},  // a letter by itself
      {"", ""},
      {" - ", ""},
  };
  for (auto const& [written, plain] : cases) EXPECT_EQ(plain_spelling(written), plain) << written;
}

TEST(Spelling, InAsciiHasLettersForThoseWithMarks) {
  EXPECT_EQ(ascii_spelling("hännilä"), "hannila");
  EXPECT_EQ(ascii_spelling("åbo öland"), "abo oland");
  EXPECT_EQ(ascii_spelling("élysée šž ø ü"), "elysee sz o u");
  EXPECT_EQ(ascii_spelling("ðþ"), "ðþ") << "no letter of ASCII stands for them";
}

TEST(Spelling, LostLettersAreThoseAsciiDoesNotHave) {
  EXPECT_TRUE(has_lost_letters("h?nnil?"));
  EXPECT_TRUE(has_lost_letters("h\xEF\xBF\xBDnnil\xEF\xBF\xBD"));
  EXPECT_FALSE(has_lost_letters("hännilä"));
  EXPECT_TRUE(may_be("h?nnil?", "hännilä"));
  EXPECT_FALSE(may_be("h?nnil?", "hannila")) << "a is not lost by any encoding";
  EXPECT_FALSE(may_be("h?nnil?", "hännilän"));
  EXPECT_FALSE(may_be("h?nnil", "hännilä"));
}

TEST(Spelling, SurvivesAnyBytes) {
  Random random{29};
  std::size_t letters = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (auto n = random.whole(0, 11); n > 0; --n) bytes += static_cast<char>(random.whole(0, 255));
    auto const plain = plain_spelling(bytes);
    EXPECT_EQ(ascii_spelling(ascii_spelling(plain)), ascii_spelling(plain));
    static_cast<void>(has_lost_letters(plain));
    static_cast<void>(may_be(plain, bytes));
    letters += plain.size();
  }
  EXPECT_GT(letters, 10'000U);
}

}  // namespace
}  // namespace gapmap::places
