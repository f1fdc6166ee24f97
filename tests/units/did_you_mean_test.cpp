#include "gapmap/units/did_you_mean.h"

#include <gtest/gtest.h>

namespace gapmap {
namespace {

TEST(DidYouMean, MisspeltWordsAreFound) {
  EXPECT_EQ(did_you_mean("covrage", {"compare", "coverage"}), "coverage");
  EXPECT_EQ(did_you_mean("TITEL", {"trip", "title"}), "title") << "swapped letters are one slip";
  EXPECT_EQ(did_you_mean("Hämenlinna", {"Hameenkyrö", "Hämeenlinna"}), "Hämeenlinna");
  EXPECT_EQ(did_you_mean("Åbö", {"Åbo", "Ålö"}), "Åbo") << "the first of equals";
}

TEST(DidYouMean, NothingAbsurdIsProposed) {
  EXPECT_EQ(did_you_mean("car", {"bike", "walk"}), "");
  EXPECT_EQ(did_you_mean("Oulu", {"Muhos", "Luhanka"}), "");
  EXPECT_EQ(did_you_mean("fi", {"en", "sv"}), "");
  EXPECT_EQ(did_you_mean("x", {"y"}), "");
  EXPECT_EQ(did_you_mean("walkers", {"walk"}), "") << "three letters of four";
  EXPECT_EQ(did_you_mean("", {"a", ""}), "");
}

TEST(DidYouMean, LettersCountAndNotTheirBytes) {
  EXPECT_EQ(did_you_mean("öäå", {"öäa"}), "öäa");
  EXPECT_EQ(did_you_mean(std::string(300, 'a'), {std::string(300, 'a')}), "") << "no word";
}

TEST(MeantOr, AsksBeforeItAdvises) {
  EXPECT_EQ(meant_or("nimii", {"id", "nimi"}, "its fields are id, nimi"),
            "did you mean \"nimi\"? its fields are id, nimi");
  EXPECT_EQ(meant_or("kunta", {"id", "nimi"}, "its fields are id, nimi"),
            "its fields are id, nimi");
}

}  // namespace
}  // namespace gapmap
