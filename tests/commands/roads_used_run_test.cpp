// Who takes which road, beside the distances of the same run.

#include <gtest/gtest.h>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

class RoadsUsed : public ::testing::TestWithParam<std::vector<std::string>> {};

TEST_P(RoadsUsed, PersonKilometresAddUpToResidentsByDistance) {
  TemporaryFolder const temporary;
  auto const out = temporary.path() / "out";
  std::vector<std::string> words{"coverage", "--quiet", "--roads-used", "-o", out.string()};
  words.insert(words.end(), GetParam().begin(), GetParam().end());
  auto const ran = run_program(words);
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  double residents = 0;
  double outside = 0;
  double person_km = 0;
  for (auto const& cell : rows_of(out / "cells.csv")) {
    auto const distance = number(cell.at("distance_m"));
    auto const people = number(cell.at("residents"));
    if (!distance || !people) continue;
    residents += *people;
    if (cell.at("status") == "too_far") outside += *people;
    person_km += *people * (*distance - *number(cell.at("access_m"))) / 1000;
  }
  double used_km = 0;
  for (auto const& road : rows_of(out / "roads_used.csv")) {
    auto const people = *number(road.at("residents"));
    used_km += *number(road.at("person_km"));
    EXPECT_LE(*number(road.at("person_km")),
              2 * people * *number(road.at("length_m")) / 1000 + 0.001);
    EXPECT_LE(*number(road.at("residents_outside")), people);
    EXPECT_LE(people, residents);
    EXPECT_LE(*number(road.at("residents_outside")), outside);
    EXPECT_GE(*number(road.at("cells")), 1);
  }
  EXPECT_GT(person_km, 100);
  // Numbers in the tables are whole millimetres.
  EXPECT_NEAR(used_km, person_km, 2e-6 * residents + 0.1);
}

INSTANTIATE_TEST_SUITE_P(
    Samples, RoadsUsed,
    ::testing::Values(
        std::vector<std::string>{"geodata/etela-savo/job.toml"},
        std::vector<std::string>{"geodata/varsinais-suomi/job.toml", "--nearest", "3"},
        std::vector<std::string>{"geodata/varsinais-suomi/job.toml", "--places-of", "own-county",
                                 "--study", "kunta in ('445','322','529','895')"},
        std::vector<std::string>{"geodata/osm-sample/job.toml", "--trip", "from-place"}));

}  // namespace
}  // namespace gapmap
