#include "gapmap/io/header_row.h"

#include <algorithm>
#include <set>

#include "gapmap/io/line_cells.h"
#include "gapmap/units/number_column.h"

namespace gapmap::io {
namespace {

/// A number, but no year: tables of statistics have years for names.
bool is_figure(std::string_view cell) {
  if (is_blank(cell)) return false;
  auto const number = parse_number(cell, {});
  bool const is_year = number && *number >= 1900 && *number <= 2100 && cell.size() == 4;
  return number && !is_year;
}

template <class Cells>
std::size_t filled(Cells const& cells) {
  return static_cast<std::size_t>(
      std::ranges::count_if(cells, [](auto const& cell) { return !is_blank(cell); }));
}

/// Years alone are no header.
template <class Cells>
bool may_be_header(Cells const& cells) {
  bool const has_figure =
      std::ranges::any_of(cells, [](auto const& cell) { return is_figure(cell); });
  bool const has_word = std::ranges::any_of(
      cells, [](auto const& cell) { return !is_blank(cell) && !parse_number(cell, {}); });
  return has_word && !has_figure;
}

std::string_view trimmed(std::string_view cell) {
  auto const first = cell.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1);
}

/// How many of the cells are known names; 0 if it cannot be a header.
std::size_t known_names(std::vector<std::string> const& cells,
                        std::function<bool(std::string_view)> const& is_known) {
  if (!may_be_header(cells)) return 0;
  std::set<std::string_view> known;
  std::set<std::string_view> all;
  for (auto const& cell : cells) {
    auto const name = trimmed(cell);
    if (name.empty()) continue;
    all.insert(name);
    if (is_known(name)) known.insert(name);
  }
  return all.size() == filled(cells) ? known.size() : 0;
}

}  // namespace

std::pair<std::size_t, std::size_t> likely_columns(
    std::span<std::vector<std::string_view> const> rows) {
  std::pair<std::size_t, std::size_t> best{1, 0};
  std::string storage;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const size = rows[i].size();
    std::vector<std::string> plain;
    for (auto const cell : rows[i]) plain.emplace_back(unquoted(cell, storage));
    if (size < 2 || filled(plain) * 2 <= size || !may_be_header(plain)) continue;
    auto const agreeing = static_cast<std::size_t>(std::ranges::count_if(
        rows.subspan(i), [&](auto const& row) { return row.size() == size; }));
    if (agreeing > best.second) best = {size, agreeing};
  }
  if (best.second > 0) return best;
  // No header that could be told: what most lines have.
  for (auto const& row : rows) {
    auto const agreeing = static_cast<std::size_t>(
        std::ranges::count_if(rows, [&](auto const& other) { return other.size() == row.size(); }));
    if (row.size() > 1 && agreeing > best.second) best = {row.size(), agreeing};
  }
  return best;
}

std::size_t header_row(std::span<std::vector<std::string> const> rows,
                       std::function<bool(std::string_view)> const& is_known) {
  if (rows.empty()) return 0;
  std::size_t width = 0;
  for (auto const& row : rows) width = std::max(width, filled(row));
  std::size_t best = 0;
  auto most = known_names(rows[0], is_known);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto const known = known_names(rows[i], is_known);
    if (known >= 2 && known > most && filled(rows[i]) >= filled(rows[0])) {
      best = i;
      most = known;
    }
  }
  if (most >= 2) return best;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    bool const is_filled = filled(rows[i]) * 2 > width;
    if (is_filled && (i == 0 || may_be_header(rows[i]))) return i;
  }
  auto const first = std::ranges::find_if(rows, [](auto const& row) { return filled(row) > 0; });
  return first == rows.end() ? 0 : static_cast<std::size_t>(first - rows.begin());
}

}  // namespace gapmap::io
