// Attacks on published comparisons. The attacker has the comparison and both runs as they are
// published together, knows of each cell in which figures it is counted, and adds and subtracts.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"
#include "tests/disclosure/attacker.h"

namespace gapmap {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr double kFew = 10;

/// Two jobs about Kanta-Häme whose limits differ by little, so that few come within it.
class TwoLimits : public ::testing::Test {
 protected:
  /// What is known of a cell besides its residents.
  struct CellKnown {
    std::string home;
    std::array<std::string, 2> status;  ///< in either run
    std::array<std::string, 2> reason;
    double residents = 0;
  };

  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    for (auto const& [name, limit] : {std::pair{"before", "20 km"}, {"after", "20.2 km"}}) {
      auto text =
          read_text(std::filesystem::path{GAPMAP_SOURCE_DIR} / "geodata/kanta-hame/job.toml");
      text.replace(text.find("\"20 km\""), 7, "\"" + std::string{limit} + "\"");
      auto const root = std::filesystem::path{GAPMAP_SOURCE_DIR} / "geodata/kanta-hame";
      for (std::string const file : {"municipalities.gpkg", "roads.gpkg", "population.gpkg",
                                     "paikat-korjattu.csv", "villages.gpkg"})
        text.replace(text.find(file), file.size(), (root / file).string());
      text.erase(text.find("output ="));
      write_text(path(std::string{name} + ".toml"), text);
      run({"coverage", path(std::string{name} + ".toml"), "-o", path(std::string{"full-"} + name)});
      run({"coverage", path(std::string{name} + ".toml"), "--publish", "-o",
           path(std::string{"alone-"} + name)});
    }
    run({"compare", path("before.toml"), path("after.toml"), "-o", path("full")});
    run({"compare", path("before.toml"), path("after.toml"), "--publish", "-o", path("together")});
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static std::string path(std::string const& name) { return (folder_->path() / name).string(); }
  static Ran run(std::vector<std::string> words) {
    words.emplace_back("--quiet");
    auto ran = run_program(words);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return ran;
  }
  static std::vector<CsvRow> table(std::string const& out, std::string const& name) {
    return rows_of(std::filesystem::path{path(out)} / (name + ".csv"));
  }

  static std::vector<CellKnown> cells() {
    std::vector<CellKnown> known;
    for (int run = 0; run < 2; ++run) {
      auto const rows = table(run == 0 ? "full-before" : "full-after", "cells");
      known.resize(rows.size());
      for (std::size_t c = 0; c < rows.size(); ++c) {
        known[c].home = rows[c].at("municipality_code");
        known[c].status.at(static_cast<std::size_t>(run)) = rows[c].at("status");
        known[c].reason.at(static_cast<std::size_t>(run)) = rows[c].at("reason");
        known[c].residents = std::stod(rows[c].at("residents"));
      }
    }
    return known;
  }

  /// Attacks with what `before`, `after` and `comparison` show; returns the sets of few residents
  /// whose number it finds.
  static std::size_t recovered(std::string const& before, std::string const& after,
                               std::string const& comparison) {
    auto const all = cells();
    using Key = std::array<std::string, 5>;
    std::map<Key, std::size_t> unknowns;
    std::vector<std::size_t> unknown_of(all.size());
    auto const key_of = [](CellKnown const& cell) {
      return Key{cell.home, cell.status[0], cell.status[1], cell.reason[0], cell.reason[1]};
    };
    for (std::size_t c = 0; c < all.size(); ++c)
      unknown_of[c] = unknowns.try_emplace(key_of(all[c]), unknowns.size()).first->second;
    SubtractingAttacker attacker;
    std::size_t learnt = 0;
    auto const learn = [&](std::string const& shown, auto const& is_counted) {
      if (shown.empty()) return;
      Support support(unknowns.size(), 0);
      double truth = 0;
      for (std::size_t c = 0; c < all.size(); ++c) {
        if (!is_counted(all[c])) continue;
        support[unknown_of[c]] = 1;
        truth += all[c].residents;
      }
      EXPECT_NEAR(std::stod(shown), truth, 1e-6);
      attacker.learn(support);
      ++learnt;
    };
    auto const is_at = [](CsvRow const& row, CellKnown const& cell) {
      return row.at("municipality_code").empty() || row.at("municipality_code") == cell.home;
    };
    for (std::size_t run = 0; run < 2; ++run) {
      auto const& out = run == 0 ? before : after;
      for (auto const& row : table(out, "municipalities")) {
        learn(row.at("residents"), [&](CellKnown const& cell) { return is_at(row, cell); });
        for (auto const& [column, status] : {std::pair{"covered", "covered"},
                                             {"outside", "too_far"},
                                             {"unreachable", "unreachable"},
                                             {"off_network", "off_network"}}) {
          learn(row.at(column), [&](CellKnown const& cell) {
            return is_at(row, cell) && cell.status.at(run) == status;
          });
        }
      }
      for (auto const& row : table(out, "reasons")) {
        learn(row.at("residents"), [&](CellKnown const& cell) {
          return is_at(row, cell) && cell.reason.at(run) == row.at("reason");
        });
      }
    }
    for (auto const& row : table(comparison, "municipalities")) {
      learn(row.at("gained"), [&](CellKnown const& cell) {
        return is_at(row, cell) && cell.status[0] != "covered" && cell.status[1] == "covered";
      });
      learn(row.at("lost"), [&](CellKnown const& cell) {
        return is_at(row, cell) && cell.status[0] == "covered" && cell.status[1] != "covered";
      });
    }
    EXPECT_GT(learnt, 100U);
    std::size_t found = 0;
    std::size_t small = 0;
    std::set<Support> tried;
    for (std::uint32_t chosen = 0; chosen < 32; ++chosen) {
      std::map<Key, std::vector<std::size_t>> sets;
      for (std::size_t c = 0; c < all.size(); ++c) {
        auto key = key_of(all[c]);
        for (std::size_t k = 0; k < key.size(); ++k) {
          if ((chosen >> k & 1U) == 0) key.at(k).clear();
        }
        sets[key].push_back(c);
      }
      for (auto const& [key, members] : sets) {
        double residents = 0;
        Support support(unknowns.size(), 0);
        for (auto const c : members) {
          residents += all[c].residents;
          support[unknown_of[c]] = 1;
        }
        if (residents <= 0 || residents >= kFew || !tried.insert(support).second) continue;
        ++small;
        found += attacker.recovers(support) ? 1 : 0;
      }
    }
    EXPECT_GT(small, 5U) << "a sample without small sets proves nothing";
    return found;
  }

  static TemporaryFolder* folder_;
};
TemporaryFolder* TwoLimits::folder_ = nullptr;

TEST_F(TwoLimits, TogetherTellNobodysNumbersThoughEachAloneWouldNot) {
  EXPECT_EQ(recovered("together/before", "together/after", "together"), 0U);
  EXPECT_GT(recovered("alone-before", "alone-after", "full"), 0U)
      << "an attacker without teeth proves nothing";
  EXPECT_GT(recovered("alone-before", "alone-after", "together"), 0U)
      << "else it would be enough to publish each by itself";
}

TEST_F(TwoLimits, WhatIsShownIsTrueAndHiddenFieldsAreNamed) {
  std::size_t hidden = 0;
  std::size_t shown = 0;
  for (auto const* name : {"municipalities", "groups", "places"}) {
    auto const published = table("together", name);
    auto const full = table("full", name);
    ASSERT_EQ(published.size(), full.size());
    for (std::size_t r = 0; r < full.size(); ++r) {
      for (auto const& [column, value] : published[r]) {
        if (column == "hidden") continue;
        bool const is_named =
            (";" + published[r].at("hidden") + ";").find(";" + column + ";") != std::string::npos;
        if (is_named) {
          EXPECT_EQ(value, "") << name << ' ' << column;
        } else {
          EXPECT_EQ(value, full[r].at(column)) << name << ' ' << column;
        }
        hidden += is_named ? 1 : 0;
        shown += is_named ? 0 : 1;
      }
    }
  }
  EXPECT_GT(hidden, 20U);
  EXPECT_GT(shown, 500U);
  for (auto const& row : table("together", "cells")) EXPECT_FALSE(row.contains("residents_before"));
  EXPECT_FALSE(std::filesystem::exists(path("together") + "/parts.csv"));
}

TEST_F(TwoLimits, ReportsSayWhatIsHiddenAndNoFalseNumber) {
  auto const page = read_text(path("together") + "/report.en.html");
  EXPECT_THAT(page, AllOf(HasSubstr("Numbers under 10 residents are hidden"), HasSubstr(">..<"),
                          Not(HasSubstr("could not be split")),
                          HasSubstr("and who would fall outside it?"), Not(HasSubstr("due to?"))));
  auto const record = nlohmann::json::parse(read_text(path("together") + "/run.json"));
  EXPECT_EQ(record["publication"]["hidden_below"], 10);
  EXPECT_GT(record["publication"]["hidden_small"], 0);
  EXPECT_FALSE(record["before"]["inputs"][2].contains("sums"));
}

TEST_F(TwoLimits, ReportsAreMadeAnewOfAPublishedComparison) {
  auto const before = read_text(path("together") + "/report.fi.html");
  run({"report", path("together"), "-o", path("anew")});
  EXPECT_EQ(read_text(path("anew") + "/report.fi.html"), before);
}

TEST_F(TwoLimits, FoldersOfPublishedRunsAreMadeAnew) {
  run({"compare", path("alone-before"), path("alone-after"), "--publish", "-o",
       path("of-folders")});
  for (auto const* file : {"municipalities.csv", "groups.csv", "before/municipalities.csv"})
    EXPECT_EQ(read_text(path("of-folders") + "/" + file), read_text(path("together") + "/" + file));
  auto const refused =
      run_program({"compare", path("alone-before"), path("alone-after"), "-o", path("refused")});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("publish the comparison (--publish)"));
}

TEST_F(TwoLimits, ResultsOfRunsThatAreThereAreNotReplacedUnasked) {
  std::filesystem::create_directories(path("there/after"));
  write_text(path("there/after/run.json"), "{}");
  auto const refused = run_program(
      {"compare", path("before.toml"), path("after.toml"), "--publish", "-o", path("there")});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("there/after"));
  EXPECT_EQ(read_text(path("there/after/run.json")), "{}");
}

TEST_F(TwoLimits, RunsComparedAreNotReplacedByTheirPublication) {
  auto const refused = run_program({"compare", path("together/before"), path("after.toml"),
                                    "--publish", "--overwrite", "-o", path("together")});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("is one of the runs compared"));
}

TEST_F(TwoLimits, NothingStaysThatAnUnpublishedRunTold) {
  auto const out = path("used");
  run({"coverage", path("before.toml"), "-o", out});
  ASSERT_TRUE(std::filesystem::exists(out + "/classes.csv"));
  run({"compare", path("before.toml"), path("after.toml"), "--publish", "--overwrite", "-o", out});
  for (auto const* file : {"classes.csv", "gaps.csv", "gaps.geojson", "indicators.csv"})
    EXPECT_FALSE(std::filesystem::exists(out + "/" + file)) << file;
}

TEST_F(TwoLimits, GapsAreInNoOrderThatTellsOfAHiddenGroup) {
  auto const job = read_text(path("before.toml"));
  write_text(path("for.toml"), job + "for = \"65\"\n");
  run({"compare", path("for.toml"), path("after.toml"), "--publish", "-o", path("for")});
  double last = 1e9;
  std::size_t shown = 0;
  for (auto const& row : table("for/before", "gaps")) {
    if (row.at("residents").empty()) continue;
    auto const residents = std::stod(row.at("residents"));
    EXPECT_LE(residents, last) << "by everybody, whose numbers are told";
    last = residents;
    ++shown;
  }
  EXPECT_GT(shown, 10U);
  write_text(path("by.toml"), job + "gaps-by = \"65\"\n");
  auto const refused =
      run_program({"compare", path("by.toml"), path("after.toml"), "--publish", "-o", path("by")});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("a published run does not show"));
}

TEST_F(TwoLimits, PlacesMayOpenAndClose) {
  run({"compare", path("before.toml"), "geodata/kanta-hame/suunnitelma.toml", "--publish", "-o",
       path("plan")});
  std::set<std::string> changes;
  for (auto const& row : table("plan", "places")) changes.insert(row.at("change"));
  EXPECT_EQ(changes, (std::set<std::string>{"gone", "kept", "new"}));
}

}  // namespace
}  // namespace gapmap
