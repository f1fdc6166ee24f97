// Reasons and accounts of whole runs: sums, and each account against a run by its rules alone.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

constexpr char const* kArchipelago = "kunta in ('445','322','529','895')";

/// An archipelago whose places are partly another county's, by its own rules and by others.
class Archipelago : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path run(std::string const& name, std::vector<std::string> const& more) {
    auto const out = folder_.path() / name;
    std::vector<std::string> words{"geodata/varsinais-suomi/job.toml", "--study", kArchipelago};
    words.insert(words.end(), more.begin(), more.end());
    auto const ran = cover_sample(words, out);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return out;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Archipelago, EveryAccountSaysWhatARunByItsRulesSays) {
  for (std::string const limit : {"20 km", "70 min"}) {
    std::string const cost = limit.ends_with("km") ? "distance" : "time";
    std::string const unit = limit.ends_with("km") ? "_m" : "_s";
    auto const together = run("together " + limit, {"--accounts", "--limit", limit});
    auto const cells = rows_of(together / "cells.csv");
    auto const accounts = rows_of(together / "accounts.csv");
    std::map<std::string, std::string> covered;
    for (std::string const whose : {"anybody", "own-county"}) {
      for (std::string const ferries : {"use", "avoid"}) {
        auto account = whose == "anybody" ? std::string{"anybody"} : "own_county";
        account += ferries == "use" ? "_ferries" : "_no_ferries";
        auto const alone =
            run(account + limit, {"--places-of", whose, "--ferries", ferries, "--limit", limit});
        auto const expected = rows_of(alone / "cells.csv");
        ASSERT_EQ(cells.size(), expected.size());
        for (std::size_t c = 0; c < cells.size(); ++c) {
          ASSERT_EQ(cells[c].at(account + "_status"), expected[c].at("status")) << account;
          ASSERT_EQ(cells[c].at(account + "_" + cost + unit), expected[c].at(cost + unit))
              << account;
        }
        std::vector<CsvRow> of_account;
        for (auto const& row : accounts) {
          if (row.at("account") == account) of_account.push_back(row);
        }
        auto const municipalities = rows_of(alone / "municipalities.csv");
        ASSERT_EQ(of_account.size(), municipalities.size());
        for (std::size_t m = 0; m < municipalities.size(); ++m) {
          for (auto const& column :
               {std::string{"municipality_name"}, std::string{"residents"}, std::string{"covered"},
                std::string{"outside"}, std::string{"unreachable"}, std::string{"off_network"},
                std::string{"share"}, cost + "_mean" + unit, cost + "_median" + unit})
            EXPECT_EQ(of_account[m].at(column), municipalities[m].at(column)) << account << column;
        }
        covered[account] = municipalities.back().at("covered");
      }
    }
    EXPECT_NE(covered["anybody_ferries"], covered["anybody_no_ferries"]);
    EXPECT_NE(covered["anybody_ferries"], covered["own_county_ferries"]);
  }
}

TEST_F(Archipelago, ReasonsAddUpToThoseWhoAreNotCovered) {
  std::vector<std::vector<std::string>> const runs{
      {},
      {"--ferries", "avoid"},
      {"--places-of", "own-county"},
      {"--limit", "30 min", "--places-of", "own-county"},
      {"--limit", "40 min", "--ferries", "avoid", "--trip", "round-trip"}};
  std::map<std::string, long> in_all;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    auto const out = run(std::to_string(r), runs[r]);
    std::map<std::string, long> by_name;
    std::map<std::string, long> by_reason;
    for (auto const& row : rows_of(out / "reasons.csv")) {
      auto const residents = std::stol(row.at("residents"));
      by_name[row.at("municipality_name")] += residents;
      if (row.at("municipality_name") == "Total") by_reason[row.at("reason")] = residents;
    }
    for (auto const& row : rows_of(out / "municipalities.csv")) {
      auto const number = [&](char const* column) { return std::stol(row.at(column)); };
      EXPECT_EQ(by_name[row.at("municipality_name")],
                number("outside") + number("unreachable") + number("off_network"));
    }
    std::map<std::string, long> by_cell;
    for (auto const& cell : rows_of(out / "cells.csv")) {
      ASSERT_EQ(cell.at("reason").empty(), cell.at("status") == "covered");
      if (cell.at("reason").empty()) continue;
      by_cell[cell.at("reason")] += std::stol(cell.at("residents"));
      ASSERT_EQ(cell.at("reason") == "no_road", cell.at("status") == "off_network");
      if (cell.at("reason") == "detour") {
        ASSERT_GE(std::stod(cell.at("detour_factor")), 1);
      }
    }
    EXPECT_EQ(by_cell, by_reason);
    for (auto const& [reason, residents] : by_reason) in_all[reason] += residents;
    EXPECT_THAT(read_text(out / "run.json"), HasSubstr("\"reasons\": {"));
  }
  for (auto const* reason :
       {"no_road", "border", "island", "ferry_wait", "detour", "no_place_near"})
    EXPECT_GT(in_all[reason], 0) << reason << " was to be tested";
}

TEST_F(Archipelago, WhoIsCoveredOnlyByOtherCountiesHasTheReasonBorder) {
  auto const both = run("both", {"--accounts", "--places-of", "own-county"});
  long border = 0;
  for (auto const& cell : rows_of(both / "cells.csv")) {
    bool const is_border = cell.at("reason") == "border";
    EXPECT_EQ(is_border, cell.at("anybody_ferries_status") == "covered" &&
                             cell.at("own_county_ferries_status") != "covered");
    if (!is_border) continue;
    EXPECT_EQ(cell.at("any_county_distance_m"), cell.at("anybody_ferries_distance_m"));
    border += std::stol(cell.at("residents"));
  }
  EXPECT_GT(border, 0);
  for (auto const& row : rows_of(both / "accounts.csv")) {
    if (row.at("municipality_name") != "Total" || row.at("account") != "anybody_ferries") continue;
    EXPECT_EQ(row.at("covered_only_by_other_counties"), std::to_string(border));
  }
}

TEST(Accounts, NeedToKnowWhatACountyIs) {
  TemporaryFolder const folder;
  for (auto const& word : {"--accounts", "--places-of=own-county"}) {
    auto const ran = run_program({"coverage", "geodata/varsinais-suomi/job.toml", word, "-o",
                                  (folder.path() / "out").string()});
    EXPECT_EQ(ran.exit_code, 2);
    EXPECT_THAT(ran.err, HasSubstr("nothing says which areas are one county"));
  }
}

}  // namespace
}  // namespace gapmap
