#pragma once
// What rows of a table look like: how many cells they have, and in which columns they have figures.
// This distinguishes lines that may be rows from others: text of a cell that spans several lines,
// titles, another header.

#include <span>
#include <string_view>
#include <vector>

namespace gapmap::io {

/// Whether a cell is a number, but not a year, as tables of statistics have years as names.
[[nodiscard]] bool is_figure(std::string_view cell);

class RowShape {
 public:
  RowShape() = default;
  /// Learns from rows as they are written, perhaps with titles and the header among them; rows with
  /// figures show what rows of the table look like.
  explicit RowShape(std::span<std::vector<std::string_view> const> rows);

  /// Whether a quarter of the rows have this number of cells.
  [[nodiscard]] bool is_usual(std::size_t width) const noexcept;
  /// Whether no cell has words where all rows have figures.
  [[nodiscard]] bool may_have(std::span<std::string_view const> cells) const;
  /// Whether some rows have figures in that column and none has anything else.
  [[nodiscard]] bool has_only_figures(std::size_t column) const noexcept;
  /// Whether a line may hide a row although its cells are not under those of others, because they
  /// contain separators: it has no fewer cells than usual, and `part` of it has as many figures as
  /// rows have, at least two, none with fewer digits than theirs.
  [[nodiscard]] bool may_hide(std::size_t width, std::span<std::string_view const> part) const;

 private:
  std::vector<std::size_t> widths_;     ///< usual numbers of cells, ascending
  std::vector<char> has_only_figures_;  ///< by column
  std::size_t figures_ = 0;             ///< number of figures in most rows
  std::size_t least_digits_ = 0;        ///< of figures in such columns
};

}  // namespace gapmap::io
