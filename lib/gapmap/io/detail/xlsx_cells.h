#pragma once
// What GDAL does not tell of the cells of an Excel workbook: what they are to Excel.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/detail/cell_kind.h"

namespace gapmap::io {

class XlsxCells {
 public:
  /// Nothing if the file is no such workbook or has no such sheet.
  [[nodiscard]] static std::optional<XlsxCells> read(std::string const& path,
                                                     std::string const& sheet);

  /// Rows are counted from 1, as Excel does, columns from 0.
  [[nodiscard]] CellKind kind(std::size_t row, std::size_t column) const noexcept {
    bool const is_there = row < kinds_.size() && column < kinds_[row].size();
    return is_there ? kinds_[row][column] : CellKind::Text;
  }

  // For the one that reads:
  void add(std::size_t row, std::size_t column, CellKind kind);

 private:
  std::vector<std::vector<CellKind>> kinds_;
};

}  // namespace gapmap::io
