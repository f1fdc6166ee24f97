#include "gapmap/tables/group_change_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/table_text.h"

namespace gapmap::tables {
namespace {

struct Row {
  std::string kind, rule, group;
  double residents, covered;
};

/// The table of a run as it comes from its file.
OutputTable run_with(std::vector<Row> const& rows) {
  OutputTable table{"groups", {}, {}, {}};
  for (auto const* text : {"rule_kind", "rule", "level", "zone_code", "zone_name", "group"})
    table.columns.push_back({text, ColumnType::Text});
  for (auto const* number :
       {"residents", "covered", "not_covered", "not_covered_low", "not_covered_high", "share"})
    table.columns.push_back({number, ColumnType::Real, 3});
  for (auto const& row : rows) {
    auto const outside = row.residents - row.covered;
    table.rows.push_back({row.kind, row.rule, std::string{"total"}, Value{}, std::string{"Total"},
                          row.group, row.residents, row.covered, outside, outside, outside,
                          row.covered / row.residents});
  }
  return table;
}

/// Rule, group, and who is not covered before, after, and the change.
std::string told(OutputTable const& table) {
  auto const names = names_of(table);
  auto const field = [&](std::vector<Value> const& row, std::string const& name) {
    auto const c = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    return to_text(row.at(c), table.columns.at(c));
  };
  std::string text;
  for (auto const& row : table.rows) {
    text += field(row, "rule") + ' ' + field(row, "group") + ": ";
    for (auto const* when : {"before", "after", "change"})
      text += field(row, std::string{"not_covered_"} + when) + '|';
    text += '\n';
  }
  return text;
}

TEST(GroupChangeTable, PutsEachRuleAndGroupSideBySide) {
  auto const before = run_with({{"limit", "20_km", "all", 100, 80},
                                {"limit", "20_km", "65", 30, 20},
                                {"requirement", "talo", "all", 100, 50}});
  auto const after = run_with({{"limit", "20_km", "65", 30, 29},
                               {"limit", "20_km", "all", 100, 95},
                               {"account", "no_ferries", "all", 100, 90}});
  EXPECT_EQ(told(group_change_table(before, after)),
            "20_km all: 20|5|-15|\n"
            "20_km 65: 10|1|-9|\n"
            "talo all: 50|||\n"
            "no_ferries all: |10||\n");
}

TEST(GroupChangeTable, ComparesTheOnlyLimitsOfTwoRuns) {
  auto const near = run_with({{"limit", "15_km", "all", 100, 60}});
  auto const far = run_with({{"limit", "20_km", "all", 100, 80}});
  EXPECT_EQ(told(group_change_table(near, far)), "each_limit all: 40|20|-20|\n");
  auto const both =
      run_with({{"limit", "20_km", "all", 100, 80}, {"limit", "30_min", "all", 100, 70}});
  EXPECT_EQ(told(group_change_table(near, both)),
            "15_km all: 40|||\n20_km all: |20||\n30_min all: |30||\n")
      << "which of several is meant nobody knows";
}

}  // namespace
}  // namespace gapmap::tables
