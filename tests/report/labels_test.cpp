#include "gapmap/report/labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include <set>

#include "gapmap/io/remark_text.h"
#include "gapmap/units/error.h"

namespace gapmap::report {
namespace {

TEST(Labels, EveryOneIsTranslatedIntoEveryLanguage) {
  std::set<std::string_view> keys;
  for (auto const& label : labels()) {
    EXPECT_TRUE(keys.insert(label.key).second) << label.key << " is there twice";
    for (auto const language : kLanguages) {
      EXPECT_FALSE(label.texts[static_cast<std::size_t>(language)].empty())
          << label.key << " in " << code_of(language);
    }
  }
  EXPECT_GT(keys.size(), 50U);
}

TEST(Labels, AreFoundByTheirKey) {
  EXPECT_EQ(label(Language::Finnish, "gaps"), "Katvealueet");
  EXPECT_EQ(label(Language::Swedish, "places"), "Mötesplatser");
  EXPECT_EQ(label(Language::English, "distance_m"), "Distance (km)");
  EXPECT_EQ(label_of(Language::English, "memory_café"), std::nullopt);
  EXPECT_THROW(static_cast<void>(label(Language::English, "memory_café")), BrokenPromise);
}

TEST(Labels, PhrasesTakeOverWhatTheySayItOf) {
  EXPECT_EQ(phrase(Language::Finnish, "place farther than 5 km from every road"),
            "paikka yli 5 km:n päässä kaikista teistä");
  EXPECT_EQ(phrase(Language::Swedish, "no data"), "inga data");
  EXPECT_EQ(phrase(Language::English, "invalid polygon (Self-intersection), repaired"),
            "invalid polygon (Self-intersection), repaired");
  EXPECT_EQ(phrase(Language::Finnish, "something new"), "something new");
}

TEST(Labels, EveryRemarkThatMayBeMadeIsTranslated) {
  for (auto const remark : io::kRemarkTexts) {
    ASSERT_TRUE(label_of(Language::English, remark)) << remark;
    // Pages are read beside a command line: options have their dashes there.
    auto const spelled = std::regex_replace(std::string{remark}, std::regex{"`([a-z-]+)`"}, "--$1");
    EXPECT_EQ(label(Language::English, remark), spelled);
    EXPECT_NE(label(Language::Finnish, remark), remark);
    EXPECT_NE(label(Language::Swedish, remark), remark);
  }
}

TEST(Labels, LanguagesHaveTheirCodes) {
  for (auto const language : kLanguages) EXPECT_EQ(language_of(code_of(language)), language);
  EXPECT_EQ(language_of("de"), std::nullopt);
}

}  // namespace
}  // namespace gapmap::report
