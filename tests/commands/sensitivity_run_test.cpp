// What hangs on the access legs, against runs that count them so.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::Not;

class AccessLegs : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path run(std::string const& name, std::vector<std::string> const& more) {
    auto const out = folder_.path() / name;
    std::vector<std::string> words{"coverage",  "geodata/varsinais-suomi/job.toml",   "--quiet",
                                   "--study",   "kunta in ('445','322','529','895')", "-o",
                                   out.string()};
    words.insert(words.end(), more.begin(), more.end());
    auto const ran = run_program(words);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    said_ = ran.out;
    return out;
  }
  [[nodiscard]] std::string const& said() const { return said_; }

 private:
  TemporaryFolder folder_;
  std::string said_;
};

std::map<std::string, CsvRow> assumptions(fs::path const& out) {
  std::map<std::string, CsvRow> rows;
  for (auto const& row : rows_of(out / "sensitivity.csv")) rows[row.at("assumption")] = row;
  return rows;
}

/// Residents by cell of those whose status changes between two runs.
std::pair<long, long> changed(fs::path const& before, fs::path const& after) {
  auto const cells = rows_of(before / "cells.csv");
  auto const others = rows_of(after / "cells.csv");
  EXPECT_EQ(cells.size(), others.size());
  long come_within = 0;
  long fall_outside = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    auto const residents = std::stol(cells[c].at("residents"));
    bool const was_covered = cells[c].at("status") == "covered";
    bool const is_covered = others[c].at("status") == "covered";
    if (is_covered && !was_covered) come_within += residents;
    if (was_covered && !is_covered) fall_outside += residents;
  }
  return {come_within, fall_outside};
}

TEST_F(AccessLegs, OtherSpeedsAreWhatARunWithThemSays) {
  std::vector<std::vector<std::string>> const rules{
      {},
      {"--trip", "from-place", "--ferries", "avoid"},
      {"--trip", "round-trip", "--places-of", "own-county"}};
  long hanging = 0;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    auto const with = [&](std::string const& name, std::vector<std::string> more) {
      more.insert(more.end(), rules[r].begin(), rules[r].end());
      more.insert(more.end(), {"--limit", "25 min"});
      return run(name + std::to_string(r), more);
    };
    auto const out = with("run", {});
    auto const told = assumptions(out);
    ASSERT_THAT(told, Not(Contains(Key("length_1_3"))));
    for (auto const& [name, speed] : {std::pair{"walking_speed", "car.off_road=5"},
                                      std::pair{"speed_40_kmh", "car.off_road=40"}}) {
      auto const other = with(name, {"--speeds", speed});
      auto const [come_within, fall_outside] = changed(out, other);
      EXPECT_EQ(told.at(name).at("residents_come_within"), std::to_string(come_within)) << name;
      EXPECT_EQ(told.at(name).at("residents_fall_outside"), std::to_string(fall_outside)) << name;
      EXPECT_EQ(told.at(name).at("covered"),
                rows_of(other / "municipalities.csv").back().at("covered"));
      hanging += come_within + fall_outside;
    }
  }
  EXPECT_GT(hanging, 0);
}

TEST_F(AccessLegs, WithoutThemTheReasonIsThatTheRoadDataEnd) {
  long far = 0;
  for (std::string const limit : {"10 km", "25 min"}) {
    auto const out = run(limit, {"--limit", limit});
    bool const is_time = limit.ends_with("min");
    std::string const cost = is_time ? "time_s" : "distance_m";
    double const most = is_time ? 25 * 60 : 10'000;
    long come_within = 0;
    for (auto const& cell : rows_of(out / "cells.csv")) {
      if (cell.at("status") == "off_network" || cell.at(cost).empty()) continue;
      double const access = std::stod(cell.at(is_time ? "access_s" : "access_m"));
      EXPECT_LE(access, std::stod(cell.at(cost)) + 1e-9);
      double const legs = std::stod(cell.at("off_road_m")) + std::stod(cell.at("place_off_road_m"));
      bool const goes_straight = std::abs(access - std::stod(cell.at(cost))) < 0.002;
      if (goes_straight) {
        EXPECT_LE(std::stod(cell.at("access_m")), legs + 0.002);
      } else {
        EXPECT_NEAR(std::stod(cell.at("access_m")), legs, 0.002);
      }
      if (is_time) {
        EXPECT_NEAR(access, std::stod(cell.at("access_m")) / (20 / 3.6), 0.002);
      }
      auto const& without = cell.at("without_access_" + cost);
      if (cell.at("status") == "covered") continue;
      if (!without.empty()) {
        EXPECT_LE(std::stod(without), most);
        come_within += std::stol(cell.at("residents"));
      }
      if (cell.at("reason") == "far_from_road_data") {
        EXPECT_FALSE(without.empty());
        far += std::stol(cell.at("residents"));
      }
      auto const& factor = cell.at("detour_factor");
      if (cell.at("reason") == "detour") {
        EXPECT_GE(std::stod(factor), 1.5);
      }
      if (cell.at("reason") == "slightly_beyond") {
        EXPECT_LT(std::stod(factor), 1.5);
        EXPECT_LE(std::stod(cell.at(cost)), 1.5 * most);
      }
    }
    EXPECT_EQ(assumptions(out).at("length_0").at("residents_come_within"),
              std::to_string(come_within));
    EXPECT_EQ(assumptions(out).at("length_0").at("residents_fall_outside"), "0");
    EXPECT_THAT(said(), HasSubstr("Herkkyystarkastelu"));
    EXPECT_THAT(read_text(out / "report.sv.html"), HasSubstr("utan dessa sträckor skulle"));
  }
  EXPECT_GT(far, 0);
}

TEST_F(AccessLegs, TheDetourFactorMovesReasonsAndNobodyElse) {
  auto const usual = rows_of(run("usual", {"--limit", "10 km"}) / "cells.csv");
  auto const all = rows_of(run("all", {"--limit", "10 km", "--detour-factor", "1"}) / "cells.csv");
  std::size_t moved = 0;
  for (std::size_t c = 0; c < usual.size(); ++c) {
    bool const moves = usual[c].at("reason") == "slightly_beyond";
    moved += moves ? 1 : 0;
    EXPECT_EQ(all[c].at("reason"), moves ? "detour" : usual[c].at("reason"));
    EXPECT_EQ(all[c].at("status"), usual[c].at("status"));
  }
  EXPECT_GT(moved, 0U);
}

TEST_F(AccessLegs, PublishedRunsTellHowTheyAreCountedAndNotWhoHangsOnIt) {
  auto const out = run("published", {"--limit", "25 min", "--publish"});
  auto const rows = rows_of(out / "sensitivity.csv");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].at("access_speed_kmh"), "20");
  EXPECT_THAT(rows[0], Not(Contains(Key("covered"))));
  EXPECT_THAT(rows[0], Not(Contains(Key("access_mean_m"))));
  EXPECT_THAT(said(), Not(HasSubstr("Herkkyystarkastelu")));
  EXPECT_THAT(read_text(out / "report.en.html"), HasSubstr("in a straight line at 20\u00a0km/h"));
}

TEST(DetourFactor, IsANumberOfAtLeastOne) {
  TemporaryFolder const folder;
  for (std::string const word : {"0.9", "much", "inf", "nan"}) {
    auto const ran = run_program({"coverage", "geodata/varsinais-suomi/job.toml", "--detour-factor",
                                  word, "-o", (folder.path() / "out").string()});
    EXPECT_EQ(ran.exit_code, 2) << word;
    EXPECT_THAT(ran.err, HasSubstr("--detour-factor"));
  }
}

}  // namespace
}  // namespace gapmap
