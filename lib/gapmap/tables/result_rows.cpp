#include "gapmap/tables/result_rows.h"

#include <algorithm>
#include <numeric>

namespace gapmap::tables {

OutputTable const* table_named(std::span<OutputTable const> tables, std::string_view name) {
  auto const found = std::ranges::find(tables, name, &OutputTable::name);
  return found == tables.end() ? nullptr : &*found;
}

std::optional<double> ResultRows::number(std::size_t row, std::string_view column) const {
  auto const* const value = find(row, column);
  if (value == nullptr) return std::nullopt;
  if (auto const* whole = std::get_if<std::int64_t>(value)) return static_cast<double>(*whole);
  if (auto const* real = std::get_if<double>(value)) return *real;
  return std::nullopt;
}

std::string_view ResultRows::text(std::size_t row, std::string_view column) const {
  auto const* const value = find(row, column);
  auto const* const text = value == nullptr ? nullptr : std::get_if<std::string>(value);
  return text == nullptr ? std::string_view{} : *text;
}

Value ResultRows::value(std::size_t row, std::string_view column) const {
  auto const* const value = find(row, column);
  return value == nullptr ? Value{} : *value;
}

std::vector<std::size_t> ResultRows::largest_first(std::string_view column) const {
  std::vector<double> numbers;
  for (std::size_t r = 0; r < size(); ++r) numbers.push_back(number(r, column).value_or(0));
  std::vector<std::size_t> rows(size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::ranges::stable_sort(rows, std::ranges::greater{}, [&](std::size_t r) { return numbers[r]; });
  return rows;
}

Value const* ResultRows::find(std::size_t row, std::string_view column) const {
  auto const found = std::ranges::find(table_.columns, column, &Column::name);
  if (found == table_.columns.end()) return nullptr;
  return &table_.rows[row][static_cast<std::size_t>(found - table_.columns.begin())];
}

}  // namespace gapmap::tables
