#pragma once
// The types of cells in an Excel workbook, which GDAL does not tell.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/detail/cell_kind.h"

namespace gapmap::io {

class XlsxCells {
 public:
  /// Reads the types of cells. Nothing if the file is not an Excel workbook or has no such sheet.
  [[nodiscard]] static std::optional<XlsxCells> read(std::string const& path,
                                                     std::string const& sheet);

  /// Rows are counted from 1, as in Excel, columns from 0.
  [[nodiscard]] CellKind kind(std::size_t row, std::size_t column) const noexcept {
    bool const is_there = row < kinds_.size() && column < kinds_[row].size();
    return is_there ? kinds_[row][column] : CellKind::Text;
  }

  // For the parser:
  void add(std::size_t row, std::size_t column, CellKind kind);

 private:
  std::vector<std::vector<CellKind>> kinds_;
};

}  // namespace gapmap::io
