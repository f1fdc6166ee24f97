#include "gapmap/report/page.h"

#include <expat.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "gapmap/report/cost_curve.h"
#include "gapmap/report/html.h"
#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// What a strict parser finds.
struct Parsed {
  std::string error;  ///< empty: sound XML
  std::vector<std::string> headings;
  std::map<std::string, int> ids;
  std::vector<std::string> links;  ///< to parts of the page
  std::string outside;             ///< the first thing that would be fetched
  int header_cells_without_scope = 0;
  int tables = 0;
  int captions = 0;

  void open(std::string const& name, std::map<std::string, std::string> const& attributes) {
    bool const is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    if (is_heading) headings.push_back(name);
    if (name == "table") ++tables;
    if (name == "caption") ++captions;
    if (name == "th" && !attributes.contains("scope")) ++header_cells_without_scope;
    for (auto const& [key, value] : attributes) {
      if (key == "id") ++ids[value];
      if (key == "href" && value.starts_with('#')) links.push_back(value.substr(1));
      if ((key == "src" || key == "href") && value.find("//") != std::string::npos) outside = value;
    }
  }
};

Parsed parse(std::string const& page) {
  Parsed parsed;
  auto* const parser = XML_ParserCreate("UTF-8");
  XML_SetUserData(parser, &parsed);
  XML_SetStartElementHandler(parser,
                             [](void* user, XML_Char const* name, XML_Char const** attributes) {
                               std::map<std::string, std::string> map;
                               for (auto const** a = attributes; *a != nullptr; a += 2)
                                 map[a[0]] = a[1];
                               static_cast<Parsed*>(user)->open(name, map);
                             });
  if (XML_Parse(parser, page.data(), static_cast<int>(page.size()), 1) == XML_STATUS_ERROR) {
    parsed.error = std::string{XML_ErrorString(XML_GetErrorCode(parser))} + " in line " +
                   std::to_string(XML_GetCurrentLineNumber(parser));
  }
  XML_ParserFree(parser);
  return parsed;
}

TEST(Page, IsSoundAndSelfContainedInEveryLanguage) {
  TinyRun const tiny;
  for (auto const language : kLanguages) {
    auto const html = page(language, tiny.run());
    auto const parsed = parse(html);
    EXPECT_EQ(parsed.error, "") << code_of(language);
    EXPECT_THAT(html, HasSubstr("<html lang=\"" + std::string{code_of(language)} + "\""));
    EXPECT_EQ(parsed.outside, "");
    EXPECT_EQ(parsed.tables, parsed.captions) << "every table has a caption";
    EXPECT_EQ(parsed.header_cells_without_scope, 0);
    ASSERT_FALSE(parsed.headings.empty());
    EXPECT_EQ(parsed.headings.front(), "h1");
    EXPECT_EQ(std::ranges::count(parsed.headings, "h1"), 1);
    for (auto const& [id, count] : parsed.ids) EXPECT_EQ(count, 1) << id;
    for (auto const& link : parsed.links) EXPECT_TRUE(parsed.ids.contains(link)) << link;
  }
}

TEST(Page, BringsItsMapLibraryAlong) {
  auto const html = page(Language::Finnish, TinyRun{}.run());
  EXPECT_THAT(html, HasSubstr("L.svgOverlay("));
  EXPECT_THAT(html, HasSubstr("data-gaps=\"Suurimmat katvealueet\""));
  EXPECT_THAT(html, HasSubstr("Vladimir Agafonkin"));
  EXPECT_THAT(html, Not(HasSubstr("url(images")));
  EXPECT_THAT(html, Not(HasSubstr("<script src")));
}

TEST(Page, TellsTheMainFigureInASentence) {
  TinyRun const tiny;
  EXPECT_THAT(page(Language::Finnish, tiny.run()),
              HasSubstr("Alueen 1\u00a0230 asukkaasta 1\u00a0000 (81,3\u00a0%) asuu enintään "
                        "5\u00a0km:n päässä lähimmästä kohtaamispaikasta. Kauempana asuvia on 220 "
                        "(17,9\u00a0%)."));
  EXPECT_THAT(page(Language::Swedish, tiny.run()),
              HasSubstr("Av områdets 1\u00a0230 invånare bor 1\u00a0000 (81,3\u00a0%) högst "
                        "5\u00a0km från närmaste mötesplats."));
  EXPECT_THAT(page(Language::English, tiny.run()),
              HasSubstr("Of 1,230 residents, 1,000 (81.3%) live within 5\u00a0km"));
}

TEST(Page, SaysWhatIsInNoFigure) {
  auto const html = page(Language::English, TinyRun{}.run());
  EXPECT_THAT(html, HasSubstr("off the road network: 10 more"));
  EXPECT_THAT(html, HasSubstr("suppressed number of residents: 1."));
}

TEST(Page, SuppressedNumbersAreRanges) {
  auto const html = page(Language::Finnish, TinyRun{}.run());
  EXPECT_THAT(html, HasSubstr("<td class=\"number\">120–140</td><td class=\"number\">3</td>"));
  EXPECT_THAT(html, HasSubstr("65 vuotta täyttäneet"));
}

TEST(Page, WordsOfDataStayWords) {
  TinyRun const tiny{"<script>alert('&\")</script>"};
  for (auto const language : kLanguages) {
    auto const html = page(language, tiny.run());
    EXPECT_EQ(parse(html).error, "");
    EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&#39;&amp;&quot;)&lt;/script&gt;"));
  }
}

TEST(Page, WhatARunLacksIsSaid) {
  TinyRun tiny;
  tiny.inputs.front().remarks.clear();
  std::erase_if(tiny.tables, [](auto const& table) { return table.name == "gaps"; });
  auto const html = page(Language::English, tiny.run());
  EXPECT_EQ(parse(html).error, "");
  EXPECT_THAT(html, HasSubstr("There are no gaps."));
  EXPECT_THAT(html, HasSubstr("There was nothing to remark on in the data."));
  EXPECT_THAT(html, HasSubstr("No official population was given"));
}

TEST(Page, NobodyKnownIsNoFigure) {
  TinyRun tiny;
  for (auto& row : tiny.tables.front().rows) row[2] = std::int64_t{0};
  for (auto& row : tiny.tables.back().rows) row[1] = io::Value{};
  auto const html = page(Language::English, tiny.run());
  EXPECT_EQ(parse(html).error, "");
  EXPECT_THAT(html, HasSubstr("No residents are known"));
  EXPECT_THAT(html, Not(HasSubstr("nan")));
}

TEST(Page, WhereItWasWrittenToIsNoPartOfIt) {
  TinyRun tiny;
  auto const html = page(Language::Finnish, tiny.run());
  tiny.options.back().second = "elsewhere";
  EXPECT_EQ(page(Language::Finnish, tiny.run()), html);
}

TEST(CostCurve, CountsWhoLivesHowFar) {
  TinyRun const tiny;
  auto const curve = cost_curve(tiny.tables.back(), tiny.run().scale);
  EXPECT_EQ(curve.all_residents, 1230);
  ASSERT_EQ(curve.steps.size(), 4U) << "unknown residents are nobody, but their cell is one";
  EXPECT_EQ(curve.steps.back().residents, 1220);
  EXPECT_EQ(curve.quantile(0.5), 1000);
  EXPECT_EQ(curve.quantile(0.9), 7500);
  EXPECT_EQ(curve.quantile(1), 9000);
  EXPECT_EQ(CostCurve{}.quantile(0.5), std::nullopt);
}

TEST(HtmlTable, TotalsStandApart) {
  HtmlTable const table{.caption = "C",
                        .columns = {{"a"}, {"b", true}},
                        .rows = {{"x", "1"}, {"all", "1"}},
                        .total_rows = 1};
  EXPECT_THAT(to_html(table),
              HasSubstr("<tbody>\n<tr><th scope=\"row\">x</th><td class=\"number\">1</td></tr>\n"
                        "</tbody>\n<tfoot>\n<tr><th scope=\"row\">all</th>"));
}

}  // namespace
}  // namespace gapmap::report
