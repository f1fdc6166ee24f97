#include "gapmap/scenario/controlled_rounding.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::scenario {
namespace {

/// Returns the remainder of `value` above the next lower multiple of `unit`.
std::int64_t above(std::int64_t value, std::int64_t unit) { return ((value % unit) + unit) % unit; }

struct Entry {
  std::size_t row;
  std::size_t column;
};

/// Finds a cycle of entries that are not multiples, along rows and columns in turn, starting in
/// `row`, which has such an entry. As rows and columns add up to multiples, none has only one such
/// entry.
std::vector<Entry> cycle_from(std::size_t row, Table const& table, std::int64_t unit) {
  auto const columns = table.front().size();
  constexpr auto kNever = std::numeric_limits<std::size_t>::max();
  std::vector<Entry> path;
  std::vector<std::size_t> row_at(table.size(), kNever);  // path length when it reaches the row
  std::vector<std::size_t> column_at(columns, kNever);
  auto column = columns;  // column by which the path arrived; at first none
  for (;;) {
    row_at[row] = path.size();
    std::size_t next = 0;
    while (next == column || above(table[row][next], unit) == 0) ++next;
    path.push_back({row, next});
    if (column_at[next] != kNever) {
      // The entry that first came to this column belongs to another row: the cycle starts behind
      // it.
      path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(column_at[next]));
      return path;
    }
    column = next;
    column_at[column] = path.size();
    std::size_t down = 0;
    while (down == row || above(table[down][column], unit) == 0) ++down;
    path.push_back({down, column});
    if (row_at[down] != kNever) {
      path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(row_at[down]));
      return path;
    }
    row = down;
  }
}

/// Shifts value between the entries of a cycle, alternately up and down, by the least amount that
/// makes one of them a multiple. If both directions need the same amount, the first entry moves
/// away from zero, so that a negated table is rounded to the negated result.
void shift(std::vector<Entry> const& cycle, Table& table, std::int64_t unit) {
  auto up = unit;  // least shift if the first entry grows
  auto down = unit;
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    auto const rest = above(table[cycle[i].row][cycle[i].column], unit);
    bool const grows = i % 2 == 0;
    up = std::min(up, grows ? unit - rest : rest);
    down = std::min(down, grows ? rest : unit - rest);
  }
  bool const is_positive = table[cycle.front().row][cycle.front().column] > 0;
  auto step = up < down || (up == down && is_positive) ? up : -down;
  for (auto const& [row, column] : cycle) {
    table[row][column] += step;
    step = -step;
  }
}

}  // namespace

Table rounded(Table table, std::int64_t unit) {
  expects(unit > 0, "the unit is positive");
  if (table.empty()) return table;
  // An additional row makes all columns add up to zero.
  std::vector<std::int64_t> total(table.front().size());
  for (auto const& row : table) {
    expects(std::reduce(row.begin(), row.end()) % unit == 0, "rows add up to multiples");
    for (std::size_t c = 0; c < row.size(); ++c) total[c] -= row[c];
  }
  table.push_back(std::move(total));
  for (std::size_t row = 0; row < table.size();) {
    stop_if_asked();
    bool const is_rounded = std::ranges::all_of(
        table[row], [&](std::int64_t entry) { return above(entry, unit) == 0; });
    if (is_rounded) {
      ++row;
    } else {
      shift(cycle_from(row, table, unit), table, unit);
    }
  }
  table.pop_back();
  return table;
}

}  // namespace gapmap::scenario
