// Whatever a run finds has a heading and a description in every language, and no text of an input
// becomes a formula.

#include <gmock/gmock.h>

#include <fstream>
#include <set>

#include "gapmap/report/headings.h"
#include "gapmap/tables/columns.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class HeadingsRun : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path path(std::string const& name) const {
    return folder_.path() / name;
  }
  [[nodiscard]] std::filesystem::path run(std::string const& name,
                                          std::vector<std::string> const& words) const {
    std::vector<std::string> all{"coverage", "--quiet", "-o", path(name).string()};
    all.insert(all.end(), words.begin(), words.end());
    auto const ran = run_program(all);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return path(name);
  }

 private:
  TemporaryFolder folder_;
};

/// The header of a CSV, the properties of a GeoJSON's first feature; nothing of other files.
std::vector<std::string> columns_of(std::filesystem::path const& file) {
  std::vector<std::string> columns;
  auto const text = read_text(file);
  if (file.extension() == ".csv") {
    std::istringstream header{text.substr(0, text.find('\n'))};
    for (std::string column; std::getline(header, column, ',');) columns.push_back(column);
  } else if (file.extension() == ".geojson") {
    auto const first = text.find("\"properties\": {");
    EXPECT_NE(first, std::string::npos) << file;
    auto const properties = text.substr(first + 14, text.find('}', first) - first - 14);
    for (auto at = properties.find("\": "); at != std::string::npos;
         at = properties.find("\": ", at + 1)) {
      auto const begin = properties.rfind('"', at - 1) + 1;
      columns.push_back(properties.substr(begin, at - begin));
    }
  }
  return columns;
}

/// Columns of all files of a run or comparison. The catalogue has those of a CSV in its table.
std::set<std::string> columns_in(std::filesystem::path const& folder) {
  std::set<std::string> columns;
  bool const is_comparison = std::filesystem::exists(folder / "parts.csv");
  for (auto const& file : std::filesystem::directory_iterator{folder}) {
    auto const name = file.path().stem().string();
    auto const table = is_comparison ? tables::compared(name) : name;
    for (auto const& column : columns_of(file.path())) {
      if (file.path().extension() == ".csv") {
        EXPECT_TRUE(tables::find_column(column, table)) << column << " of " << table;
      }
      columns.insert(column);
    }
  }
  return columns;
}

void expect_headings(std::set<std::string> const& columns, std::set<std::string> const& of_user) {
  for (auto const& column : columns) {
    if (of_user.contains(column)) continue;
    std::set<std::string> headings;
    std::set<std::string> descriptions;
    for (auto const language : kLanguages) {
      auto const heading = report::heading(language, column);
      ASSERT_TRUE(heading.has_value()) << column << " has no label";
      EXPECT_THAT(*heading, Not(HasSubstr("_"))) << column << " in " << code_of(language);
      headings.insert(*heading);
      descriptions.insert(report::description(language, column));
    }
    EXPECT_FALSE(descriptions.contains("")) << column << " has no description";
    EXPECT_EQ(descriptions.size(), kLanguages.size()) << column << " is described alike";
    EXPECT_GE(headings.size(), 2U) << column << " is called the same in every language";
  }
}

TEST_F(HeadingsRun, EveryColumnOfARunWithEverythingOnIsNamedAndDescribed) {
  auto const folder =
      run("everything",
          {"tests/commands/zones/job.toml", "--nearest", "2", "--accounts", "--accessibility",
           "--roads-used", "--spread", "roads", "--requirement",
           "name=muisti; where=kohderyhma like 'muisti%'; limit=20 km", "--population-official",
           "geodata/etela-savo/municipality_population.csv", "--official-year", "2020",
           "--candidates", "geodata/etela-savo/villages.gpkg"});
  auto const columns = columns_in(folder);
  EXPECT_GT(columns.size(), 120U);
  EXPECT_TRUE(columns.contains("remedy_also_covers")) << "of gaps";
  expect_headings(columns, {"muisti"});
}

TEST_F(HeadingsRun, EveryColumnOfARunByTimeIsNamedAndDescribed) {
  auto const folder =
      run("times", {"geodata/varsinais-suomi/job.toml", "--limit", "30 min", "--accounts",
                    "--places-of", "own-county", "--study", "kunta in ('445','322','529','895')"});
  auto const columns = columns_in(folder);
  EXPECT_TRUE(columns.contains("no_wait_time_s"));
  expect_headings(columns, {});
}

TEST_F(HeadingsRun, EveryColumnOfAPublishedRunIsNamedAndDescribed) {
  auto const folder = run("published", {"tests/commands/zones/job.toml", "--publish"});
  auto const columns = columns_in(folder);
  EXPECT_TRUE(columns.contains("hidden"));
  expect_headings(columns, {});
}

TEST_F(HeadingsRun, EveryColumnOfAComparisonIsNamedAndDescribed) {
  auto const before = run("before", {"geodata/etela-savo/job.toml"});
  auto const after = run("after", {"geodata/etela-savo/job.toml", "--limit", "15 km"});
  auto const folder = path("change");
  auto const result =
      run_program({"compare", before.string(), after.string(), "-o", folder.string()});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  auto const columns = columns_in(folder);
  EXPECT_TRUE(columns.contains("by_limit"));
  expect_headings(columns, {});
}

TEST_F(HeadingsRun, EveryColumnOfTheOtherCommandsIsNamedAndDescribed) {
  std::string const job = "geodata/osm-sample/job.toml";
  std::vector<std::vector<std::string>> const commands{
      {"matrix", job, "--limit", "3 min"}, {"isochrone", job, "--limits", "2 km"}, {"check", job}};
  std::size_t seen = 0;
  for (auto words : commands) {
    auto const folder = path(words[0]);
    words.insert(words.end(), {"--quiet", "-o", folder.string()});
    auto const ran = run_program(words);
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    for (auto const& file : std::filesystem::directory_iterator{folder}) {
      auto const table = file.path().stem().string();
      for (auto const& column : columns_of(file.path())) {
        ++seen;
        for (auto const language : kLanguages) {
          using report::ShownUnits;
          EXPECT_TRUE(report::heading(language, column, ShownUnits::Large, table))
              << column << " of " << table << " has no label";
          EXPECT_NE(report::description(language, column, ShownUnits::Large, table), "")
              << column << " of " << table << " has no description";
        }
      }
    }
  }
  EXPECT_EQ(seen, 3U + 6 + 6 + 6 + 4 + 7);
}

TEST_F(HeadingsRun, APlaceNamedLikeAFormulaStaysText) {
  std::ofstream{path("places.csv")} << "id,nimi,itakoordinaatti,pohjoiskoordinaatti\n"
                                       "-7,=1+1,512006,6840925\n@b,Torppa,513006,6841925\n";
  auto const folder =
      run("formula", {"geodata/etela-savo/job.toml", "--places", path("places.csv").string()});
  auto const places = read_text(folder / "places.csv");
  EXPECT_THAT(places, HasSubstr("\n-7,'=1+1,512006,6840925,"));
  EXPECT_THAT(places, HasSubstr("\n'@b,Torppa,"));
  EXPECT_THAT(read_text(folder / "cells.csv"), HasSubstr(",-7,'=1+1"));
  EXPECT_THAT(read_text(folder / "places.geojson"), HasSubstr("\"=1+1\"")) << "no spreadsheet";
}

}  // namespace
}  // namespace gapmap
