#pragma once
// Where the header of a table is that somebody typed: titles, dates and merged headings may stand
// above it, another table with a header of its own below.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/detail/row_shape.h"

namespace gapmap::io {

using KnownName = std::function<bool(std::string_view)>;

/// How many cells the rows of a table have, and how many rows agree: as many as a row without
/// numbers that is filled for the larger part, and the rows below it. (1, 0) if there is none.
[[nodiscard]] std::pair<std::size_t, std::size_t> likely_columns(
    std::span<std::vector<std::string_view> const> rows);

/// The row that is the header. A row may be one if it has at least two names that `is_known` knows,
/// no number, no name twice, and as many cells as the first; of several without rows of a table
/// between them (figures, or two words that are no names) it is the one with the most names, of
/// others the first. Rows with figures above it have a header of their own if one above them is
/// filled for more than half, without numbers. Where no row may be one, it is the first that is so
/// filled; else the first.
[[nodiscard]] std::size_t header_row(std::span<std::vector<std::string> const> rows,
                                     KnownName const& is_known);

/// Rows above the header that look like rows of its table: figures and no words where it has only
/// figures. Titles with a number in them are none.
[[nodiscard]] std::vector<std::size_t> rows_above(std::span<std::vector<std::string> const> rows,
                                                  std::size_t header);

/// Other rows with at least two known names, whatever else they have.
[[nodiscard]] std::vector<std::size_t> like_headers(std::span<std::vector<std::string> const> rows,
                                                    std::size_t header, KnownName const& is_known);

/// Looks for the header of another table below that of the first: a row that may be one, has rows
/// of the table above it, and either two names of the first header or a known name in a column of
/// figures.
class OtherHeader {
 public:
  OtherHeader() = default;
  /// `below` are the first rows below the header.
  OtherHeader(std::vector<std::string> const& header,
              std::span<std::vector<std::string> const> below, KnownName is_known);

  /// To be asked of each row below the header, in order.
  [[nodiscard]] bool is_at(std::vector<std::string> const& cells);

 private:
  std::vector<std::string> names_;  ///< of the first header, plain
  RowShape shape_;
  KnownName is_known_;
  bool has_rows_ = false;
};

}  // namespace gapmap::io
