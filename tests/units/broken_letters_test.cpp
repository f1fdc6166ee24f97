#include "gapmap/units/broken_letters.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace gapmap {
namespace {

/// "fine", "lost", or what was meant.
std::string said_of(std::string const& text) {
  auto const broken = broken_letters(text);
  if (!broken) return "fine";
  return broken->meant.empty() ? "lost" : broken->meant;
}

TEST(BrokenLetters, SoundNamesAreFine) {
  for (std::string const name :
       {"", "Mikkeli", "Hyvinkää", "Ähtäri", "Åbo", "Öja", "Närpiö – Närpes", "Café ”Toivo”",
        "Mitä?", "Kuka? Minä!", "50 €", "Žemaitija", "Länsi-Göta", "šakki", "Âge", "ÄÖÅ", "Zürich",
        "L’âme", "„Kylä” ja „talo”"}) {
    EXPECT_EQ(said_of(name), "fine") << name;
  }
}

TEST(BrokenLetters, Utf8ReadAsWindows1252TellsWhatWasMeant) {
  EXPECT_EQ(said_of("HyvinkÃ¤Ã¤"), "Hyvinkää");
  EXPECT_EQ(said_of("Ã„htÃ¤ri"), "Ähtäri");
  EXPECT_EQ(said_of("Ã–ja"), "Öja");
  EXPECT_EQ(said_of("Ã…bo"), "Åbo");
  EXPECT_EQ(said_of("TyÃ¶pajakylÃ¤"), "Työpajakylä");
  EXPECT_EQ(said_of("Turku â€“ Ã…bo"), "Turku – Åbo");
}

TEST(BrokenLetters, Utf8ReadAsLatin1HasControlCharacters) {
  EXPECT_EQ(said_of("\u00C3\u0084ht\u00C3\u00A4ri"), "Ähtäri");
}

TEST(BrokenLetters, TwiceOverIsMendedTwice) { EXPECT_EQ(said_of("HyvinkÃƒÂ¤Ãƒ¤"), "Hyvinkää"); }

TEST(BrokenLetters, PartsThatAreSoundStay) {
  EXPECT_EQ(said_of("Hyvinkää / HyvinkÃ¤Ã¤"), "Hyvinkää / Hyvinkää");
}

TEST(BrokenLetters, CodePage850InAShapefile) {
  EXPECT_EQ(said_of("Hyvink„„"), "Hyvinkää");
  EXPECT_EQ(said_of("Ty”paja"), "Työpaja");
}

TEST(BrokenLetters, LostLettersAreLost) {
  EXPECT_EQ(said_of("Hyvink\uFFFD\uFFFD"), "lost");
  EXPECT_EQ(said_of("Hyvink??"), "lost");
  EXPECT_EQ(said_of("Hyvink?? keskus"), "lost");
  EXPECT_EQ(said_of("?htäri"), "lost");
  EXPECT_EQ(said_of("Ty?paja"), "lost");
  EXPECT_EQ(said_of("Hyvink\xE4\xE4"), "lost") << "bytes that are no UTF-8";
}

TEST(BrokenLetters, SurviveAnyBytes) {
  Random random{17};
  std::size_t broken = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    auto const length = random.whole(0, 12);
    for (std::uint32_t k = 0; k < length; ++k)
      text +=
          static_cast<char>(random.chance(0.5) ? random.whole(0xC0, 0xFF) : random.whole(0, 0xFF));
    auto const found = broken_letters(text);
    if (!found) continue;
    ++broken;
    if (!found->meant.empty()) {
      EXPECT_NE(found->meant, text);
    }
  }
  EXPECT_GT(broken, 1000U);
}

}  // namespace
}  // namespace gapmap
