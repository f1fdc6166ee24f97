// What a run says its figures are shares of: rows that add up, the same figures in run.json, and
// those of the municipalities' own table.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

using ::testing::HasSubstr;

/// Rows of numbers by name of the municipality; what is empty is 0.
std::map<std::string, std::map<std::string, double>> table_of(std::string const& csv) {
  auto const split = [](std::string const& line) {
    std::vector<std::string> fields;
    std::istringstream rest{line};
    for (std::string field; std::getline(rest, field, ',');) fields.push_back(field);
    return fields;
  };
  std::istringstream lines{csv};
  std::string line;
  std::getline(lines, line);
  auto const columns = split(line);
  std::map<std::string, std::map<std::string, double>> rows;
  while (std::getline(lines, line)) {
    auto const fields = split(line);
    for (std::size_t c = 2; c < fields.size(); ++c)
      rows[fields[1]][columns[c]] = fields[c].empty() ? 0 : std::stod(fields[c]);
  }
  return rows;
}

TEST(DenominatorsRun, AddUpAndAgreeWithTheOtherFiles) {
  TemporaryFolder const folder;
  auto const out = folder.path() / "out";
  auto const ran =
      run_program({"coverage", "geodata/etela-savo/job.toml", "--quiet", "--population-official",
                   "geodata/etela-savo/municipality_population.csv", "--official-year", "2020",
                   "-o", out.string()});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  auto rows = table_of(read_text(out / "denominators.csv"));
  auto total = rows.at("Total");
  EXPECT_EQ(total.at("residents_grid"), 131'713);
  EXPECT_EQ(total.at("residents_official"), 132'702);
  EXPECT_EQ(total.at("residents_grid") - total.at("residents_centre_outside"), 131'110)
      << "residents by the centres of cells";
  auto const municipalities = table_of(read_text(out / "municipalities.csv"));
  ASSERT_EQ(rows.size(), municipalities.size());
  for (auto const& [name, row] : rows) {
    EXPECT_EQ(row.at("residents_grid"), municipalities.at(name).at("residents")) << name;
    EXPECT_EQ(row.at("cells"), municipalities.at(name).at("cells")) << name;
    EXPECT_EQ(row.at("difference"), row.at("residents_official") - row.at("residents_grid"));
    EXPECT_NEAR(row.at("ratio"), row.at("residents_grid") / row.at("residents_official"), 1e-6);
  }
  rows.erase("Total");
  for (auto const& [name, row] : rows) {
    for (auto const& [column, number] : row) total[column] -= number;
  }
  for (auto const& [column, rest] : total) {
    EXPECT_TRUE(column == "ratio" || rest == 0) << column << " " << rest;
  }
}

TEST(DenominatorsRun, AreInTheRecordWithoutOfficialNumbersToo) {
  TemporaryFolder const folder;
  auto const out = folder.path() / "out";
  ASSERT_EQ(run_program({"coverage", "geodata/etela-savo/job.toml", "--quiet", "-o", out.string()})
                .exit_code,
            0);
  EXPECT_THAT(read_text(out / "denominators.csv"), HasSubstr("\n,Total,6236,131713,,,,"));
  auto const record = read_text(out / "run.json");
  EXPECT_THAT(record, HasSubstr("\"residents_grid\": 131713,\n    \"residents_official\": null"));
  EXPECT_THAT(record, HasSubstr("\"centre_outside\": {\n      \"cells\": 117,\n      "
                                "\"residents\": 603"));
}

TEST(DenominatorsRun, TellOnceWhichGroupsDoNotAddUp) {
  TemporaryFolder const folder;
  auto const out = folder.path() / "out";
  auto const ran = run_program({"coverage", "geodata/etela-savo/job.toml", "-o", out.string()});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  std::string const first = "CRS3035RES1000mN4340000E5235000";
  auto const says = [](std::string const& text, std::string const& what) {
    std::size_t times = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++times;
    return times;
  };
  EXPECT_EQ(says(ran.err, first), 2U) << "by age and by sex";
  EXPECT_THAT(ran.err, HasSubstr("groups by age: -10 to +11 off the residents in 3664 of 6236 "
                                 "cells, one group more than the residents in 649 cells, by up to "
                                 "6; kept as published; first: " +
                                 first));
  auto const record = read_text(out / "run.json");
  EXPECT_EQ(says(record, first), 2U);
  EXPECT_THAT(record, HasSubstr("\"cells_that_do_not_add_up\": 3664,"));
  EXPECT_THAT(record, HasSubstr("\"examples\": [\n          \"" + first + "\""));
}

}  // namespace
}  // namespace gapmap
