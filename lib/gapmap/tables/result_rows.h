#pragma once
// Access to the rows of a result table by column name.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Returns the table of that name; null if the run has none.
[[nodiscard]] OutputTable const* table_named(std::span<OutputTable const> tables,
                                             std::string_view name);

class ResultRows {
 public:
  /// Keeps a reference to `table`.
  explicit ResultRows(OutputTable const& table) : table_{table} {}

  [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
  /// Returns nothing where the field is empty or the column missing.
  [[nodiscard]] std::optional<double> number(std::size_t row, std::string_view column) const;
  /// Returns an empty text where the field is empty or the column missing.
  [[nodiscard]] std::string_view text(std::size_t row, std::string_view column) const;
  /// Returns nothing where the field is empty or the column missing.
  [[nodiscard]] Value value(std::size_t row, std::string_view column) const;
  /// Returns the indices of all rows by this column, largest first; empty fields count as 0.
  /// Ties: the order of the table.
  [[nodiscard]] std::vector<std::size_t> largest_first(std::string_view column) const;

 private:
  [[nodiscard]] Value const* find(std::size_t row, std::string_view column) const;

  OutputTable const& table_;
};

}  // namespace gapmap::tables
