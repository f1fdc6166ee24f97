#include "gapmap/io/detail/sheet_page.h"

#include <algorithm>
#include <numeric>

#include "gapmap/io/detail/workbook_text.h"

namespace gapmap::io {
namespace {

constexpr double kNarrowest = 8;
constexpr double kBold = 1.1;  // ratio of widths of bold and normal letters

/// Width of A4 in landscape between the usual margins of 1.8 cm, in characters of the usual font at
/// full size (7 pixels of 1/96 inch).
constexpr double kPage = 140;
constexpr double kSmallPage = kPage * 100 / kLeastPrintScale;

double width_of(Sheet const& sheet, std::size_t column) {
  constexpr std::size_t kRowsLookedAt = 500;
  auto const& table = sheet.table;
  // Headers are broken between words, into few lines.
  constexpr std::size_t kLinesOfHeader = 2;
  auto const& header = sheet.columns[column].header;
  auto of_header = static_cast<double>(longest_word(header));
  while (lines_in(header, of_header) > kLinesOfHeader) ++of_header;
  auto widest = static_cast<std::size_t>(of_header * kBold);
  for (auto const& fact : sheet.facts)
    widest = std::max(widest, column == 0 ? length_of(fact.name) : std::size_t{0});
  for (std::size_t r = 0; r < std::min(table.rows.size(), kRowsLookedAt); ++r) {
    widest =
        std::max(widest, length_of(tables::to_text(table.rows[r][column], table.columns[column])));
  }
  return std::clamp(static_cast<double>(widest) + 2, kNarrowest, kWidestColumn);
}

}  // namespace

std::size_t lines_of_header(std::string_view header, double width) {
  return lines_in(header, width / kBold);
}

bool is_longer_than_wide(tables::Value const& value) {
  auto const* const text = std::get_if<std::string>(&value);
  return text != nullptr && static_cast<double>(length_of(*text)) > kWidestColumn;
}

std::size_t lines_of_row(std::vector<tables::Value> const& row) {
  std::size_t lines = 1;
  for (auto const& value : row) {
    if (is_longer_than_wide(value))
      lines = std::max(lines, lines_in(std::get<std::string>(value), kWidestColumn - 2));
  }
  return lines;
}

std::vector<double> widths_of(Sheet const& sheet) {
  std::vector<double> widths;
  widths.reserve(sheet.columns.size());
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) widths.push_back(width_of(sheet, c));
  return widths;
}

std::size_t naming_columns(Sheet const& sheet, std::vector<double> const& widths) {
  std::size_t naming = 0;
  double width = 0;
  for (auto const& column : sheet.table.columns) {
    if (column.type != tables::ColumnType::Text) break;
    width += widths[naming];
    if (width > kSmallPage / 3) break;
    ++naming;
  }
  return std::max<std::size_t>(naming, 1);
}

std::vector<std::size_t> pages_across(std::vector<double> const& widths, std::size_t naming) {
  std::vector<std::size_t> pages{0};
  if (std::accumulate(widths.begin(), widths.end(), 0.0) <= kSmallPage) return pages;
  auto const repeated =
      std::accumulate(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(naming), 0.0);
  auto on_page = repeated;
  for (auto c = naming; c < widths.size(); ++c) {
    // A column wider than what is left of a page is alone on its own.
    if (on_page + widths[c] > kSmallPage && on_page > repeated) {
      pages.push_back(c);
      on_page = repeated;
    }
    on_page += widths[c];
  }
  return pages;
}

}  // namespace gapmap::io
