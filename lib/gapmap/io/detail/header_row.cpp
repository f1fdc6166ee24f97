#include "gapmap/io/detail/header_row.h"

#include <algorithm>
#include <set>

#include "gapmap/io/detail/field_names.h"
#include "gapmap/io/detail/line_cells.h"
#include "gapmap/units/blanks.h"
#include "gapmap/units/number_column.h"

namespace gapmap::io {
namespace {

template <class Cells>
std::size_t filled(Cells const& cells) {
  return static_cast<std::size_t>(
      std::ranges::count_if(cells, [](auto const& cell) { return !is_blank(cell); }));
}

template <class Cells>
bool has_figure(Cells const& cells) {
  return std::ranges::any_of(cells, [](auto const& cell) { return is_figure(cell); });
}

/// Whether a row may be a header; one of years alone is not.
template <class Cells>
bool may_be_header(Cells const& cells) {
  bool const has_word = std::ranges::any_of(
      cells, [](auto const& cell) { return !is_blank(cell) && !parse_number(cell, {}); });
  return has_word && !has_figure(cells);
}

/// Returns the known names among the cells, each once.
std::set<std::string_view> known_among(std::vector<std::string> const& cells,
                                       KnownName const& is_known) {
  std::set<std::string_view> known;
  for (auto const& cell : cells) {
    auto const name = without_blanks_around(cell);
    if (!name.empty() && is_known(name)) known.insert(name);
  }
  return known;
}

/// Returns how many of the cells are known names; 0 if the row cannot be a header.
std::size_t known_names(std::vector<std::string> const& cells, KnownName const& is_known) {
  if (!may_be_header(cells)) return 0;
  std::set<std::string_view> all;
  for (auto const& cell : cells) {
    if (auto const name = without_blanks_around(cell); !name.empty()) all.insert(name);
  }
  return all.size() == filled(cells) ? known_among(cells, is_known).size() : 0;
}

std::vector<std::string_view> views_of(std::vector<std::string> const& cells) {
  return {cells.begin(), cells.end()};
}

RowShape shape_of(std::span<std::vector<std::string> const> rows) {
  std::vector<std::vector<std::string_view>> views;
  for (auto const& row : rows) views.push_back(views_of(row));
  return RowShape{views};
}

constexpr std::size_t kEnough = 2;  ///< number of known names

/// Whether a row may belong to a table without figures: it has words that are not names of fields.
bool is_row_of_words(std::vector<std::string> const& cells, std::size_t known) {
  return known == 0 && filled(cells) >= 2;
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
  // Without a recognisable header, most lines decide.
  for (auto const& row : rows) {
    auto const agreeing = static_cast<std::size_t>(
        std::ranges::count_if(rows, [&](auto const& other) { return other.size() == row.size(); }));
    if (row.size() > 1 && agreeing > best.second) best = {row.size(), agreeing};
  }
  return best;
}

std::size_t header_row(std::span<std::vector<std::string> const> rows, KnownName const& is_known) {
  if (rows.empty()) return 0;
  std::size_t width = 0;
  for (auto const& row : rows) width = std::max(width, filled(row));
  auto const is_full = [&](std::size_t i) { return filled(rows[i]) * 2 > width; };
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (most >= kEnough && has_figure(rows[i])) break;
    auto const known = known_names(rows[i], is_known);
    if (most >= kEnough && is_row_of_words(rows[i], known)) break;
    if (known >= kEnough && known > most && filled(rows[i]) >= filled(rows[0])) {
      best = i;
      most = known;
    }
  }
  auto const first_full = [&](std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      if (is_full(i) && may_be_header(rows[i])) return i;
    }
    return end;
  };
  if (most >= kEnough) {
    auto const above = rows_above(rows, best);
    auto const own = above.empty() ? best : first_full(above.front());
    return !above.empty() && own < above.front() ? own : best;
  }
  if (is_full(0)) return 0;
  if (auto const full = first_full(rows.size()); full < rows.size()) return full;
  auto const first = std::ranges::find_if(rows, [](auto const& row) { return filled(row) > 0; });
  return first == rows.end() ? 0 : static_cast<std::size_t>(first - rows.begin());
}

std::vector<std::size_t> rows_above(std::span<std::vector<std::string> const> rows,
                                    std::size_t header) {
  std::vector<std::size_t> found;
  if (header == 0) return found;
  auto const shape = shape_of(rows.subspan(header + 1));
  for (std::size_t i = 0; i < header; ++i) {
    bool is_like = false;
    for (std::size_t c = 0; c < rows[i].size(); ++c)
      is_like = is_like || (shape.has_only_figures(c) && is_figure(rows[i][c]));
    if (is_like && shape.may_have(views_of(rows[i]))) found.push_back(i);
  }
  return found;
}

std::vector<std::size_t> like_headers(std::span<std::vector<std::string> const> rows,
                                      std::size_t header, KnownName const& is_known) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i != header && known_among(rows[i], is_known).size() >= kEnough) found.push_back(i);
  }
  return found;
}

OtherHeader::OtherHeader(std::vector<std::string> const& header,
                         std::span<std::vector<std::string> const> below, KnownName is_known)
    : shape_{shape_of(below)}, is_known_{std::move(is_known)} {
  for (auto const& cell : header) {
    if (!is_blank(cell)) names_.push_back(plain_field_name(cell));
  }
}

bool OtherHeader::is_at(std::vector<std::string> const& cells) {
  if (has_figure(cells)) {
    has_rows_ = true;
    return false;
  }
  auto const known = known_names(cells, is_known_);
  if (known < kEnough || !has_rows_) {
    has_rows_ = has_rows_ || is_row_of_words(cells, known);
    return false;
  }
  std::size_t shared = 0;
  bool is_in_figures = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (is_blank(cells[i])) continue;
    if (std::ranges::find(names_, plain_field_name(cells[i])) != names_.end()) ++shared;
    if (shape_.has_only_figures(i) && is_known_(without_blanks_around(cells[i])))
      is_in_figures = true;
  }
  return shared >= kEnough || is_in_figures;
}

}  // namespace gapmap::io
