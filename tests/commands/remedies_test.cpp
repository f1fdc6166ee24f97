// Remedies and indicators of whole runs: what a run says a further place would do, it does.

#include <gmock/gmock.h>

#include <set>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class EtelaSavoRemedies : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }

  /// The sample with more words; its results are in the folder of that name then.
  void run(std::string const& name, std::vector<std::string> const& more = {}) const {
    std::vector<std::string> words{"geodata/etela-savo/job.toml"};
    words.insert(words.end(), more.begin(), more.end());
    auto const ran = cover_sample(words, path(name));
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
  }
  [[nodiscard]] std::string with_place(double x, double y) const {
    auto const file = path("places.csv");
    write_text(file, read_text(fs::path{GAPMAP_SOURCE_DIR} / "geodata/etela-savo/places.csv") +
                         "99;Further place;;;;;" + std::to_string(x) + ";" + std::to_string(y) +
                         ";\n");
    return file.string();
  }
  [[nodiscard]] long covered(std::string const& name) const {
    return std::stol(rows_of(path(name) / "municipalities.csv").back().at("covered"));
  }
  /// Covered ones of one municipality.
  [[nodiscard]] long covered(std::string const& name, std::string const& code) const {
    for (auto const& row : rows_of(path(name) / "municipalities.csv")) {
      if (row.at("municipality_code") == code) return std::stol(row.at("covered"));
    }
    return -1;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(EtelaSavoRemedies, AFurtherPlaceThereCoversAsManyAsWereTold) {
  for (auto const* trip : {"to-place", "round-trip"}) {
    std::string const now = std::string{"now-"} + trip;
    std::vector<std::string> words{"--trip", trip, "--remedies", "2"};
    if (std::string{trip} == "round-trip") words.insert(words.end(), {"--limit", "50 km"});
    run(now, words);
    auto const remedies = rows_of(path(now) / "remedies.csv");
    ASSERT_EQ(remedies.size(), 6U);
    for (std::size_t i : {0, 5}) {
      auto const& remedy = remedies[i];
      auto more = words;
      more.insert(more.end(), {"--overwrite", "--places",
                               with_place(std::stod(remedy.at("x")), std::stod(remedy.at("y")))});
      run("then", more);
      EXPECT_EQ(covered("then"),
                covered(now) + std::stol(remedy.at("covers")) + std::stol(remedy.at("also_covers")))
          << remedy.at("place_name") << ", " << trip;
      EXPECT_GT(std::stol(remedy.at("covers")), 1000);
    }
  }
}

TEST_F(EtelaSavoRemedies, WithoutCandidatesTheCellsOfTheGapAreThey) {
  run("all", {"--remedies", "2"});
  run("out", {"--remedies", "2", "--candidates", ""});
  auto const remedies = rows_of(path("out") / "remedies.csv");
  ASSERT_EQ(remedies.size(), 6U);
  for (auto const& remedy : remedies) {
    EXPECT_EQ(remedy.at("remedy_kind"), "cell");
    EXPECT_THAT(remedy.at("place_id"), HasSubstr("CRS3035RES1000m"));
    EXPECT_EQ(remedy.at("place_name"), "");
  }
  EXPECT_EQ(rows_of(path("all") / "remedies.csv")[0].at("remedy_kind"), "candidate");
  run("then", {"--candidates", "", "--places",
               with_place(std::stod(remedies[0].at("x")), std::stod(remedies[0].at("y")))});
  EXPECT_EQ(covered("then"), covered("out") + std::stol(remedies[0].at("covers")) +
                                 std::stol(remedies[0].at("also_covers")));
  // All of gap 1 lies in Pieksämäki.
  EXPECT_GE(covered("then", "593") - covered("out", "593"), std::stol(remedies[0].at("covers")));
}

TEST_F(EtelaSavoRemedies, ALimitRaisedByTheIncreaseCoversHalfOfTheGap) {
  run("now", {"--remedies", "1"});
  auto const gaps = read_text(path("now") / "gaps.geojson");
  auto const number = [&](std::string const& name) {
    return std::stol(gaps.substr(gaps.find("\"" + name + "\": ") + name.size() + 4, 12));
  };
  auto const increase = number("limit_increase_m");
  auto const residents = number("residents");
  EXPECT_EQ(number("remedy_covers") + number("remedy_remains"), residents);
  auto const covered_at = [&](long limit_m) {
    run("then", {"--remedies", "0", "--overwrite", "--limit", std::to_string(limit_m) + " m"});
    return covered("then", "593");
  };
  // Nearly everybody of Pieksämäki who is not covered is in gap 1; the others are no more than
  // this.
  auto const others = rows_of(path("now") / "indicators.csv");
  auto const before = covered("now", "593");
  long all = 0;
  for (auto const& row : others) {
    if (row.at("code") == "593") all = std::stol(row.at("residents"));
  }
  auto const elsewhere = all - before - residents;
  EXPECT_GE(covered_at(20'000 + increase) - before, residents / 2);
  EXPECT_LE(covered_at(20'000 + increase - 1) - before, residents / 2 + elsewhere);
}

TEST_F(EtelaSavoRemedies, PlacesThatFitTogetherBringAsManyTogetherAsAreTold) {
  run("now", {"--remedies", "5", "--threads", "1"});
  auto const joint = rows_of(path("now") / "joint_remedies.csv");
  ASSERT_EQ(joint.size(), 5U);
  auto places = read_text(fs::path{GAPMAP_SOURCE_DIR} / "geodata/etela-savo/places.csv");
  long sum = 0;
  for (auto const& row : joint) {
    places +=
        "9" + row.at("step") + ";Further place;;;;;" + row.at("x") + ";" + row.at("y") + ";\n";
    sum += std::stol(row.at("adds_in_gaps")) + std::stol(row.at("adds_elsewhere"));
    EXPECT_EQ(sum, std::stol(row.at("together")));
    EXPECT_LE(sum, std::stol(row.at("together_at_most")));
    EXPECT_EQ(row.at("residents_low"), row.at("residents_high")) << "no number is suppressed";
    EXPECT_EQ(std::stol(row.at("residents_low")),
              std::stol(row.at("adds_in_gaps")) + std::stol(row.at("adds_elsewhere")));
  }
  write_text(path("together.csv"), places);
  run("then", {"--remedies", "0", "--places", path("together.csv").string()});
  EXPECT_EQ(covered("then"), covered("now") + sum);
  // No single proposal brings more than the first place of the set.
  for (auto const& remedy : rows_of(path("now") / "remedies.csv")) {
    EXPECT_LE(std::stol(remedy.at("covers")) + std::stol(remedy.at("also_covers")),
              std::stol(joint.front().at("together")));
  }
  run("threads", {"--remedies", "5", "--threads", "3"});
  for (auto const* file : {"joint_remedies.csv", "remedies.csv", "gaps.csv"})
    EXPECT_EQ(read_text(path("threads") / file), read_text(path("now") / file)) << file;
}

TEST_F(EtelaSavoRemedies, GapsHaveNamesOfTheirOwnInEveryLanguage) {
  run("fi");
  std::set<std::string> names;
  std::size_t told_by_direction = 0;
  auto const gaps = rows_of(path("fi") / "gaps.csv");
  for (auto const& gap : gaps) {
    EXPECT_TRUE(names.insert(gap.at("gap_name")).second) << gap.at("gap_name");
    told_by_direction += gap.at("near_direction").empty() ? 0 : 1;
  }
  EXPECT_EQ(gaps[0].at("gap_name"), "Pieksämäki") << "named as its municipality";
  EXPECT_GT(told_by_direction, 10U);
  auto const remedies = rows_of(path("fi") / "remedies.csv");
  EXPECT_EQ(remedies[3].at("gap_name"), gaps[1].at("gap_name"));
  run("sv", {"--lang", "sv"});
  auto const swedish = rows_of(path("sv") / "gaps.csv");
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    EXPECT_EQ(swedish[g].at("near_name"), gaps[g].at("near_name"));
    EXPECT_EQ(swedish[g].at("gap_name") == gaps[g].at("gap_name"),
              gaps[g].at("near_direction").empty());
  }
  EXPECT_THAT(read_text(path("sv") / "report.fi.html"), HasSubstr(gaps[1].at("gap_name")));
}

TEST_F(EtelaSavoRemedies, WithoutVillagesGapsAreToldFromPlacesAndPublishedNamesFromCellsAlone) {
  run("out", {"--candidates", ""});
  auto const gaps = rows_of(path("out") / "gaps.csv");
  EXPECT_THAT(gaps[0].at("gap_name"), HasSubstr(gaps[0].at("near_name") + ", "))
      << "a place and how far from it";
  EXPECT_THAT(gaps[0].at("gap_name"), HasSubstr("(Pieksämäki)"));
  run("published", {"--publish"});
  std::set<std::string> names;
  for (auto const& gap : rows_of(path("published") / "gaps.csv")) {
    EXPECT_FALSE(gap.at("gap_name").empty());
    EXPECT_TRUE(names.insert(gap.at("gap_name")).second) << gap.at("gap_name");
  }
  EXPECT_FALSE(fs::exists(path("published") / "joint_remedies.csv"));
  EXPECT_FALSE(fs::exists(path("published") / "outside_groups.csv"));
}

TEST_F(EtelaSavoRemedies, NoneAreWrittenWhereNoneAreWanted) {
  run("out", {"--remedies", "0"});
  EXPECT_FALSE(fs::exists(path("out") / "remedies.csv"));
  EXPECT_EQ(read_text(path("out") / "gaps.geojson").find("remedy_"), std::string::npos);
}

TEST_F(EtelaSavoRemedies, IndicatorsAgreeWithTheOtherTables) {
  run("out", {"--accessibility"});
  auto const municipalities = rows_of(path("out") / "municipalities.csv");
  auto const indicators = rows_of(path("out") / "indicators.csv");
  ASSERT_EQ(indicators.size(), municipalities.size());
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    auto const& row = indicators[i];
    auto const& figures = municipalities[i];
    EXPECT_EQ(row.at("name"), figures.at("municipality_name"));
    EXPECT_EQ(row.at("residents"), figures.at("residents"));
    EXPECT_EQ(row.at("distance_mean_m"), figures.at("distance_mean_m"));
    EXPECT_EQ(row.at("distance_median_m"), figures.at("distance_median_m"));
    double const with_way = std::stod(row.at("residents_with_way"));
    EXPECT_NEAR(with_way, std::stod(figures.at("covered")) + std::stod(figures.at("outside")),
                1e-6);
    EXPECT_NEAR(std::stod(row.at("fgt0")) * with_way, std::stod(figures.at("outside")), 0.1);
  }
  // Everybody together has the capacity of all places, and nobody anything beyond the limit.
  double capacity = 0;
  std::size_t some = 0;
  for (auto const& cell : rows_of(path("out") / "cells.csv")) {
    EXPECT_EQ(cell.at("e2sfca_per_1000").empty(), cell.at("distance_m").empty());
    if (cell.at("distance_m").empty()) continue;
    auto const e2sfca = std::stod(cell.at("e2sfca_per_1000"));
    EXPECT_EQ(std::stol(cell.at("places_within_limit")) > 0, cell.at("status") == "covered");
    EXPECT_EQ(e2sfca > 0, cell.at("status") == "covered");
    capacity += e2sfca * std::stod(cell.at("residents")) / 1000;
    ++some;
  }
  EXPECT_GT(some, 6000U);
  EXPECT_NEAR(capacity, 7, 1e-3);
}

TEST_F(EtelaSavoRemedies, OnlyPlacesNearARoadAreToldToCountAsOne) {
  auto const ran =
      run_program({"coverage", "geodata/etela-savo/job.toml", "--accessibility", "--places",
                   with_place(300'000, 7'500'000), "-o", path("far").string()});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("places: 7 of 8 rows"));
  EXPECT_THAT(ran.err, HasSubstr("e2sfca: 7 of 7 places have no known capacity"));
}

}  // namespace
}  // namespace gapmap
