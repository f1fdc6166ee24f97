#pragma once
// What the rows of a table look like: how many cells they have, and in which columns they have
// figures. By that, lines that may be rows are told from those that are something else: the text of
// a cell that goes over several lines, titles, another header.

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
  /// Whether a line may hide a row although its cells do not stand under those of others, as they
  /// have separators of their own: not fewer cells than usual, and in this part of it as many
  /// figures as rows have, two at least, none with fewer digits than theirs.
  [[nodiscard]] bool may_hide(std::size_t width, std::span<std::string_view const> part) const;

 private:
  std::vector<std::size_t> widths_;     ///< that are usual, ascending
  std::vector<char> has_only_figures_;  ///< by column
  std::size_t figures_ = 0;             ///< of most rows
  std::size_t least_digits_ = 0;        ///< of the figures in such columns
};

}  // namespace gapmap::io
