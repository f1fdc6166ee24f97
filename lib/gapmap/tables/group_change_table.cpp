#include "gapmap/tables/group_change_table.h"

#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "gapmap/tables/detail/triple.h"
#include "gapmap/tables/group_table.h"
#include "gapmap/tables/output_values.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::tables {
namespace {

constexpr std::array<std::string_view, 6> kKeys{"rule_kind", "rule",      "level",
                                                "zone_code", "zone_name", "group"};
constexpr std::array<std::string_view, 6> kFigures{
    "residents", "covered", "not_covered", "not_covered_low", "not_covered_high", "share"};

using Key = std::array<std::string_view, kKeys.size()>;

bool is_limit(ResultRows const& rows, std::size_t row) {
  return rows.text(row, kKeys[0]) == name_of(RuleKind::Limit);
}

/// The only limit of a run; empty: it has several, or none.
std::string_view only_limit(ResultRows const& rows) {
  std::string_view only;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!is_limit(rows, r)) continue;
    auto const rule = rows.text(r, kKeys[1]);
    if (!only.empty() && rule != only) return {};
    only = rule;
  }
  return only;
}

Key key_of(ResultRows const& rows, std::size_t row, bool is_by_each_limit) {
  Key key;
  for (std::size_t k = 0; k < kKeys.size(); ++k) key[k] = rows.text(row, kKeys[k]);
  if (is_by_each_limit && is_limit(rows, row)) key[1] = kEachLimit;
  return key;
}

/// Whether both runs have a single limit, and not the same.
bool is_by_each_limit(ResultRows const& earlier, ResultRows const& later) {
  auto const before = only_limit(earlier);
  auto const after = only_limit(later);
  return !before.empty() && !after.empty() && before != after;
}

}  // namespace

std::vector<RowPair> matched_groups(OutputTable const& before, OutputTable const& after) {
  ResultRows const earlier{before};
  ResultRows const later{after};
  bool const is_by_each = is_by_each_limit(earlier, later);
  std::map<Key, std::size_t> row_of_later;
  for (std::size_t r = 0; r < later.size(); ++r)
    row_of_later.try_emplace(key_of(later, r, is_by_each), r);
  std::vector<char> is_matched(later.size(), 0);
  std::vector<RowPair> pairs;
  for (std::size_t r = 0; r < earlier.size(); ++r) {
    auto const found = row_of_later.find(key_of(earlier, r, is_by_each));
    if (found == row_of_later.end()) {
      pairs.push_back({r, std::nullopt});
    } else {
      pairs.push_back({r, found->second});
      is_matched[found->second] = 1;
    }
  }
  for (std::size_t r = 0; r < later.size(); ++r) {
    if (is_matched[r] == 0) pairs.push_back({std::nullopt, r});
  }
  return pairs;
}

OutputTable group_change_table(OutputTable const& before, OutputTable const& after) {
  ColumnsOf const columns{compared("groups"), false, true};
  OutputTable table{"groups", {}, {}, {}};
  for (auto const key : kKeys) table.columns.push_back(columns(key));
  std::vector<Triple> figures;
  for (auto const figure : kFigures) figures.emplace_back(table, figure, columns, columns);

  ResultRows const earlier{before};
  ResultRows const later{after};
  bool const is_by_each = is_by_each_limit(earlier, later);
  auto const number = [](ResultRows const& rows, std::optional<std::size_t> row,
                         std::string_view figure) {
    return row ? rows.number(*row, figure) : std::nullopt;
  };
  for (auto const& pair : matched_groups(before, after)) {
    auto& row = table.rows.emplace_back();
    auto const key = pair.before ? key_of(earlier, *pair.before, is_by_each)
                                 : key_of(later, *pair.after, is_by_each);
    for (auto const text : key) row.push_back(text.empty() ? Value{} : Value{std::string{text}});
    for (std::size_t f = 0; f < kFigures.size(); ++f) {
      figures[f].add(row, number(earlier, pair.before, kFigures[f]),
                     number(later, pair.after, kFigures[f]));
    }
  }
  return table;
}

}  // namespace gapmap::tables
