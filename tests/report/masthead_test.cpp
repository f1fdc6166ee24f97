// Title, region and logo at the head of a page.

#include "gapmap/report/masthead.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string page_with(Masthead masthead, Language language = Language::English) {
  TinyRun const tiny;
  auto run = tiny.run();
  run.masthead = std::move(masthead);
  return page(language, run);
}

TEST(Masthead, IsThatOfGapmapUnlessGiven) {
  EXPECT_EQ(Masthead{}.full_title_in(Language::Swedish), "Mötesplatsernas tillgänglighet");
  EXPECT_EQ((Masthead{.title = "", .region = "Ahola"}.full_title_in(Language::English)),
            "Accessibility of meeting places – Ahola");
  EXPECT_EQ((Masthead{.title = "Paikat", .region = "Ahola"}.title_in(Language::English)), "Paikat");
  auto const html = page_with({});
  EXPECT_THAT(html, HasSubstr("<title>Accessibility of meeting places</title>"));
  EXPECT_THAT(html, HasSubstr("<header>\n<h1>Accessibility of meeting places</h1>\n<p"));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("class=\"region\"")));
}

TEST(Masthead, StandsAtTheHeadOfEveryPage) {
  auto const html = page_with({"Paikat 2026", "Aholan alue", "data:image/png;base64,AAAA"});
  EXPECT_THAT(html, HasSubstr("<title>Paikat 2026 – Aholan alue</title>"));
  EXPECT_THAT(html, HasSubstr("<header>\n<img class=\"logo\" src=\"data:image/png;base64,AAAA\" "
                              "alt=\"Aholan alue, logo\"/>\n<h1>Paikat 2026</h1>\n"
                              "<p class=\"region\">Aholan alue</p>\n"));
  EXPECT_THAT(page_with({.logo = "data:,x"}, Language::Swedish), HasSubstr("alt=\"Logotyp\""));
}

TEST(Masthead, IsTextAndNeverMarkup) {
  std::string const markup{"</title><script>alert(\"1\")</script>&'{}"};
  auto const html = page_with({markup, markup, "\"><script>alert(2)</script>"});
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(html, Not(HasSubstr("\"><script>")));
  std::string const escaped{
      "&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;{}"};
  EXPECT_THAT(html, HasSubstr("<title>" + escaped + " – " + escaped + "</title>"));
  EXPECT_THAT(html, HasSubstr("<h1>" + escaped + "</h1>"));
  EXPECT_THAT(html, HasSubstr("alt=\"" + escaped + ", logo\""));
}

TEST(Masthead, NamesTheOnlyMunicipalityAndNothingLessCertain) {
  TinyRun tiny;
  auto& municipalities = tiny.tables.front();
  EXPECT_EQ(with_region({}, tiny.tables).region, "") << "two of them";
  municipalities.rows.erase(municipalities.rows.begin());
  EXPECT_EQ(with_region({}, tiny.tables).region, "Åminne");
  EXPECT_EQ(with_region({.title = "Paikat"}, tiny.tables).region, "") << "says it itself";
  EXPECT_EQ(with_region({.region = "Pohjola"}, tiny.tables).region, "Pohjola");
  municipalities.rows.front() = municipalities.rows.back();
  EXPECT_EQ(with_region({}, tiny.tables).region, "") << "outside all areas";
  EXPECT_EQ(with_region({}, {}).region, "");
}

TEST(Masthead, MayBeOfOneLanguage) {
  Masthead const masthead{.title = "Paikat",
                          .region = "Ahola",
                          .logo = {},
                          .titles = {{"sv", "Platser"}},
                          .regions = {{"sv", "Åbacka"}}};
  EXPECT_EQ(masthead.full_title_in(Language::Swedish), "Platser – Åbacka");
  EXPECT_EQ(masthead.full_title_in(Language::English), "Paikat – Ahola");
  EXPECT_THAT(page_with(masthead, Language::Swedish),
              HasSubstr("<h1>Platser</h1>\n<p class=\"region\">Åbacka</p>"));
  EXPECT_EQ(with_region({.regions = {{"sv", "Åbacka"}}}, TinyRun{}.tables).region, "");
}

}  // namespace
}  // namespace gapmap::report
