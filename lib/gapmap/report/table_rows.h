#pragma once
// Reading a result table by the names of its columns.

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gapmap/io/output_table.h"

namespace gapmap::report {

/// Nothing if there is none of that name.
[[nodiscard]] inline io::OutputTable const* find_table(std::span<io::OutputTable const> tables,
                                                       std::string_view name) {
  auto const found = std::ranges::find(tables, name, &io::OutputTable::name);
  return found == tables.end() ? nullptr : &*found;
}

/// Values of a row; nothing where the column is missing or empty.
class TableRow {
 public:
  TableRow(io::OutputTable const& table, std::size_t row) : table_{&table}, row_{row} {}

  [[nodiscard]] io::Value value(std::string_view column) const {
    auto const found = std::ranges::find(table_->columns, column, &io::Column::name);
    if (found == table_->columns.end()) return {};
    return table_->rows[row_][static_cast<std::size_t>(found - table_->columns.begin())];
  }
  [[nodiscard]] std::optional<double> number(std::string_view column) const {
    auto const value = this->value(column);
    if (auto const* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (auto const* real = std::get_if<double>(&value)) return *real;
    return std::nullopt;
  }
  [[nodiscard]] std::string text(std::string_view column) const {
    auto const value = this->value(column);
    auto const* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string{} : *text;
  }

 private:
  io::OutputTable const* table_;
  std::size_t row_;
};

}  // namespace gapmap::report
