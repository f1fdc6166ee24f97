#include "gapmap/io/detail/row_shape.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>

#include "gapmap/io/detail/line_cells.h"
#include "gapmap/io/detail/suppressed_number.h"
#include "gapmap/units/blanks.h"
#include "gapmap/units/number_column.h"

namespace gapmap::io {
namespace {

/// Whether a cell is neither a number nor empty nor a mark for a missing number.
bool is_word(std::string_view cell) {
  return !is_blank(cell) && !parse_number(cell, {}) && !is_missing_mark(cell);
}

std::size_t digits_in(std::string_view cell) {
  return static_cast<std::size_t>(
      std::ranges::count_if(cell, [](char c) { return c >= '0' && c <= '9'; }));
}

/// Returns the key with the highest count; of equals the highest key.
std::size_t most_common(std::map<std::size_t, std::size_t> const& counts) {
  std::size_t best = 0;
  std::size_t most = 0;
  for (auto const& [key, count] : counts) {
    if (count >= most) {
      best = key;
      most = count;
    }
  }
  return best;
}

}  // namespace

bool is_figure(std::string_view cell) {
  auto const number = parse_number(cell, {});
  bool const is_year =
      number && *number >= 1900 && *number <= 2100 && without_blanks_around(cell).size() == 4;
  return number && !is_year;
}

RowShape::RowShape(std::span<std::vector<std::string_view> const> rows) {
  std::map<std::size_t, std::size_t> of_width;
  std::map<std::size_t, std::size_t> of_figures;
  std::vector<std::pair<std::vector<std::string_view> const*, std::size_t>> with_figures;
  std::string storage;
  std::size_t all = 0;
  for (auto const& row : rows) {
    auto const figures = static_cast<std::size_t>(std::ranges::count_if(
        row, [&](std::string_view cell) { return is_figure(unquoted(cell, storage)); }));
    if (figures == 0 || row.size() < 2) continue;
    ++all;
    ++of_width[row.size()];
    ++of_figures[figures];
    with_figures.emplace_back(&row, figures);
  }
  figures_ = most_common(of_figures);
  constexpr std::size_t kPart = 4;
  for (auto const& [width, count] : of_width) {
    if (count * kPart >= all) widths_.push_back(width);
  }
  auto const usual = most_common(of_width);
  has_only_figures_.assign(usual, 0);
  std::vector<char> has_word(usual, 0);
  for (auto const& [row, figures] : with_figures) {
    if (row->size() != usual) continue;
    for (std::size_t i = 0; i < usual; ++i) {
      auto const cell = unquoted((*row)[i], storage);
      if (is_figure(cell)) has_only_figures_[i] = 1;
      if (is_word(cell)) has_word[i] = 1;
    }
  }
  for (std::size_t i = 0; i < usual; ++i) {
    if (has_word[i] != 0) has_only_figures_[i] = 0;
  }
  constexpr auto kMany = std::numeric_limits<std::size_t>::max();
  least_digits_ = kMany;
  for (auto const& [row, figures] : with_figures) {
    for (std::size_t i = 0; i < std::min(row->size(), usual); ++i) {
      auto const cell = unquoted((*row)[i], storage);
      if (has_only_figures_[i] != 0 && row->size() == usual && is_figure(cell))
        least_digits_ = std::min(least_digits_, digits_in(cell));
    }
  }
  if (least_digits_ == kMany) least_digits_ = 0;
}

bool RowShape::is_usual(std::size_t width) const noexcept {
  return std::ranges::binary_search(widths_, width);
}

bool RowShape::may_have(std::span<std::string_view const> cells) const {
  std::string storage;
  for (std::size_t i = 0; i < std::min(cells.size(), has_only_figures_.size()); ++i) {
    if (has_only_figures_[i] != 0 && is_word(unquoted(cells[i], storage))) return false;
  }
  return true;
}

bool RowShape::has_only_figures(std::size_t column) const noexcept {
  return column < has_only_figures_.size() && has_only_figures_[column] != 0;
}

bool RowShape::may_hide(std::size_t width, std::span<std::string_view const> part) const {
  if (figures_ < 2 || widths_.empty() || width < widths_.front()) return false;
  auto const figures = std::ranges::count_if(part, [&](std::string_view cell) {
    return digits_in(cell) >= least_digits_ && is_figure(cell);
  });
  return figures >= static_cast<std::ptrdiff_t>(figures_);
}

}  // namespace gapmap::io
