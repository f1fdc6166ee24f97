#pragma once
// The rows of a result table by the names of its columns.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// The table of that name; nothing if the run had none.
[[nodiscard]] OutputTable const* table_named(std::span<OutputTable const> tables,
                                             std::string_view name);

class ResultRows {
 public:
  /// The table must stay.
  explicit ResultRows(OutputTable const& table) : table_{table} {}

  [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
  /// Nothing where the field is empty, or there is no such column.
  [[nodiscard]] std::optional<double> number(std::size_t row, std::string_view column) const;
  /// Empty where the field is, or there is no such column.
  [[nodiscard]] std::string_view text(std::size_t row, std::string_view column) const;
  /// Nothing where the field is empty, or there is no such column.
  [[nodiscard]] Value value(std::size_t row, std::string_view column) const;
  /// All rows, those with the largest numbers first; no number counts as 0. Ties: as in the table.
  [[nodiscard]] std::vector<std::size_t> largest_first(std::string_view column) const;

 private:
  [[nodiscard]] Value const* find(std::size_t row, std::string_view column) const;

  OutputTable const& table_;
};

}  // namespace gapmap::tables
