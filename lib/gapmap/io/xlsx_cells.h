#pragma once
// What GDAL does not tell of the cells of an Excel workbook: which are numbers, and which are
// formulas of which nobody has computed the value. Private to io.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gapmap::io {

class XlsxCells {
 public:
  /// Nothing if the file is no such workbook or has no such sheet.
  [[nodiscard]] static std::optional<XlsxCells> read(std::string const& path,
                                                     std::string const& sheet);

  /// Rows are counted from 1, as Excel does, columns from 0.
  [[nodiscard]] bool is_number(std::size_t row, std::size_t column) const noexcept {
    return row < numbers_.size() && column < numbers_[row].size() && numbers_[row][column];
  }
  /// Each once, ascending.
  [[nodiscard]] std::vector<std::size_t> const& rows_never_computed() const noexcept {
    return never_computed_;
  }

  // For the one that reads:
  void add(std::size_t row, std::size_t column, bool is_number, bool is_never_computed);

 private:
  std::vector<std::vector<bool>> numbers_;
  std::vector<std::size_t> never_computed_;
};

}  // namespace gapmap::io
