#include "gapmap/report/change_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/tables/change_table.h"
#include "gapmap/report/change_lines.h"
#include "gapmap/report/change_styles.h"
#include "gapmap/report/workbook.h"
#include "tests/report/parsed_page.h"
#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Two cells of 100 and 50 residents; a place comes, and the limit is shorter.
Outcome outcome(bool first, bool second, bool has_second_place) {
  Outcome outcome;
  outcome.limit = 5000;
  auto const home = outcome.municipalities.push_back({"046", "Åminne & Ahola", square(0, 0, 4000)});
  for (auto const& [id, residents, is_in] :
       {std::tuple{"a", 100.0, first}, std::tuple{"b", 50.0, second}}) {
    auto const x = 2000.0 * static_cast<double>(outcome.population.size());
    outcome.population.push_back({.id = id,
                                  .center = {x + 500, 500},
                                  .outline = square(x, 0, 1000),
                                  .residents = People{residents},
                                  .municipality = home});
    outcome.cells.push_back({is_in ? Status::Covered : Status::TooFar, 4000.0, PlaceId{0}});
    outcome.total.residents += People{residents};
    if (is_in) outcome.total.covered += People{residents};
  }
  outcome.figures.push_back(outcome.total);
  outcome.places.push_back({.id = "1", .name = "<Pappila>", .point = {500, 500}});
  if (has_second_place)
    outcome.places.push_back({.id = "2", .name = "Torppa", .point = {2500, 500}});
  outcome.place_figures.resize(outcome.places.size());
  return outcome;
}

struct TinyComparison {
  Outcome before = outcome(true, false, false);
  Outcome after = outcome(false, true, true);
  std::vector<tables::OutputTable> tables;
  io::ComparisonRecord record{
      .before = {"out/now", "1", "{}", {{"limit", "5 km"}, {"places", "a.csv"}}, {}},
      .after = {"out/later/", "1", "{}", {{"limit", "3 km"}, {"places", "b.csv"}}, {}},
      .differences = {{Factor::OpenPlaces, "places", "a.csv", "b.csv"},
                      {Factor::Limit, "limit", "5 km", "3 km"}}};

  TinyComparison() {
    auto const cells = scenario::match_cells(before, after);
    auto const places = scenario::match_places(before.places, after.places);
    auto const municipalities = scenario::compare_municipalities(before, after, cells);
    auto const areas = scenario::find_changed_areas(after, *cells);
    tables::Comparison const comparison{before, after, municipalities, cells, places};
    auto const covered = [](double people) {
      return CoveredByCode{{"046", {People{150}, People{people}}}};
    };
    Mixtures const mixtures{{Factor::OpenPlaces, Factor::Limit},
                            {covered(100), covered(150), covered(0), covered(50)}};
    tables = {tables::municipality_change_table(comparison),
              tables::part_table(
                  comparison, mixtures.factors,
                  scenario::split(mixtures, {"046"}, tables::units_per_person(before, after))),
              tables::changed_area_table(comparison, areas), tables::place_change_table(comparison),
              tables::cell_change_table(comparison)};
  }
  [[nodiscard]] ReportedComparison comparison() const { return {tables, record}; }
};

TEST(ChangePage, IsSoundAndSelfContainedInEveryLanguage) {
  TinyComparison const tiny;
  for (auto const language : kLanguages) {
    auto const html = change_page(language, tiny.comparison());
    auto const parsed = parse(html);
    EXPECT_EQ(parsed.error, "") << code_of(language);
    EXPECT_EQ(parsed.outside, "");
    EXPECT_EQ(parsed.tables, parsed.captions);
    EXPECT_EQ(parsed.header_cells_without_scope, 0);
    EXPECT_EQ(std::ranges::count(parsed.headings, "h1"), 1);
    for (auto const& [id, count] : parsed.ids) EXPECT_EQ(count, 1) << id;
    for (auto const& link : parsed.links) EXPECT_TRUE(parsed.ids.contains(link)) << link;
    EXPECT_THAT(html, HasSubstr("&lt;Pappila&gt;"));
    EXPECT_THAT(html, Not(HasSubstr("<Pappila>")));
  }
}

TEST(ChangePage, SaysTheFiguresInTheReadersLanguage) {
  TinyComparison const tiny;
  auto const finnish = change_page(Language::Finnish, tiny.comparison());
  EXPECT_THAT(finnish, HasSubstr("tilanteesta ”now” siirrytään tilanteeseen ”later”"));
  EXPECT_THAT(finnish, HasSubstr("asuu 50 kaikkiaan 150 asukkaasta (33,3"));
  EXPECT_THAT(finnish, HasSubstr("kohtaamispaikat +50, raja −100"));
  auto const english = change_page(Language::English, tiny.comparison());
  EXPECT_THAT(english, HasSubstr("50 came within the limit and 100 fell outside it"));
  EXPECT_THAT(english, HasSubstr("different limits: 5 km before, 3 km after"));
}

TEST(ChangePage, OptionsHaveNamesAndSharesChangeByPoints) {
  TinyComparison const tiny;
  auto const html = change_page(Language::Finnish, tiny.comparison());
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Pisin hyväksyttävä matka tai aika</th>"));
  EXPECT_THAT(html, HasSubstr("<td class=\"number\">−33,3</td>"));
}

TEST(ChangePage, ItsMapMovesAndNumbersWhatTheTableLists) {
  TinyComparison const tiny;
  auto const html = change_page(Language::English, tiny.comparison());
  EXPECT_THAT(html, HasSubstr("id=\"live-map\""));
  EXPECT_THAT(html, HasSubstr("href=\"#change_by_municipality\">Skip the map"));
  EXPECT_THAT(html, HasSubstr("<title>Area no. 1: Åminne &amp; Ahola, 50 residents. Came within"));
  EXPECT_THAT(html,
              HasSubstr("<title>Area no. 2: Åminne &amp; Ahola, 100 residents. Fell outside"));
  EXPECT_THAT(html, HasSubstr("<g class=\"place new\"><title>Torppa: New</title>"));
  EXPECT_THAT(html, HasSubstr("Meeting places: new</li>"));
  EXPECT_THAT(html, Not(HasSubstr("Meeting places: gone</li>"))) << "none is";
}

TEST(ChangeLines, SayTheResultInTheReadersLanguage) {
  TinyComparison const tiny;
  auto const lines = change_lines(Language::English, tiny.comparison());
  EXPECT_LE(lines.size(), 10U);
  std::map<std::string, std::string> said;
  for (auto const& [name, text] : lines) said[name] = text;
  EXPECT_EQ(said["The runs compared"], "now → later");
  EXPECT_EQ(said["They differ in"], "meeting places (a.csv → b.csv), limit (5 km → 3 km)");
  EXPECT_EQ(said["Within the limit"], "50 of 150 residents (33.3%); before 100 of 150 (66.7%)");
  EXPECT_EQ(said["Parts of the change"], "meeting places +50, limit −100");
  EXPECT_EQ(said["The largest areas that changed"], "Åminne & Ahola +50, Åminne & Ahola −100");
  EXPECT_EQ(said["Meeting places"], "as before: 1, new: 1");
  EXPECT_EQ(change_lines(Language::Finnish, tiny.comparison()).front().name,
            "Verrattavat laskennat");
}

TEST(ChangePage, WithoutPartsAndCellsSaysSo) {
  TinyComparison tiny;
  auto const is_left_out = [](tables::OutputTable const& table) {
    return table.name == "parts" || table.name == "cells" || table.name == "changes";
  };
  std::erase_if(tiny.tables, is_left_out);
  auto const html = change_page(Language::English, tiny.comparison());
  EXPECT_EQ(parse(html).error, "");
  EXPECT_THAT(html, HasSubstr("The change could not be split"));
  EXPECT_THAT(html, HasSubstr("cells of different grids"));
}

TEST(ChangeStyles, EveryChangeHasARuleAndEveryColumnAName) {
  TinyComparison const tiny;
  for (auto const& table : tiny.tables) {
    auto const style = change_style_of(Language::Finnish, table);
    EXPECT_EQ(style.has_value(), table.name != "parts");
    if (style) {
      EXPECT_EQ(style->aliases.size(), table.columns.size()) << table.name;
    }
  }
  auto const style = change_style_of(Language::English, tiny.tables.back());
  for (auto const change : {CellChange::Gained, CellChange::Lost, CellChange::StillCovered,
                            CellChange::StillNotCovered, CellChange::New, CellChange::Gone}) {
    auto const filter = "\"change\" = '" + std::string{name_of(change)} + "'";
    EXPECT_EQ(std::ranges::count(style->rules, filter, &LegendRule::filter), 1) << filter;
  }
}

TEST(ChangeTables, WordsOfSheetsAreTranslated) {
  TinyComparison const tiny;
  auto const sheet = sheet_of(Language::Swedish, tiny.tables[1]);
  EXPECT_EQ(sheet.columns[5].header, "Tal, ändring");
  EXPECT_EQ(std::get<std::string>(sheet.table.rows[2][2]), "Utanför gränsen");
  EXPECT_EQ(sheet.total_rows, 4U);
}

}  // namespace
}  // namespace gapmap::report
