#include "gapmap/report/change_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "gapmap/tables/change_table.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/area_names.h"
#include "gapmap/report/change_lines.h"
#include "gapmap/report/change_words.h"
#include "gapmap/report/detail/folded_rows.h"
#include "gapmap/report/change_styles.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/workbook.h"
#include "tests/report/parsed_page.h"
#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::Contains;
using ::testing::Each;
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
  EXPECT_THAT(finnish, HasSubstr("tilanteesta ”Ennen” siirrytään tilanteeseen ”Jälkeen”"));
  EXPECT_THAT(finnish, HasSubstr("Rajan sisällä asuvien määrä väheni 50 asukkaalla."));
  EXPECT_THAT(finnish, HasSubstr("Jälkeen: 50 / 150 asukasta (33,3"));
  EXPECT_THAT(finnish, HasSubstr("kohtaamispaikat +50, raja −100"));
  auto const english = change_page(Language::English, tiny.comparison());
  EXPECT_THAT(english, HasSubstr("50 residents came within the limit and 100 fell outside it"));
  EXPECT_THAT(english, HasSubstr("different limits. Before: 5 km. After: 3 km."));
}

TEST(ChangePage, OfAPlanIsConditionalAndCallsRunsByTheirNames) {
  TinyComparison tiny;
  tiny.record.face.name_before = "Nykytila";
  tiny.record.face.name_after = "Suunnitelma <A>";
  tiny.record.face.is_plan = true;
  auto const finnish = change_page(Language::Finnish, tiny.comparison());
  EXPECT_THAT(finnish, HasSubstr("siirryttäisiin tilanteeseen ”Suunnitelma &lt;A&gt;”"));
  EXPECT_THAT(finnish, HasSubstr("Rajan sisällä asuvien määrä vähenisi 50 asukkaalla."));
  EXPECT_THAT(finnish, HasSubstr("Rajan sisälle pääsisi 50 asukasta, ja 100 jäisi"));
  EXPECT_THAT(finnish, HasSubstr("Nykytila: 100 / 150 asukasta"));
  EXPECT_THAT(finnish, HasSubstr("Rajan sisällä, Suunnitelma &lt;A&gt;</th>"));
  EXPECT_THAT(finnish, Not(HasSubstr("pääsi rajan")));
  EXPECT_THAT(finnish, Not(HasSubstr("Pääsi rajan")));
  auto const english = change_page(Language::English, tiny.comparison());
  EXPECT_THAT(english, HasSubstr("50 residents would come within the limit and 100 would fall"));
  EXPECT_THAT(english, HasSubstr("<td>Would come within the limit</td>"));
  auto const swedish = change_page(Language::Swedish, tiny.comparison());
  EXPECT_THAT(swedish, HasSubstr("skulle minska med 50"));
  EXPECT_THAT(swedish, HasSubstr("50 invånare skulle komma inom gränsen"));
  EXPECT_EQ(change_lines(Language::Finnish, tiny.comparison()).front().text,
            "Nykytila → Suunnitelma <A>");
}

TEST(ChangePage, NamesTitleRegionAndLogoStandAtItsHead) {
  TinyComparison const tiny;
  auto comparison = tiny.comparison();
  comparison.masthead.title = "Verkko <2027>";
  comparison.masthead.region = "Savo";
  comparison.masthead.logo = "data:image/png;base64,AAAA";
  auto const html = change_page(Language::Finnish, comparison);
  EXPECT_EQ(parse(html).error, "");
  EXPECT_THAT(html, HasSubstr("<title>Verkko &lt;2027&gt; – Savo</title>"));
  EXPECT_THAT(html, HasSubstr("<h1>Verkko &lt;2027&gt;</h1>\n<p class=\"region\">Savo</p>"));
  EXPECT_THAT(html, HasSubstr("alt=\"Savo, logo\""));
}

TEST(ChangePage, AreasHaveTheNameOfTheReadersLanguage) {
  TinyComparison tiny;
  tiny.record.names["municipality"]["046"] = {{"fi", "Ahola"}};
  NamedComparison const finnish{Language::Finnish, tiny.comparison()};
  auto const html = change_page(Language::Finnish, finnish.comparison());
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Ahola</th>"));
  EXPECT_THAT(html, Not(HasSubstr("Åminne")));
  EXPECT_EQ(finnish.comparison().masthead.full_title_in(Language::Finnish),
            fmt::format("{} – Ahola", label(Language::Finnish, "comparison")));
  NamedComparison const swedish{Language::Swedish, tiny.comparison()};
  EXPECT_EQ(swedish.comparison().masthead.region, "Åminne & Ahola");
}

TEST(ChangePage, NumbersOfPeopleHaveTheirForm) {
  TinyComparison tiny;
  auto const sentence = [&](std::int64_t gained, std::int64_t lost, Language language) {
    auto& rows = tiny.tables.front();
    for (std::size_t c = 0; c < rows.columns.size(); ++c) {
      if (rows.columns[c].name == "gained") rows.rows.back()[c] = gained;
      if (rows.columns[c].name == "lost") rows.rows.back()[c] = lost;
    }
    return change_in_sentences(language, tiny.comparison()).at(2);
  };
  EXPECT_EQ(sentence(1, 0, Language::Finnish),
            "Rajan sisälle pääsi 1 asukas, eikä kukaan jäänyt sen ulkopuolelle.");
  EXPECT_EQ(sentence(1, 3, Language::English),
            "1 resident came within the limit and 3 fell outside it.");
  EXPECT_EQ(sentence(0, 0, Language::Swedish), "Ingen kom inom gränsen eller hamnade utanför den.");
  tiny.record.face.is_plan = true;
  EXPECT_EQ(sentence(0, 1, Language::Finnish),
            "Rajan ulkopuolelle jäisi 1 asukas, eikä kukaan pääsisi sen sisälle.");
  EXPECT_EQ(sentence(0, 0, Language::English),
            "Nobody would come within the limit or fall outside it.");
}

TEST(ChangePage, WhatIsDueToThePopulationIsSaidApart) {
  TinyComparison tiny;
  auto& rows = tiny.tables.front();
  auto const set = [&](std::string const& name, std::int64_t value) {
    for (std::size_t c = 0; c < rows.columns.size(); ++c) {
      if (rows.columns[c].name == name) rows.rows.back()[c] = value;
    }
  };
  set("from_population", 7);
  EXPECT_THAT(change_in_sentences(Language::English, tiny.comparison()),
              Contains(HasSubstr("+7 residents are due to the population itself")));
  tiny.record.differences.push_back({Factor::Boundaries, "study", "", "kunta = '1'"});
  EXPECT_THAT(change_in_sentences(Language::English, tiny.comparison()),
              Contains(HasSubstr("+7 residents are due to the population or the area studied")));
  set("from_population", 0);
  EXPECT_THAT(change_in_sentences(Language::English, tiny.comparison()),
              Each(Not(HasSubstr("are due to"))));
}

TEST(ChangePage, DifferencesWithoutAnEffectAreCalledSo) {
  TinyComparison tiny;
  tiny.record.differences.push_back({std::nullopt, "nearest", "1", "3", true});
  tiny.record.differences.front().has_no_effect = true;
  auto const sheet = differences_sheet(Language::English, tiny.comparison());
  EXPECT_EQ(sheet.columns[1].header, "Before");
  ASSERT_EQ(sheet.table.rows.size(), 3U);
  EXPECT_EQ(std::get<std::string>(sheet.table.rows[0][3]),
            "meeting places, no effect on who is within the limit");
  EXPECT_EQ(std::get<std::string>(sheet.table.rows[1][3]), "limit −100");
  EXPECT_EQ(std::get<std::string>(sheet.table.rows[2][3]), "no effect");
  // The closing lines name what has an effect alone.
  EXPECT_EQ(change_lines(Language::English, tiny.comparison())[1].text, "limit (5 km → 3 km)");
}

/// A table of so many municipalities, of which the first `changed` gained ten residents each.
tables::OutputTable many_municipalities(std::size_t all, std::size_t changed) {
  Outcome before;
  Outcome after;
  std::vector<MunicipalityChange> changes;
  for (std::size_t m = 0; m < all; ++m) {
    bool const has_changed = m < changed;
    MunicipalityChange change{
        .figures_before = FigureSet{People{100}, People{50}},
        .figures_after = FigureSet{People{100}, People{has_changed ? 60.0 : 50.0}},
        .gained = People{has_changed ? 10.0 : 0.0},
        .lost = People{0}};
    change.code = std::to_string(100 + m);
    change.name = "Kunta " + change.code;
    changes.push_back(change);
  }
  std::optional<std::vector<CellPair>> const cells{std::vector<CellPair>{}};
  std::vector<PlacePair> const places;
  return tables::municipality_change_table({before, after, changes, cells, places});
}

TEST(FoldedRows, ManyMunicipalitiesAreOneRowAndAddUpToTheTotal) {
  for (auto const& [all, changed, shown] : {std::tuple{300, 3, 3}, {300, 50, 20}, {25, 0, 0}}) {
    auto const table =
        many_municipalities(static_cast<std::size_t>(all), static_cast<std::size_t>(changed));
    auto const [some, is_folded] = folded(Language::Finnish, table);
    EXPECT_TRUE(is_folded);
    ASSERT_EQ(some.rows.size(), static_cast<std::size_t>(shown) + 2);
    tables::ResultRows const rows{some};
    auto const rest = static_cast<std::size_t>(shown);
    EXPECT_EQ(rows.text(rest, "municipality_name"), fmt::format("Muut {} kuntaa", all - shown));
    for (auto const* column : {"residents_after", "covered_before", "covered_change", "gained"}) {
      double sum = 0;
      double whole = 0;
      for (std::size_t r = 0; r <= rest; ++r) sum += rows.number(r, column).value_or(-1);
      tables::ResultRows const of_all{table};
      for (std::size_t r = 0; r + 1 < of_all.size(); ++r)
        whole += of_all.number(r, column).value_or(-1);
      EXPECT_EQ(sum, whole) << column;
    }
    auto const other = static_cast<double>(changed - shown);
    EXPECT_NEAR(*rows.number(rest, "share_after"), 0.5 + 0.1 * other / (all - shown), 1e-9);
  }
  EXPECT_FALSE(folded(Language::Finnish, many_municipalities(20, 2)).is_folded);
  EXPECT_FALSE(folded(Language::Finnish, many_municipalities(21, 20)).is_folded)
      << "one row would take the place of one";
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
  EXPECT_LE(lines.size(), 11U);
  std::map<std::string, std::string> said;
  for (auto const& [name, text] : lines) said[name] = text;
  EXPECT_EQ(said["The runs compared"], "now → later");
  EXPECT_EQ(said["They differ in"], "meeting places (a.csv → b.csv), limit (5 km → 3 km)");
  EXPECT_EQ(said["Within the limit"], "50 of 150 residents (33.3%); before 100 of 150 (66.7%)");
  EXPECT_EQ(said["Change"], "−50 residents within the limit; fell most: Åminne & Ahola −50");
  EXPECT_EQ(said["Came within the limit"], "50 residents");
  EXPECT_EQ(said["Fell outside the limit"], "100 residents");
  EXPECT_EQ(said["Parts of the change"], "meeting places +50, limit −100");
  EXPECT_EQ(said["The largest areas that change"], "Åminne & Ahola +50, Åminne & Ahola −100");
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
