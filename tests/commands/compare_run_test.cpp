// gapmap compare on whole runs: what adds up, what is nothing, and what is the other way round.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <set>

#include "gapmap/report/headings.h"
#include "gapmap/scenario/factors.h"
#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::array<char const*, kFactors> kParts{"by_places",     "by_population", "by_roads",
                                                   "by_boundaries", "by_limit",      "by_travel"};

double number_at(CsvRow const& row, std::string const& column) {
  auto const& field = row.at(column);
  return field.empty() ? 0 : std::stod(field);
}

class CompareRun : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(std::string const& name) const {
    return (folder_.path() / name).string();
  }
  /// Results of the sample with these words, in the folder of that name.
  [[nodiscard]] std::string cover(std::string const& name,
                                  std::vector<std::string> const& more = {}) const {
    std::vector<std::string> words{"geodata/etela-savo/job.toml"};
    words.insert(words.end(), more.begin(), more.end());
    auto const ran = cover_sample(words, path(name));
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return path(name);
  }
  [[nodiscard]] Ran compare(std::string const& before, std::string const& after,
                            std::string const& name) const {
    auto ran = run_program({"compare", before, after, "-o", path(name)});
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return ran;
  }
  [[nodiscard]] std::vector<CsvRow> rows(std::string const& name, char const* table) const {
    return rows_of(fs::path{path(name)} / (std::string{table} + ".csv"));
  }
  /// The places of the sample and one more.
  [[nodiscard]] std::string with_a_place_in_juva() const {
    auto const file = folder_.path() / "places.csv";
    write_text(file, read_text(fs::path{GAPMAP_SOURCE_DIR} / "geodata/etela-savo/places.csv") +
                         "99;Juva;;;;;547000;6862000;\n");
    return file.string();
  }
  void expect_parts_add_up(std::string const& name) const {
    std::map<std::string, std::array<double, kFactors>> sums;
    std::size_t totals = 0;
    for (auto const& row : rows(name, "parts")) {
      double sum = 0;
      auto& of_figure = sums[row.at("figure")];
      bool const is_total = row.at("municipality_name") == "Total";
      bool const is_share = row.at("figure") == "share";
      for (std::size_t f = 0; f < kFactors; ++f) {
        auto const part = number_at(row, kParts[f]);
        sum += part;
        if (!is_total) of_figure[f] += part;
        if (is_total && !is_share) {
          EXPECT_EQ(part, of_figure[f]) << kParts[f];
        }
      }
      if (is_share) {
        if (!row.at("by_places").empty()) {
          EXPECT_NEAR(sum, number_at(row, "figure_change"), 1e-9);
        }
      } else {
        EXPECT_EQ(sum, number_at(row, "figure_change")) << row.at("municipality_name");
      }
      totals += is_total ? 1 : 0;
    }
    EXPECT_EQ(totals, 4U);
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(CompareRun, PartsAddUpInRowsAndColumns) {
  auto const before = cover("before");
  auto const after = cover("after", {"--places", with_a_place_in_juva(), "--limit", "15 km",
                                     "--study", "kunta <> '046'", "--max-off-road", "1 km"});
  auto const ran = compare(before, after, "out");
  EXPECT_THAT(ran.out, HasSubstr("raja (20 km → 15 km)"));
  expect_parts_add_up("out");
  auto const parts = rows("out", "parts");
  auto const& covered = parts.at(parts.size() - 3);
  EXPECT_EQ(covered.at("figure"), "covered");
  EXPECT_GT(number_at(covered, "by_places"), 0);
  EXPECT_LT(number_at(covered, "by_limit"), 0);
  EXPECT_LT(number_at(covered, "by_travel"), 0);
  EXPECT_EQ(number_at(covered, "by_roads"), 0);
  // Half of what a place and a limit do together is each one's, whoever comes first.
  auto const total = [&](std::string const& run) {
    return number_at(rows(run, "municipalities").back(), "covered");
  };
  auto const both = cover("both", {"--places", with_a_place_in_juva(), "--limit", "15 km"});
  static_cast<void>(cover("place", {"--places", with_a_place_in_juva()}));
  static_cast<void>(cover("limit", {"--limit", "15 km"}));
  static_cast<void>(compare(before, both, "two"));
  auto const two = rows("two", "parts");
  auto const none = total("before");
  EXPECT_NEAR(number_at(two.at(two.size() - 3), "by_places"),
              (total("place") - none + total("both") - total("limit")) / 2, 1);
}

/// The row of everybody in the whole area, or of another group.
CsvRow const& of_whole_area(std::vector<CsvRow> const& groups, std::string const& rule,
                            std::string const& group = "all") {
  for (auto const& row : groups) {
    if (row.at("rule") == rule && row.at("level") == "total" && row.at("group") == group)
      return row;
  }
  throw std::runtime_error{"no row of " + rule};
}

TEST_F(CompareRun, GroupsAreComparedByEveryLimit) {
  auto const before = cover("before", {"--limit", "20 km", "--limit", "15 min"});
  auto const after =
      cover("after", {"--limit", "20 km", "--limit", "15 min", "--places", with_a_place_in_juva()});
  static_cast<void>(compare(before, after, "out"));
  auto const groups = rows("out", "groups");
  for (std::string const run : {"before", "after"}) {
    auto const own = rows(run, "groups");
    for (auto const* rule : {"20_km", "15_min", "all_limits", "any_limit"}) {
      EXPECT_EQ(of_whole_area(groups, rule).at("not_covered_" + run),
                of_whole_area(own, rule).at("not_covered"))
          << rule;
    }
  }
  auto const municipalities = rows("out", "municipalities");
  for (std::string const figure : {"residents", "covered", "not_covered"}) {
    for (auto const* when : {"_before", "_after", "_change"}) {
      EXPECT_EQ(number_at(of_whole_area(groups, "20_km"), figure + when),
                number_at(municipalities.back(), figure + when));
    }
  }
  auto const page = read_text(fs::path{path("out")} / "report.fi.html");
  EXPECT_THAT(page, HasSubstr("Ketkä jäävät ulkopuolelle, ryhmittäin"));
  EXPECT_THAT(page, HasSubstr("15 min"));
}

TEST_F(CompareRun, SingleLimitsAreComparedEvenIfTheyAreNotTheSame) {
  static_cast<void>(compare(cover("before"), cover("after", {"--limit", "15 km"}), "out"));
  auto const groups = rows("out", "groups");
  auto const municipalities = rows("out", "municipalities");
  EXPECT_EQ(number_at(of_whole_area(groups, "each_limit"), "covered_change"),
            number_at(municipalities.back(), "covered_change"));
}

TEST_F(CompareRun, OfARunWithItselfIsNothing) {
  auto const run = cover("run");
  auto const ran = compare(run, run, "out");
  EXPECT_THAT(ran.out, HasSubstr("Laskennoissa ei ole eroa, joka voisi muuttaa tulosta"));
  expect_parts_add_up("out");
  for (auto const& row : rows("out", "municipalities")) {
    EXPECT_EQ(number_at(row, "covered_change"), 0);
    EXPECT_EQ(number_at(row, "gained") + number_at(row, "lost"), 0);
    EXPECT_EQ(row.at("change"), "kept");
  }
  EXPECT_THAT(rows("out", "changes"), IsEmpty());
  for (auto const& cell : rows("out", "cells")) {
    EXPECT_THAT(cell.at("change"), HasSubstr("still_"));
    EXPECT_EQ(cell.at("status_before"), cell.at("status_after"));
  }
}

TEST_F(CompareRun, TheOtherWayRoundEveryChangeHasTheOtherSign) {
  auto const one = cover("one");
  auto const other = cover("other", {"--places", with_a_place_in_juva(), "--limit", "15 km"});
  static_cast<void>(compare(one, other, "there"));
  static_cast<void>(compare(other, one, "back"));
  auto const there = rows("there", "municipalities");
  auto const back = rows("back", "municipalities");
  ASSERT_EQ(there.size(), back.size());
  for (std::size_t r = 0; r < there.size(); ++r) {
    for (auto const* figure : {"residents", "covered", "not_covered", "share", "distance_mean"}) {
      std::string const column =
          std::string{figure} + (figure == std::string{"distance_mean"} ? "_change_m" : "_change");
      EXPECT_EQ(number_at(there[r], column), -number_at(back[r], column)) << column;
    }
    // The residents are the same in both.
    EXPECT_EQ(there[r].at("gained"), back[r].at("lost"));
    EXPECT_EQ(there[r].at("lost"), back[r].at("gained"));
  }
  auto const parts = rows("there", "parts");
  auto const parts_back = rows("back", "parts");
  for (std::size_t r = 0; r < parts.size(); ++r) {
    for (auto const* part : kParts)
      EXPECT_EQ(number_at(parts[r], part), -number_at(parts_back[r], part))
          << part << " in row " << r;
  }
}

TEST_F(CompareRun, CellsAreWhatTheRunsSay) {
  auto const before = cover("before");
  auto const after = cover("after", {"--limit", "15 km"});
  static_cast<void>(compare(before, after, "out"));
  std::map<std::string, CsvRow> was;
  std::map<std::string, CsvRow> is;
  for (auto const& cell : rows("before", "cells")) was[cell.at("cell_id")] = cell;
  for (auto const& cell : rows("after", "cells")) is[cell.at("cell_id")] = cell;
  double lost = 0;
  for (auto const& cell : rows("out", "cells")) {
    auto const& from = was.at(cell.at("cell_id"));
    auto const& to = is.at(cell.at("cell_id"));
    EXPECT_EQ(cell.at("status_before"), from.at("status"));
    EXPECT_EQ(cell.at("status_after"), to.at("status"));
    EXPECT_EQ(cell.at("distance_before_m"), from.at("distance_m"));
    EXPECT_EQ(cell.at("nearest_place_after_name"), to.at("nearest_place_name"));
    if (from.at("status") == "covered" && to.at("status") != "covered") {
      EXPECT_EQ(cell.at("change"), "lost");
      lost += number_at(to, "residents");
    }
  }
  EXPECT_GT(lost, 0);
  EXPECT_EQ(number_at(rows("out", "municipalities").back(), "lost"), lost);
  double in_areas = 0;
  for (auto const& area : rows("out", "changes")) in_areas += number_at(area, "residents");
  EXPECT_EQ(in_areas, lost);
}

TEST_F(CompareRun, TheNetChangeIsWhoCrossedTheLimitAndThePopulation) {
  auto const before = cover("before");
  auto const after = cover("after", {"--places", with_a_place_in_juva(), "--limit", "15 km",
                                     "--population-where", "T > 12"});
  auto const ran = compare(before, after, "out");
  EXPECT_THAT(ran.out, HasSubstr("Väestön muutos rajan sisällä"));
  EXPECT_THAT(ran.out, HasSubstr("Pääsi rajan sisälle")) << "no plan: other people are counted";
  double of_all = 0;
  for (auto const& row : rows("out", "municipalities")) {
    EXPECT_EQ(number_at(row, "covered_change"),
              number_at(row, "gained") - number_at(row, "lost") + number_at(row, "from_population"))
        << row.at("municipality_name");
    of_all = number_at(row, "from_population");
  }
  // By the cells: whoever was within the limit, counted as residents before and after.
  double expected = 0;
  for (auto const& cell : rows("out", "cells")) {
    bool const was = cell.at("status_before") == "covered";
    bool const is = cell.at("status_after") == "covered";
    if (cell.at("change") == "new") {
      expected += is ? number_at(cell, "residents_after") : 0;
    } else if (was) {
      expected += number_at(cell, "residents_after") - number_at(cell, "residents_before");
    }
  }
  EXPECT_EQ(of_all, expected);
  EXPECT_LT(of_all, 0);
}

TEST_F(CompareRun, TwoWordsMayBeJobFilesAndOneIsItsOwn) {
  auto const job = (fs::path{GAPMAP_SOURCE_DIR} / "geodata/osm-sample/job.toml").string();
  auto const own = path("comparison.toml");
  write_text(own, "before = \"" + job + "\"\nafter = \"" + job +
                      "\"\nnames = [\"Nyt\", \"Sitten\"]\noutput = \"of its own\"\n");
  auto const ran = run_program({"compare", own});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("Nyt → Sitten"));
  EXPECT_TRUE(fs::exists(path("of its own/report.fi.html")));
  // What is given in words wins over the file.
  auto const words = run_program({"compare", own, "--names", "A", "B", "--quiet", "-o", path("b")});
  EXPECT_THAT(words.out, HasSubstr("A → B"));
  auto const mixed = run_program({"compare", job, "--after", job, "--quiet", "-o", path("c")});
  EXPECT_EQ(mixed.exit_code, 0) << mixed.err;
}

TEST_F(CompareRun, RoadsStandBehindItsMapAndItsLayers) {
  static_cast<void>(compare(cover("before"), cover("after", {"--limit", "15 km"}), "out"));
  auto const page = read_text(fs::path{path("out")} / "report.fi.html");
  EXPECT_THAT(page, HasSubstr("<g class=\"roads\""));
  EXPECT_THAT(page, HasSubstr("näkyvät taustalla harmaina"));
  EXPECT_THAT(read_text(fs::path{path("out")} / "gapmap.qgs"), HasSubstr("layername=roads"));
  EXPECT_FALSE(fs::exists(path("out/roads.csv")));
}

TEST_F(CompareRun, OfMetresWithSecondsSubtractsNoCosts) {
  auto const before = cover("before");
  auto const after = cover("after", {"--limit", "20 min"});
  static_cast<void>(compare(before, after, "out"));
  expect_parts_add_up("out");
  auto const cells = rows("out", "cells");
  EXPECT_TRUE(cells.front().contains("distance_before_m"));
  EXPECT_TRUE(cells.front().contains("time_after_s"));
  EXPECT_FALSE(cells.front().contains("time_change_s"));
}

TEST_F(CompareRun, WithoutTheInputsThereAreNoPartsAndSaysWhy) {
  auto const places = with_a_place_in_juva();
  auto const before = cover("before");
  auto const after = cover("after", {"--places", places});
  write_text(places, read_text(places) + "100;Sulkava;;;;;585000;6851000;\n");
  fs::create_directory(path("out"));
  write_text(fs::path{path("out")} / "parts.csv", "of an earlier comparison");
  auto const ran = run_program({"compare", before, after, "-o", path("out"), "--overwrite"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("not split into parts: places of"));
  EXPECT_THAT(ran.err, HasSubstr("have changed since that run"));
  EXPECT_FALSE(fs::exists(fs::path{path("out")} / "parts.csv"));
  EXPECT_THAT(read_text(fs::path{path("out")} / "run.json"), HasSubstr("\"none_because\""));
  EXPECT_GT(number_at(rows("out", "municipalities").back(), "gained"), 0);
}

TEST_F(CompareRun, OfFilesThatWereChangedIsRefused) {
  auto const before = cover("before");
  auto const after = cover("after", {"--limit", "15 km"});
  auto const file = fs::path{after} / "municipalities.csv";
  write_text(file, replaced(read_text(file), "740,Savonlinna,1085,32237,22382",
                            "740,Savonlinna,1085,32237,22383"));
  auto const ran = run_program({"compare", before, after, "-o", path("out")});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, HasSubstr("made anew from the same inputs"));
  EXPECT_THAT(ran.err, HasSubstr("Savonlinna"));
  EXPECT_FALSE(fs::exists(path("out")));
}

TEST_F(CompareRun, NobodyFellOutsideWhereOnlyOneRunCounts) {
  auto const before = cover("before");
  auto const after = cover("after", {"--limit", "15 km", "--study", "kunta = '740'"});
  auto const ran = compare(before, after, "out");
  EXPECT_THAT(ran.out, HasSubstr("Savonlinna"));
  EXPECT_THAT(ran.out, Not(HasSubstr("Mikkeli")));
}

TEST_F(CompareRun, NeverReplacesARunThatItCompares) {
  auto const before = cover("before");
  auto const after = cover("after", {"--limit", "15 km"});
  auto const was = read_text(fs::path{after} / "run.json");
  for (auto const& output : {after, after + "/", path("before/../after")}) {
    auto const ran = run_program({"compare", before, after, "-o", output, "--overwrite"});
    EXPECT_EQ(ran.exit_code, 2);
    EXPECT_THAT(ran.err, HasSubstr("is one of the runs compared"));
  }
  EXPECT_EQ(read_text(fs::path{after} / "run.json"), was);
}

TEST_F(CompareRun, OfDifferentGridsComparesMunicipalitiesAlone) {
  auto const before = cover("before");
  auto const after = cover("after", {"--cell-id", "T"});
  auto const ran = compare(before, after, "out");
  EXPECT_THAT(ran.err, HasSubstr("no cell id in common"));
  EXPECT_FALSE(fs::exists(fs::path{path("out")} / "cells.csv"));
  EXPECT_FALSE(fs::exists(fs::path{path("out")} / "changes.csv"));
  EXPECT_EQ(rows("out", "municipalities").back().at("gained"), "");
  expect_parts_add_up("out");
}

TEST_F(CompareRun, AMixtureThatCannotBeLeavesTheComparisonWithoutParts) {
  auto const before = cover("before");
  auto const after =
      cover("after", {"--places-of", "own-county", "--study", "kunta in ('491','740')"});
  auto const ran = compare(before, after, "out");
  EXPECT_THAT(ran.err, HasSubstr("a mixture of the two runs cannot be made"));
  EXPECT_FALSE(fs::exists(fs::path{path("out")} / "parts.csv"));
  auto const municipalities = rows("out", "municipalities");
  EXPECT_EQ(municipalities.size(), 13U) << "those of either run, and the total";
  EXPECT_EQ(municipalities.front().at("change"), "gone");
  EXPECT_EQ(number_at(municipalities.front(), "residents_after"), 0);
}

TEST_F(CompareRun, OfDifferentWorkingCoordinatesIsRefused) {
  auto const before = cover("before");
  auto const after = cover("after", {"--crs", "EPSG:3035"});
  auto const ran = run_program({"compare", before, after, "-o", path("out")});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, HasSubstr("with the same --crs"));
}

TEST_F(CompareRun, EveryColumnHasAHeadingAndEveryPageIsInItsLanguage) {
  auto const before = cover("before");
  auto const after = cover("after", {"--places", with_a_place_in_juva(), "--limit", "20 min"});
  static_cast<void>(compare(before, after, "out"));
  for (auto const* table : {"municipalities", "parts", "changes", "places", "cells"}) {
    auto const of_table = rows("out", table);
    for (auto const& [column, value] : of_table.front()) {
      std::set<std::string> headings;
      for (auto const language : kLanguages) {
        auto const heading = report::heading(language, column);
        ASSERT_TRUE(heading.has_value()) << column;
        EXPECT_THAT(*heading, Not(HasSubstr("_"))) << column;
        headings.insert(*heading);
      }
      EXPECT_GE(headings.size(), 2U) << column;
    }
  }
  for (auto const& [language, word] : {std::pair{"fi", "Mistä muutos johtuu"},
                                       {"sv", "Vad förändringen beror på"},
                                       {"en", "What the change is due to"}}) {
    auto const page =
        read_text(fs::path{path("out")} / ("report." + std::string{language} + ".html"));
    EXPECT_THAT(page, HasSubstr("<html lang=\"" + std::string{language}));
    EXPECT_THAT(page, HasSubstr(word));
  }
}

TEST(CompareOptions, EveryOptionOfCoverageHasAFactorOrChangesNothing) {
  auto const help = run_program({"coverage", "--help"}).out;
  std::set<std::string> options;
  std::istringstream lines{help};
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  -")) continue;
    auto const at = line.find("--");
    if (at == std::string::npos || at > 7) continue;
    options.insert(line.substr(at + 2, line.find_first_of(" ,", at) - at - 2));
  }
  options.erase("help");
  EXPECT_GT(options.size(), 80U);
  for (auto const& option : options)
    EXPECT_NE(scenario::effect_of(option), nullptr) << option << ": say what it changes";
  for (auto const& effect : scenario::option_effects())
    EXPECT_TRUE(options.contains(std::string{effect.option})) << effect.option << " is none";
}

}  // namespace
}  // namespace gapmap
