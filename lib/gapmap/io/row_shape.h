#pragma once
// What the rows of a table look like: how many cells they have, and in which columns they have
// figures. By that, lines that may be rows are told from those that are something else: the text of
// a cell that goes over several lines, titles, another header. Private to io.

#include <span>
#include <string_view>
#include <vector>

namespace gapmap::io {

/// A number, but no year: tables of statistics have years for names.
[[nodiscard]] bool is_figure(std::string_view cell);

class RowShape {
 public:
  RowShape() = default;
  /// Of rows as they are written, titles and the header perhaps among them: those with figures
  /// show what rows of the table are.
  explicit RowShape(std::span<std::vector<std::string_view> const> rows);

  /// Whether a quarter of the rows have so many cells.
  [[nodiscard]] bool is_usual(std::size_t width) const noexcept;
  /// Whether no words stand where all rows have figures.
  [[nodiscard]] bool may_have(std::span<std::string_view const> cells) const;
  /// Whether no row has anything but figures in that column, and some have one.
  [[nodiscard]] bool has_only_figures(std::size_t column) const noexcept;
  /// Whether cells that do not stand under one another, as they have commas of their own in them,
  /// have what a row has: not fewer cells than usual, and `figures` of two and more as rows have.
  [[nodiscard]] bool may_hold(std::size_t width, std::size_t figures) const noexcept;

 private:
  std::vector<std::size_t> widths_;     ///< that are usual, ascending
  std::vector<char> has_only_figures_;  ///< by column
  std::size_t figures_ = 0;             ///< of most rows
};

}  // namespace gapmap::io
