#pragma once
// How a sheet of a workbook lies on paper: how wide its columns are, and which of them come on
// which page.

#include <string_view>
#include <vector>

#include "gapmap/io/write_workbook.h"

namespace gapmap::io {

inline constexpr double kWidestColumn = 50;  ///< in characters; longer text is broken into lines

/// At which size, in per cent, a sheet is printed that does not fit on one page: letters of 11
/// points are 7 points high then, the least that people read without effort.
inline constexpr int kLeastPrintScale = 65;

/// Returns the number of lines of a header, in bold letters, in a column of this width.
[[nodiscard]] std::size_t lines_of_header(std::string_view header, double width);

/// Whether the text is longer than any column is wide.
[[nodiscard]] bool is_longer_than_wide(tables::Value const& value);
/// Returns the number of lines of a row of the table, whose longer text is broken.
[[nodiscard]] std::size_t lines_of_row(std::vector<tables::Value> const& row);

/// Returns the width of each column in characters: as wide as its contents, within reason.
[[nodiscard]] std::vector<double> widths_of(Sheet const& sheet);

/// Returns how many columns at the left say what a row is about, and are repeated on every page:
/// the text before the first number, as far as it takes at most a third of a page; at least one.
[[nodiscard]] std::size_t naming_columns(Sheet const& sheet, std::vector<double> const& widths);

/// Returns the first column of each page across A4 in landscape, the first being 0. One page, if
/// the columns can be read on one; else as many as it takes at kLeastPrintScale, each full from the
/// left, with the first `naming` columns on every page.
[[nodiscard]] std::vector<std::size_t> pages_across(std::vector<double> const& widths,
                                                    std::size_t naming);

}  // namespace gapmap::io
