#include "gapmap/report/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/report/cost_curve.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "tests/report/parsed_page.h"
#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using I = std::int64_t;

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
    for (std::size_t h = 1; h < parsed.headings.size(); ++h)
      EXPECT_LE(parsed.headings[h][1], parsed.headings[h - 1][1] + 1) << "a level is left out";
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
                        "5\u00a0km:n päässä lähimmästä kohtaamispaikasta.</p>\n<p>Kauempana asuu "
                        "220 asukasta (17,9\u00a0%). Lisäksi 10 asukkaalla ei ole tieyhteyttä"));
  EXPECT_THAT(page(Language::Swedish, tiny.run()),
              HasSubstr("Av områdets 1\u00a0230 invånare bor 1\u00a0000 (81,3\u00a0%) högst "
                        "5\u00a0km från närmaste mötesplats."));
  EXPECT_THAT(page(Language::English, tiny.run()),
              HasSubstr("Of 1,230 residents, 1,000 (81.3%) live within 5\u00a0km"));
}

TEST(Page, SaysWhatIsInNoFigure) {
  auto const html = page(Language::English, TinyRun{}.run());
  EXPECT_THAT(html,
              HasSubstr("10 more residents have no road connection or live off the road network"));
  EXPECT_THAT(html, HasSubstr("1 cell has a suppressed number of residents"));
}

TEST(Page, SuppressedNumbersAreRanges) {
  auto const html = page(Language::Finnish, TinyRun{}.run());
  EXPECT_THAT(html, HasSubstr("<td class=\"number\">120–140</td><td class=\"number\">3</td>"));
  EXPECT_THAT(html, HasSubstr("65 vuotta täyttäneet"));
}

TEST(Page, WhoIsOutsideIsToldByMunicipalityAndGroup) {
  auto const html = page(Language::Finnish, TinyRun{}.run());
  EXPECT_THAT(html, HasSubstr("<caption>Rajan ulkopuolella asuvat kunnittain ja ryhmittäin"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Ahola</th><td class=\"number\">200</td>"
                              "<td class=\"number\">vähintään 3</td></tr>\n</tbody>"))
      << "off the network is outside too, and nothing bounds how many";
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Yhteensä</th><td class=\"number\">230</td>"
                              "<td class=\"number\">3</td></tr>\n</tfoot>"));
  TinyRun older;
  std::erase_if(older.tables, [](auto const& table) { return table.name == "groups"; });
  EXPECT_THAT(page(Language::Finnish, older.run()),
              Not(HasSubstr("Rajan ulkopuolella asuvat kunnittain")))
      << "runs of the version before did not count them";
}

TEST(Page, AGroupMayHaveAnyName) {
  TinyRun tiny;
  std::string const name = "<65 & \"over\">";
  for (auto& row : tiny.tables.back().rows) {
    if (row[5] == tables::Value{std::string{"Y_GE65"}}) row[5] = name;
  }
  tiny.facts.group = name;
  for (auto const language : kLanguages) {
    auto const html = page(language, tiny.run());
    EXPECT_EQ(parse(html).error, "");
    EXPECT_THAT(html, HasSubstr("<p class=\"figure\">&lt;65 &amp; "));
  }
}

TEST(Page, WhatNobodyAskedForHasNoSection) {
  TinyRun const tiny;
  auto const html = page(Language::English, tiny.run());
  for (auto const* id :
       {"limits_section", "requirements_section", "accounts_section", "zones_section",
        "accessibility_section", "roads_used_section", "spread_section"})
    EXPECT_THAT(html, Not(HasSubstr(id)));
}

/// Tells of the same residents by another rule too.
void add_rule(TinyRun& tiny, std::string const& kind, std::string const& rule) {
  auto& groups = tiny.tables.back();
  for (std::size_t r = 0; r < 4; ++r) {
    groups.rows.push_back(groups.rows[r]);
    groups.rows.back()[0] = kind;
    groups.rows.back()[1] = rule;
  }
}

TEST(Page, SeveralLimitsAreToldEachAndTogether) {
  TinyRun tiny;
  for (auto const* rule : {"30_min", "all_limits", "any_limit"}) add_rule(tiny, "limit", rule);
  auto const html = page(Language::Finnish, tiny.run());
  EXPECT_EQ(parse(html).error, "");
  EXPECT_THAT(html, HasSubstr("<h2 id=\"limits_section\">"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">30\u00a0min</th><td "
                              "class=\"number\">1\u00a0000</td>"));
  EXPECT_THAT(html, HasSubstr("Kaikkien rajojen ulkopuolella"));
  EXPECT_THAT(html, HasSubstr("Kaikki rajat"));
}

TEST(Page, RequirementsAccountsAndZonesHaveSections) {
  TinyRun tiny;
  add_rule(tiny, "requirement", "olohuone");
  add_rule(tiny, "requirement", "all_requirements");
  add_rule(tiny, "account", "own_county_ferries");
  auto& groups = tiny.tables.back();
  auto zone = groups.rows[2];
  zone[2] = std::string{"hyvinvointialue"};
  zone[4] = std::string{"Etelä-Aholan hyvinvointialue"};
  groups.rows.insert(groups.rows.begin() + 4, std::move(zone));
  auto const html = page(Language::Finnish, tiny.run());
  EXPECT_EQ(parse(html).error, "");
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">olohuone</th>"));
  EXPECT_THAT(html, HasSubstr("Jokin vaatimus ei täyty"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Oman alueen paikat, lautoin</th>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Etelä-Aholan hyvinvointialue</th>"));
}

TEST(Page, TellsWhatToDoAboutAGap) {
  TinyRun tiny;
  auto& gaps = tiny.tables[2];
  for (auto const* name :
       {"remedy_covers", "remedy_remains", "remedy_also_covers", "limit_increase_m"})
    gaps.columns.push_back(column::integer(name));
  gaps.columns.push_back(column::text("remedy_place_name"));
  gaps.rows[0].insert(gaps.rows[0].end(), {I{150}, I{50}, I{7}, I{1210}, std::string{"Kylä"}});
  gaps.rows[1].insert(gaps.rows[1].end(), {I{0}, I{20}, I{0}, tables::Value{}, tables::Value{}});
  auto const html = page(Language::Finnish, tiny.run());
  EXPECT_THAT(
      html,
      HasSubstr("<li><strong>Ahola, 200 asukasta.</strong> Linnuntietä kohtaamispaikka olisi rajan "
                "sisällä, mutta tie kiertää. Uusi kohtaamispaikka (Kylä) toisi rajan sisälle 150 "
                "asukasta, ja 50 jäisi sen ulkopuolelle. Lisäksi rajan sisälle tulisi 7 asukasta "
                "katvealueen ulkopuolelta. Puolet katvealueen asukkaista olisi rajan sisällä, jos "
                "rajaa pidennettäisiin 1,3\u00a0km.</li>"));
  EXPECT_THAT(html, HasSubstr("Ilman lautan odotusta kohtaamispaikka olisi rajan sisällä. Yksikään "
                              "ehdokaspaikka ei toisi ketään rajan sisälle.</li>"));
}

TEST(Page, NobodyIsSaidToRemainWhereAPlaceHelpsAll) {
  TinyRun tiny;
  auto& gaps = tiny.tables[2];
  for (auto const* name : {"remedy_covers", "remedy_remains", "remedy_also_covers"})
    gaps.columns.push_back(column::integer(name));
  gaps.columns.push_back(column::text("remedy_place_name"));
  gaps.rows[0].insert(gaps.rows[0].end(), {I{200}, I{0}, I{0}, std::string{"KYLÄ"}});
  gaps.rows[1].insert(gaps.rows[1].end(), {I{1}, I{0}, I{1}, tables::Value{}});
  auto const finnish = page(Language::Finnish, tiny.run());
  EXPECT_THAT(finnish, HasSubstr("Uusi kohtaamispaikka (KYLÄ) toisi kaikki katvealueen 200 "
                                 "asukasta rajan sisälle.</li>"));
  EXPECT_THAT(finnish, HasSubstr("toisi sen 1 asukkaan rajan sisälle. Lisäksi rajan sisälle tulisi "
                                 "1 asukas katvealueen ulkopuolelta.</li>"));
  EXPECT_THAT(page(Language::English, tiny.run()),
              HasSubstr("would bring its 1 resident within the limit. Another 1 resident outside"));
}

TEST(Page, ATimeIsToldInWholeWords) {
  TinyRun tiny;
  auto run = tiny.run();
  run.scale = {.is_time = true, .limit = 1800, .bounds = {1800}};
  EXPECT_THAT(page(Language::Finnish, run), HasSubstr("yli 30 minuutin päässä lähimmästä"));
  EXPECT_THAT(page(Language::Swedish, run), HasSubstr("mer än 30 minuter från närmaste"));
  EXPECT_THAT(page(Language::Swedish, run), HasSubstr(">Kumulativ andel invånare efter restid<"));
  run.scale.limit = 60;
  EXPECT_THAT(page(Language::English, run), HasSubstr("more than 1 minute from the nearest"));
}

TEST(Page, EveryReasonHasASentence) {
  for (auto const* reason :
       {"no_road", "border", "island", "one_way", "ferry_wait", "detour", "no_place_near"})
    EXPECT_TRUE(label_of(Language::Finnish, "why " + std::string{reason})) << reason;
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

TEST(Page, ColumnsWithoutAnyValueAreNotShown) {
  TinyRun tiny;
  tables::OutputTable denominators{
      "denominators",
      {column::text("municipality_code"),
       column::text("municipality_name"),
       column::integer("residents_grid"),
       column::integer("residents_official"),
       {"ratio", tables::ColumnType::Real, 3}},
      {{std::string{"046"}, std::string{"Ahola"}, std::int64_t{1200}, {}, {}}},
      {}};
  tiny.tables.push_back(denominators);
  auto const without = page(Language::Finnish, tiny.run());
  EXPECT_THAT(without, HasSubstr("Virallista väkilukua ei annettu"));
  EXPECT_THAT(without, HasSubstr(">Asukkaita ruuduissa</th></tr>"));
  tiny.tables.back().rows[0][3] = std::int64_t{1250};
  auto const with = page(Language::Finnish, tiny.run());
  EXPECT_THAT(with, Not(HasSubstr("Virallista väkilukua ei annettu")));
  EXPECT_THAT(with, HasSubstr(">Virallinen väkiluku</th></tr>")) << "still without shares";
}

TEST(Page, HiddenNumbersAreNoRanges) {
  TinyRun tiny;
  auto& classes = tiny.tables[1];
  classes.columns[7].name = "residents";
  classes.columns[8].name = "hidden";
  for (auto& row : classes.rows) row[8] = std::string{};
  classes.rows[1][7] = {};
  auto& groups = tiny.tables.back();
  for (auto const c : {14U, 13U, 11U, 10U, 8U, 7U}) {
    groups.columns.erase(groups.columns.begin() + c);
    for (auto& row : groups.rows) row.erase(row.begin() + c);
  }
  tiny.facts.published_below = 10;
  auto const html = page(Language::Finnish, tiny.run());
  EXPECT_THAT(html, HasSubstr("<td class=\"number\">..</td>"));
  EXPECT_THAT(html, Not(HasSubstr("Kaksi lukua, joiden välissä on viiva")));
}

TEST(Page, NobodyKnownIsNoFigure) {
  TinyRun tiny;
  for (auto& row : tiny.tables.front().rows) row[2] = std::int64_t{0};
  for (auto& row : tiny.tables[4].rows) row[1] = tables::Value{};
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
  auto const curve = cost_curve(tiny.tables[4], tiny.run().scale);
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
