// Several limits in one run: each is what a run with that limit alone says.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class SeveralLimits : public ::testing::Test {
 protected:
  fs::path run(std::string const& out, std::vector<std::string> const& more) {
    std::vector<std::string> words{"geodata/kanta-hame/job.toml", "--remedies", "0"};
    words.insert(words.end(), more.begin(), more.end());
    auto const ran = cover_sample(words, path(out));
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return path(out);
  }
  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }
  static std::vector<std::string> statuses(fs::path const& out, std::string const& column) {
    std::vector<std::string> statuses;
    for (auto const& cell : rows_of(out / "cells.csv"))
      statuses.push_back(cell.at(column) == "met" ? "covered" : cell.at(column));
    return statuses;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(SeveralLimits, AreEachThatOfARunAlone) {
  auto const both = run("both", {"--limit", "20 km", "--limit", "15 min", "--limit", "8,5 km"});
  auto const far = run("far", {"--limit", "20 km"});
  auto const late = run("late", {"--limit", "15 min"});
  auto const near = run("near", {"--limit", "8,5 km"});
  EXPECT_EQ(statuses(both, "status"), statuses(far, "status"));
  EXPECT_EQ(statuses(both, "20_km"), statuses(far, "status"));
  EXPECT_EQ(statuses(both, "15_min"), statuses(late, "status"));
  EXPECT_EQ(statuses(both, "8500_m"), statuses(near, "status"));
  auto const minutes = rows_of(late / "cells.csv");
  auto const told = rows_of(both / "cells.csv");
  for (std::size_t c = 0; c < told.size(); ++c)
    EXPECT_EQ(told[c].at("15_min_time_s"), minutes[c].at("time_s"));
}

TEST_F(SeveralLimits, AddUpByMunicipalityAndGroup) {
  auto const out = run("out", {"--limit", "20 km", "--limit", "15 min"});
  auto const cells = rows_of(out / "cells.csv");
  std::size_t rows = 0;
  for (auto const& row : rows_of(out / "groups.csv")) {
    auto const of = [&](char const* column) { return std::stod(row.at(column)); };
    EXPECT_NEAR(of("covered") + of("not_covered"), of("residents"), 1e-6);
    EXPECT_NEAR(of("outside") + of("unreachable") + of("off_network"), of("not_covered"), 1e-6);
    if (row.at("group") != "all") continue;
    ++rows;
    double covered = 0;
    for (auto const& cell : cells) {
      bool const is_here =
          row.at("level") == "total" || cell.at("municipality_code") == row.at("zone_code");
      auto const far = cell.at("20_km") == "met";
      auto const late = cell.at("15_min") == "met";
      auto const& rule = row.at("rule");
      bool const is_met = rule == "20_km"        ? far
                          : rule == "15_min"     ? late
                          : rule == "all_limits" ? far && late
                                                 : far || late;
      if (is_here && is_met) covered += std::stod(cell.at("residents"));
    }
    EXPECT_NEAR(of("covered"), covered, 1e-6) << row.at("rule") << " " << row.at("zone_name");
  }
  EXPECT_EQ(rows, 4U * 12U);
}

TEST_F(SeveralLimits, ComeFromAJobFileUnderEitherName) {
  auto const words = run("words", {"--limit", "20 km", "--limit", "30 min"});
  auto const job = path("job.toml");
  auto text = read_text(fs::path{GAPMAP_SOURCE_DIR} / "geodata/kanta-hame/job.toml");
  for (auto const* key : {"limit", "limits"}) {
    std::string here;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("limit")) line = std::string{key} + R"( = ["20 km", "30 min"])";
      for (auto const* file : {"municipalities.gpkg", "roads.gpkg", "population.gpkg",
                               "paikat-korjattu.csv", "villages.gpkg"}) {
        if (auto const at = line.find(file); at != std::string::npos)
          line.insert(at, std::string{GAPMAP_SOURCE_DIR} + "/geodata/kanta-hame/");
      }
      here += line + "\n";
    }
    std::ofstream{job} << here;
    auto const ran = run_program(
        {"coverage", job.string(), "--quiet", "--remedies", "0", "-o", path(key).string()});
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_EQ(read_text(path(key) / "groups.csv"), read_text(words / "groups.csv"));
  }
  EXPECT_THAT(read_text(words / "run.json"), HasSubstr("\"limit\": [\n"));
}

TEST_F(SeveralLimits, AreToldInTheReport) {
  auto const out = run("out", {"--limit", "20 km", "--limit", "30 min"});
  auto const html = read_text(out / "report.fi.html");
  EXPECT_THAT(html, HasSubstr("Kaikkien rajojen ulkopuolella"));
  EXPECT_THAT(html, HasSubstr("30\u00a0min"));
}

}  // namespace
}  // namespace gapmap
