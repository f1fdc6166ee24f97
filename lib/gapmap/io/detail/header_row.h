#pragma once
// Finds the header of a table that somebody typed: titles, dates and merged headings may be above
// it, another table with its own header below.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/detail/row_shape.h"

namespace gapmap::io {

using KnownName = std::function<bool(std::string_view)>;

/// Returns the number of cells that the rows of a table have, and the number of rows that agree. It
/// is that of the row (without numbers, more than half filled) with which most rows below agree;
/// without such a row, that of most rows; (1, 0) if all have a single cell.
[[nodiscard]] std::pair<std::size_t, std::size_t> likely_columns(
    std::span<std::vector<std::string_view> const> rows);

/// Returns the index of the header. A row is a candidate if it has at least two names for which
/// `is_known` holds, no number, no repeated name, and at least as many filled cells as the first
/// row. Among candidates without rows of a table between them (figures, or two words that are not
/// names) the one with the most names is taken; among others the first. Rows with figures above it
/// have a header of their own if a row above them is more than half filled and without numbers.
/// Without candidates the header is the first row filled in that way, else the first row.
[[nodiscard]] std::size_t header_row(std::span<std::vector<std::string> const> rows,
                                     KnownName const& is_known);

/// Returns rows above the header that look like rows of its table: figures, and no words where the
/// table has only figures. Titles with a number in them do not count.
[[nodiscard]] std::vector<std::size_t> rows_above(std::span<std::vector<std::string> const> rows,
                                                  std::size_t header);

/// Returns other rows with at least two known names, whatever else they have.
[[nodiscard]] std::vector<std::size_t> like_headers(std::span<std::vector<std::string> const> rows,
                                                    std::size_t header, KnownName const& is_known);

/// Looks for the header of another table below the first: a row that may be a header, has rows of
/// the table above it, and has either two names of the first header or a known name in a column of
/// figures.
class OtherHeader {
 public:
  OtherHeader() = default;
  /// Learns the table from the first header and the first rows `below` it.
  OtherHeader(std::vector<std::string> const& header,
              std::span<std::vector<std::string> const> below, KnownName is_known);

  /// Whether the other header is at this row; called for each row below the header, in order.
  [[nodiscard]] bool is_at(std::vector<std::string> const& cells);

 private:
  std::vector<std::string> names_;  ///< of the first header, in plain form
  RowShape shape_;
  KnownName is_known_;
  bool has_rows_ = false;
};

}  // namespace gapmap::io
