#include "gapmap/units/readable_text.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace gapmap {
namespace {

using namespace std::string_literals;

TEST(ReadableText, XmlGetsBlanksForWhatItCannotWrite) {
  EXPECT_EQ(fit_for_xml("Äänekoski, Ålands landskap 🏠\t\r\n"),
            "Äänekoski, Ålands landskap 🏠\t\r\n");
  EXPECT_EQ(fit_for_xml("a\0b\x1b"
                        "c\x0b"s),
            "a b c ");
  EXPECT_EQ(fit_for_xml("a\xEF\xBF\xBE"
                        "b\xEF\xBF\xBF"
                        "c"),
            "a b c")
      << "U+FFFE, U+FFFF";
  EXPECT_EQ(fit_for_xml("a\xED\xA0\x80"
                        "b"),
            "a   b")
      << "half of a pair of UTF-16";
  EXPECT_EQ(fit_for_xml("\xE4"
                        "iti"),
            " iti")
      << "Latin-1";
  EXPECT_EQ(fit_for_xml("\xC3"), " ") << "the text ends within a letter";
  EXPECT_EQ(fit_for_xml("\xC2\x85\x7F"), "\xC2\x85\x7F") << "discouraged, but XML has them";
}

TEST(ReadableText, TerminalsAreNotSteered) {
  EXPECT_EQ(fit_for_terminal("Äiti\tlapsi\n"), "Äiti\tlapsi\n");
  EXPECT_EQ(fit_for_terminal("a\rb\x1b[2Jc\x7f\0d"s), "a b [2Jc  d");
  EXPECT_EQ(fit_for_terminal("a\xC2\x9B"
                             "2J"),
            "a 2J")
      << "U+009B";
  EXPECT_EQ(fit_for_terminal("a\x9B"
                             "2J\xFF"),
            "a 2J ")
      << "the same, alone as a byte";
}

TEST(ReadableText, IsAlwaysFitWhateverBytesComeAndWhatIsFitStays) {
  Random random{411};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto length = random.whole(0, 12); length > 0; --length)
      text += static_cast<char>(random.whole(0, 255));
    auto const xml = fit_for_xml(text);
    EXPECT_EQ(fit_for_xml(xml), xml);
    auto const shown = fit_for_terminal(text);
    EXPECT_EQ(fit_for_terminal(shown), shown);
    EXPECT_EQ(fit_for_xml(shown).size(), shown.size());
    EXPECT_EQ(shown.find('\x1b'), std::string::npos);
  }
}

}  // namespace
}  // namespace gapmap
