// Every resident is in exactly one status, reason, class, requirement and account, and all files of
// a run say the same: what each table counts is counted here again from cells.csv.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "tests/commands/csv_rows.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using Counts = std::map<std::string, double>;

/// Empty where the source suppresses it: in no figure.
double residents_of(CsvRow const& cell) { return number(cell.at("residents")).value_or(0); }

bool is_total(CsvRow const& row, char const* name) { return row.at(name) == "Total"; }

/// A run with everything on, read back.
struct Results {
  std::string unit;  ///< "distance_m" or "time_s"
  double limit;      ///< in that unit
  std::vector<CsvRow> cells, municipalities, places, reasons, classes, requirements, accounts,
      indicators;

  /// Column of a cost that is told of many: "distance_mean_m".
  [[nodiscard]] std::string of_many(std::string const& what) const {
    auto const at = unit.find('_');
    return unit.substr(0, at) + "_" + what + unit.substr(at);
  }
  [[nodiscard]] std::vector<CsvRow const*> cells_of(std::string const& code,
                                                    std::string const& name) const {
    std::vector<CsvRow const*> found;
    for (auto const& cell : cells) {
      if (name == "Total" || cell.at("municipality_code") == code) found.push_back(&cell);
    }
    return found;
  }
};

struct ConsistentSample {
  char const* name;  ///< of the test
  std::vector<std::string> words;
  double limit;
};

void PrintTo(ConsistentSample const& sample, std::ostream* out) { *out << sample.name; }

class Consistency : public ::testing::TestWithParam<ConsistentSample> {
 protected:
  void SetUp() override {
    auto const out = (folder_.path() / "out").string();
    auto words = GetParam().words;
    words.insert(words.end(), {"--nearest", "2", "--requirement", "name=near; limit=4 km",
                               "--requirement", "name=two; limit=30 min; at_least=2"});
    auto const ran = cover_sample(words, out);
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    auto const read = [&](char const* table) {
      auto const file = fs::path{out} / (std::string{table} + ".csv");
      return fs::exists(file) ? rows_of(file) : std::vector<CsvRow>{};
    };
    run_.limit = GetParam().limit;
    run_.cells = read("cells");
    run_.municipalities = read("municipalities");
    run_.places = read("places");
    run_.reasons = read("reasons");
    run_.classes = read("classes");
    run_.requirements = read("requirements");
    run_.accounts = read("accounts");
    run_.indicators = read("indicators");
    ASSERT_FALSE(run_.cells.empty());
    run_.unit = run_.cells.front().contains("time_s") ? "time_s" : "distance_m";
  }

  Results run_;

 private:
  TemporaryFolder folder_;
};

/// Residents by status, as the tables of municipalities call them.
Counts by_status(std::vector<CsvRow const*> const& cells, std::string const& column) {
  std::map<std::string, std::string> const kNames{{"covered", "covered"},
                                                  {"too_far", "outside"},
                                                  {"unreachable", "unreachable"},
                                                  {"off_network", "off_network"}};
  Counts counts{{"residents", 0}};
  for (auto const& [status, name] : kNames) counts[name] = 0;
  for (auto const* cell : cells) {
    counts.at(kNames.at(cell->at(column))) += residents_of(*cell);
    counts.at("residents") += residents_of(*cell);
  }
  return counts;
}

void expect_counts(CsvRow const& row, Counts const& counts) {
  for (auto const& [column, count] : counts)
    EXPECT_NEAR(*number(row.at(column)), count, 1e-6) << column;
}

/// Mean, median and p90 of the costs, weighted by residents.
Counts costs_of(std::vector<CsvRow const*> const& cells, std::string const& column) {
  std::vector<std::pair<double, double>> costs;
  double people = 0;
  double sum = 0;
  for (auto const* cell : cells) {
    auto const cost = number(cell->at(column));
    auto const residents = residents_of(*cell);
    if (!cost || residents == 0) continue;
    costs.emplace_back(*cost, residents);
    people += residents;
    sum += *cost * residents;
  }
  if (people == 0) return {};
  std::ranges::sort(costs);
  auto const quantile = [&](double share) {
    double so_far = 0;
    for (auto const& [cost, residents] : costs) {
      so_far += residents;
      if (so_far >= share * people - 1e-9) return cost;
    }
    return costs.back().first;
  };
  return {{"mean", sum / people}, {"median", quantile(0.5)}, {"p90", quantile(0.9)}};
}

TEST_P(Consistency, EachCellIsInOneStatusThatItsCostAndReasonBearOut) {
  std::set<std::string> ids;
  for (auto const& cell : run_.cells) {
    SCOPED_TRACE(cell.at("cell_id"));
    EXPECT_TRUE(ids.insert(cell.at("cell_id")).second);
    auto const& status = cell.at("status");
    auto const cost = number(cell.at(run_.unit));
    EXPECT_EQ(cost.has_value(), status == "covered" || status == "too_far");
    if (cost) {
      EXPECT_EQ(*cost <= run_.limit, status == "covered");
    }
    EXPECT_EQ(cost.has_value(), !cell.at("nearest_place_id").empty());
    EXPECT_EQ(cell.at("reason").empty(), status == "covered");
    EXPECT_EQ(cell.at("reason") == "no_road", status == "off_network");
  }
}

TEST_P(Consistency, MunicipalitiesAndAccountsAreTheSumsOfTheirCells) {
  for (auto const& row : run_.municipalities) {
    auto const& name = row.at("municipality_name");
    SCOPED_TRACE(name);
    auto const cells = run_.cells_of(row.at("municipality_code"), name);
    EXPECT_EQ(std::stoul(row.at("cells")), cells.size());
    expect_counts(row, by_status(cells, "status"));
    for (auto const& [what, cost] : costs_of(cells, run_.unit)) {
      if (what == "p90") continue;  // not in this table
      EXPECT_NEAR(*number(row.at(run_.of_many(what))), cost, 0.002) << what;
    }
  }
  for (auto const& row : run_.accounts) {
    auto const& account = row.at("account");
    SCOPED_TRACE(account + " " + row.at("municipality_name"));
    auto const cells = run_.cells_of(row.at("municipality_code"), row.at("municipality_name"));
    expect_counts(row, by_status(cells, account + "_status"));
  }
}

TEST_P(Consistency, ReasonsAreTheSumsOfTheirCells) {
  std::map<std::pair<std::string, std::string>, double> expected;
  for (auto const& cell : run_.cells) {
    if (cell.at("reason").empty()) continue;
    for (auto const& zone : {cell.at("municipality_code"), std::string{"Total"}})
      expected[{zone, cell.at("reason")}] += residents_of(cell);
  }
  std::map<std::pair<std::string, std::string>, double> told;
  for (auto const& row : run_.reasons) {
    auto const zone =
        is_total(row, "municipality_name") ? std::string{"Total"} : row.at("municipality_code");
    told[{zone, row.at("reason")}] += std::stod(row.at("residents"));
  }
  std::erase_if(expected, [](auto const& each) { return each.second == 0; });
  std::erase_if(told, [](auto const& each) { return each.second == 0; });
  EXPECT_EQ(told, expected);
}

TEST_P(Consistency, ClassesAreTheSumsOfTheirCellsAndAddUpOnEveryLevel) {
  auto const split = run_.unit.find('_');
  auto const from = "from" + run_.unit.substr(split);
  auto const to = "to" + run_.unit.substr(split);
  std::map<std::pair<std::string, std::string>, Counts> levels;  // by group and class
  for (auto const& row : run_.classes) {
    levels[{row.at("group"), row.at("class")}][row.at("level")] += std::stod(row.at("residents"));
    if (row.at("group") != "all") continue;
    auto const is_zone_of_key = row.at("level") != "total" && row.at("level") != "municipality";
    if (is_zone_of_key) continue;
    double expected = 0;
    for (auto const* cell : run_.cells_of(row.at("zone_code"), row.at("zone_name"))) {
      auto const cost = number(cell->at(run_.unit));
      auto const& status = cell->at("status");
      bool is_in = false;
      if (row.at("class") == "no_road_connection") {
        is_in = status == "unreachable";
      } else if (row.at("class") == "off_network") {
        is_in = status == "off_network";
      } else if (cost) {
        auto const above = std::stod(row.at(from));
        auto const upto = number(row.at(to));
        is_in = (*cost > above || above == 0) && (!upto || *cost <= *upto);
      }
      if (is_in) expected += residents_of(*cell);
    }
    EXPECT_NEAR(std::stod(row.at("residents")), expected, 1e-6)
        << row.at("zone_name") << " " << row.at("class");
  }
  for (auto const& [group_and_class, by_level] : levels) {
    for (auto const& [level, residents] : by_level)
      EXPECT_NEAR(residents, by_level.at("total"), 1e-6) << group_and_class.first << " " << level;
  }
}

TEST_P(Consistency, RequirementsAreTheSumsOfTheirCells) {
  ASSERT_EQ(run_.requirements.size(), 3U);
  for (auto const& row : run_.requirements) {
    Counts counts{{"met", 0}, {"too_far", 0}, {"unreachable", 0}, {"off_network", 0}};
    for (auto const& cell : run_.cells)
      counts.at(cell.at(row.at("requirement"))) += residents_of(cell);
    expect_counts(row, counts);
  }
}

TEST_P(Consistency, IndicatorsAreThoseOfTheirCells) {
  for (auto const& row : run_.indicators) {
    if (row.at("level") != "municipality" && !is_total(row, "name")) continue;
    SCOPED_TRACE(row.at("name"));
    auto const cells = run_.cells_of(row.at("code"), row.at("name"));
    double with_way = 0;
    double beyond = 0;
    double overrun = 0;
    for (auto const* cell : cells) {
      auto const cost = number(cell->at(run_.unit));
      if (!cost) continue;
      with_way += residents_of(*cell);
      if (*cost <= run_.limit) continue;
      beyond += residents_of(*cell);
      overrun += residents_of(*cell) * (*cost - run_.limit) / run_.limit;
    }
    EXPECT_NEAR(std::stod(row.at("residents_with_way")), with_way, 1e-6);
    if (with_way == 0) continue;
    for (auto const& [what, cost] : costs_of(cells, run_.unit))
      EXPECT_NEAR(*number(row.at(run_.of_many(what))), cost, 0.002) << what;
    EXPECT_NEAR(std::stod(row.at("fgt0")), beyond / with_way, 2e-6);
    EXPECT_NEAR(std::stod(row.at("fgt1")), overrun / with_way, 2e-6);
  }
}

TEST_P(Consistency, PlacesHaveTheCellsThatAreNearestToThem) {
  auto const second = run_.unit == "time_s" ? "time_2_s" : "distance_2_m";
  std::map<std::string, Counts> expected;
  for (auto const& cell : run_.cells) {
    auto const residents = residents_of(cell);
    auto& of_place = expected[cell.at("nearest_place_id")];
    of_place["residents_nearest"] += residents;
    auto const next = number(cell.at(second));
    if (!next) of_place["become_unreachable"] += residents;
    if (cell.at("status") != "covered") continue;
    of_place["residents_within_limit"] += residents;
    of_place[next && *next <= run_.limit ? "stay_covered" : "fall_outside"] += residents;
  }
  for (auto const& row : run_.places) {
    SCOPED_TRACE(row.at("place_id"));
    expect_counts(row, expected[row.at("place_id")]);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Samples, Consistency,
    ::testing::Values(ConsistentSample{"EtelaSavo", {"geodata/etela-savo/job.toml"}, 20'000},
                      ConsistentSample{"ArchipelagoWithAccounts",
                                       {"geodata/varsinais-suomi/job.toml", "--study",
                                        "kunta in ('445','322','529','895')", "--accounts",
                                        "--places-of", "own-county"},
                                       20'000},
                      ConsistentSample{"VarsinaisSuomiWithoutFerriesByTime",
                                       {"geodata/varsinais-suomi/job.toml", "--ferries", "avoid",
                                        "--limit", "40 min"},
                                       2'400},
                      ConsistentSample{"HelsinkiOnFoot", {"geodata/helsinki-centre/job.toml"}, 600},
                      ConsistentSample{
                          "DrawnTown", {"geodata/osm-sample/job.toml", "--limit", "1 km"}, 1'000},
                      ConsistentSample{"ZonesAndKey", {"tests/commands/zones/job.toml"}, 20'000}),
    [](auto const& sample) { return std::string{sample.param.name}; });

}  // namespace
}  // namespace gapmap
