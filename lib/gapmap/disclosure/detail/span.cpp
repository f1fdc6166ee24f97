#include "gapmap/disclosure/detail/span.h"

#include <algorithm>
#include <functional>
#include <queue>

#include "gapmap/units/stop.h"

namespace gapmap::disclosure {

Residue at(Row const& row, std::uint32_t column) {
  auto const found = std::ranges::lower_bound(row, column, {}, &Entry::column);
  return found == row.end() || found->column != column ? Residue{} : found->value;
}

Span::Span(std::vector<std::uint32_t> costs)
    : costs_{std::move(costs)},
      solved_by_(costs_.size(), -1),
      work_(costs_.size()),
      is_touched_(costs_.size(), 0) {}

Row Span::reduced(std::span<Entry const> row) {
  stop_if_asked();
  std::vector<std::uint32_t> touched;
  std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> waiting;
  auto const subtract = [&](std::span<Entry const> from, Residue factor) {
    for (auto const& [column, value] : from) {
      if (is_touched_[column] == 0) {
        is_touched_[column] = 1;
        touched.push_back(column);
        if (solved_by_[column] >= 0) waiting.push(solved_by_[column]);
      }
      work_[column] = work_[column] - factor * value;
    }
  };
  subtract(row, Residue{-1});
  // A row holds pivots of later rows only, so an earlier pivot does not come back once it is gone.
  while (!waiting.empty()) {
    auto const next = static_cast<std::size_t>(waiting.top());
    waiting.pop();
    auto const pivot = pivots_[next];
    if (!work_[pivot].is_zero()) subtract(rows_[next], work_[pivot]);
  }
  std::ranges::sort(touched);
  Row result;
  for (auto const column : touched) {
    if (!work_[column].is_zero()) result.push_back({column, work_[column]});
    work_[column] = {};
    is_touched_[column] = 0;
  }
  return result;
}

std::uint32_t Span::pivot_of(Row const& row) const {
  return std::ranges::min_element(row, {}, [&](Entry const& entry) { return costs_[entry.column]; })
      ->column;
}

void Span::insert(Row row) {
  auto const pivot = pivot_of(row);
  auto const factor = at(row, pivot).inverse();
  for (auto& entry : row) entry.value = entry.value * factor;
  solved_by_[pivot] = static_cast<std::int64_t>(rows_.size());
  pivots_.push_back(pivot);
  rows_.push_back(std::move(row));
}

}  // namespace gapmap::disclosure
