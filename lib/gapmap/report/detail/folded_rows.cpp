#include "gapmap/report/detail/folded_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/columns.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

using tables::OutputTable;
using tables::ResultRows;
using tables::Value;

/// Returns how much changed in a municipality: residents who crossed the limit, or moved, or parts.
double changed_in(OutputTable const& table, ResultRows const& rows, std::size_t r) {
  double most = 0;
  for (auto const& column : table.columns) {
    auto const& name = column.name;
    bool const tells = name == "gained" || name == "lost" || name == "covered_change" ||
                       name == "residents_change" || name == "figure_change" ||
                       name.starts_with("by_");
    if (tells) most = std::max(most, std::abs(rows.number(r, name).value_or(0)));
  }
  return most;
}

/// Whether the numbers of a column are of residents, and add up.
bool adds_up(tables::Column const& column, std::string_view scope) {
  auto const found = tables::find_column(column.name, scope);
  if (!found || column.type == tables::ColumnType::Text) return false;
  auto const unit = found->unit;
  return unit != tables::Unit::Share && unit != tables::Unit::Meters &&
         unit != tables::Unit::Seconds;
}

/// Returns one row with the sums of the others.
std::vector<Value> sum_of(Language language, OutputTable const& table, ResultRows const& rows,
                          std::vector<std::size_t> const& folded) {
  std::vector<Value> sums(table.columns.size());
  // A sum with a hidden number in it is hidden, and so is what follows from it.
  bool const may_be_hidden = is_published(table);
  auto const sum = [&](std::string_view name) -> std::optional<double> {
    double total = 0;
    for (auto const r : folded) {
      auto const one = rows.number(r, name);
      if (!one && may_be_hidden) return std::nullopt;
      total += one.value_or(0);
    }
    return total;
  };
  bool const is_of_plan = table.name == "plan_municipalities";
  auto const share = [&](std::string_view when) -> std::optional<double> {
    // Of a plan the residents are the same before and after.
    auto const residents = sum(is_of_plan ? "residents" : fmt::format("residents_{}", when));
    auto const covered = sum(fmt::format("covered_{}", when));
    if (!covered || !residents || !(*residents > 0)) return std::nullopt;
    return *covered / *residents;
  };
  auto const shown = [](std::optional<double> value) { return value ? Value{*value} : Value{}; };
  for (std::size_t c = 0; c < sums.size(); ++c) {
    auto const& column = table.columns[c];
    if (adds_up(column, tables::scope_of(table.name))) {
      if (auto const total = sum(column.name)) {
        sums[c] = column.type == tables::ColumnType::Integer
                      ? Value{static_cast<std::int64_t>(std::llround(*total))}
                      : Value{*total};
      } else {
        sums[c] = std::string{kHiddenSign};
      }
    }
    if (column.name == "municipality_name") {
      sums[c] = fmt::format(fmt::runtime(label(language, "change_rest")),
                            number(language, static_cast<double>(folded.size())));
    }
    if (column.name == "figure") sums[c] = std::string{rows.text(folded.front(), "figure")};
    if (column.name == "share_before") sums[c] = shown(share("before"));
    if (column.name == "share_after") sums[c] = shown(share("after"));
    auto const before = column.name == "share_change" ? share("before") : std::nullopt;
    auto const after = before ? share("after") : std::nullopt;
    if (after) sums[c] = *after - *before;
  }
  return sums;
}

}  // namespace

FoldedRows folded(Language language, OutputTable const& table) {
  ResultRows const rows{table};
  std::vector<std::size_t> order;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!rows.text(r, "municipality_code").empty()) order.push_back(r);
  }
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t r) { return changed_in(table, rows, r); });
  auto const changed = static_cast<std::size_t>(
      std::ranges::count_if(order, [&](std::size_t r) { return changed_in(table, rows, r) > 0; }));
  auto const kept = std::min(changed, kShownMunicipalities);
  // A table of a county is shown as it is: who looks for a municipality finds it.
  bool const is_short = order.size() <= kShownMunicipalities;
  FoldedRows result{{table.name, table.columns, {}, {}}};
  if (is_short || order.size() - kept < 2) {
    result.table.rows = table.rows;
    return result;
  }
  std::vector<std::size_t> shown{order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept)};
  std::vector<std::size_t> rest{order.begin() + static_cast<std::ptrdiff_t>(kept), order.end()};
  std::ranges::sort(shown);
  std::ranges::sort(rest);
  for (auto const r : shown) result.table.rows.push_back(table.rows[r]);
  result.table.rows.push_back(sum_of(language, table, rows, rest));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows.text(r, "municipality_code").empty()) result.table.rows.push_back(table.rows[r]);
  }
  result.is_folded = true;
  return result;
}

}  // namespace gapmap::report
