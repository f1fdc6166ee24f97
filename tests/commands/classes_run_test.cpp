// Classes of distance in whole runs: figures add up, options and job files go together.

#include <gmock/gmock.h>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

using ::testing::HasSubstr;

class ClassesRun : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path path(std::string const& name) const {
    return folder_.path() / name;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(ClassesRun, ClassesAddUpToMunicipalities) {
  ASSERT_EQ(run_program(
                {"coverage", "geodata/etela-savo/job.toml", "--quiet", "-o", path("out").string()})
                .exit_code,
            0);
  std::map<std::string, std::map<std::string, long>> sums;  // by municipality and class
  std::map<std::string, long> within;
  for (auto const& row : rows_of(path("out") / "classes.csv")) {
    if (row.at("group") != "all") continue;
    auto const residents = std::stol(row.at("residents"));
    auto const code = row.at("level") == "total" ? "" : row.at("zone_code");
    sums[code]["residents"] += residents;
    sums[code][row.at("class")] = residents;
    if (row.at("class") == "to_20_km") within[code] = std::stol(row.at("cumulative"));
    EXPECT_EQ(row.at("cumulative").empty(), row.at("to_m").empty() && row.at("from_m").empty());
  }
  auto const municipalities = rows_of(path("out") / "municipalities.csv");
  ASSERT_EQ(sums.size(), municipalities.size());
  for (auto const& row : municipalities) {
    auto const& code = row.at("municipality_code");
    EXPECT_EQ(sums[code]["residents"], std::stol(row.at("residents")));
    EXPECT_EQ(within[code], std::stol(row.at("covered")));
    EXPECT_EQ(sums[code]["to_30_km"] + sums[code]["over_30_km"], std::stol(row.at("outside")));
    EXPECT_EQ(sums[code]["no_road_connection"], std::stol(row.at("unreachable")));
    EXPECT_EQ(sums[code]["off_network"], std::stol(row.at("off_network")));
  }
}

TEST_F(ClassesRun, ListsAreTheSameInWordsAndInAJobFile) {
  std::string const folder = "tests/commands/zones/";
  auto const ran = run_program({"coverage", "geodata/etela-savo/job.toml", "--quiet", "--classes",
                                "5 20 km", "--zones", folder + "postal.geojson", "--zones",
                                "Haukivuori pilot=" + folder + "haukivuori.geojson", "--area-key",
                                folder + "key.csv", "--area-levels", "hyvinvointialue", "-o",
                                path("words").string()});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  ASSERT_EQ(run_program({"coverage", folder + "job.toml", "--quiet", "-o", path("job").string()})
                .exit_code,
            0);
  for (auto const* file : {"classes.csv", "zones.geojson", "cells.csv"}) {
    EXPECT_EQ(read_text(path("words") / file), read_text(path("job") / file)) << file;
  }
  // Words win over the whole list.
  ASSERT_EQ(run_program({"coverage", folder + "job.toml", "--quiet", "--zones",
                         folder + "postal.geojson", "-o", path("one").string()})
                .exit_code,
            0);
  EXPECT_THAT(read_text(path("one/run.json")),
              HasSubstr("\"zones\": [\n      \"" + folder + "postal.geojson\"\n    ]"));
  // A command that needs no zones takes the same job file.
  EXPECT_EQ(run_program({"matrix", folder + "job.toml", "--quiet", "-o", path("matrix").string()})
                .exit_code,
            0);
}

TEST_F(ClassesRun, AcceptedSuccessorsLeaveNobodyOutside) {
  ASSERT_EQ(run_program({"coverage", "tests/commands/zones/job.toml", "--quiet",
                         "--area-successors", "588=507", "-o", path("out").string()})
                .exit_code,
            0);
  long county = 0;
  for (auto const& row : rows_of(path("out/classes.csv"))) {
    if (row.at("level") == "hyvinvointialue" && row.at("group") == "all") {
      EXPECT_EQ(row.at("zone_code"), "12");
      county += std::stol(row.at("residents"));
    }
  }
  EXPECT_EQ(county, 131713);
  auto const ran = run_program({"coverage", "tests/commands/zones/job.toml", "--area-successors",
                                "588=999", "-o", path("other").string()});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("--area-successors: 999 is not in the key either"));
}

}  // namespace
}  // namespace gapmap
