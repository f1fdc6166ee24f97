#include "gapmap/report/html.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/report/labels.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/units/stop.h"

namespace gapmap::report {
namespace {

constexpr double kMetersOfKilometer = 1000;
constexpr double kSecondsOfMinute = 60;
constexpr std::size_t kRowsOfAPage = 30;  ///< longer tables may break across pages when printed

std::string in_words(Language language, double value, io::NumberFormat format, int decimals) {
  switch (format) {
    case io::NumberFormat::Percent:
      return percent(language, value);
    case io::NumberFormat::Points:
      return number(language, value * 100, 1);
    case io::NumberFormat::Kilometers:
      return number(language, value / kMetersOfKilometer, 1);
    case io::NumberFormat::Minutes:
      return number(language, value / kSecondsOfMinute);
    case io::NumberFormat::Whole:
      return number(language, value);
    case io::NumberFormat::Plain:
      return number(language, value,
                    value == static_cast<double>(static_cast<long long>(value)) ? 0 : decimals);
  }
  return {};
}

std::string in_words(Language language, tables::Value const& value, tables::Column const& column,
                     io::NumberFormat format) {
  if (auto const* text = std::get_if<std::string>(&value)) return *text;
  if (auto const* whole = std::get_if<std::int64_t>(&value))
    return in_words(language, static_cast<double>(*whole), format, 0);
  if (auto const* real = std::get_if<double>(&value))
    return in_words(language, *real, format, column.decimals);
  return "–";
}

void append_row(std::string& html, HtmlTable const& table, std::vector<std::string> const& row) {
  html += "<tr>";
  for (std::size_t c = 0; c < row.size(); ++c) {
    auto const* const tag = c == 0 ? "th" : "td";
    auto const* const scope = c == 0 ? " scope=\"row\"" : "";
    auto const* const look = table.columns[c].is_number ? " class=\"number\"" : "";
    bool const is_code = table.columns[c].is_code && !row[c].empty();
    html += fmt::format("<{0}{1}{2}>{4}{3}{5}</{0}>", tag, scope, look, escaped(row[c]),
                        is_code ? "<code>" : "", is_code ? "</code>" : "");
  }
  html += "</tr>\n";
}

/// Whether the column has no value in any row, and there are rows.
bool is_empty(tables::OutputTable const& table, std::size_t column) {
  return !table.rows.empty() && std::ranges::all_of(table.rows, [&](auto const& row) {
    return std::holds_alternative<std::monostate>(row[column]);
  });
}

}  // namespace

HtmlTable html_table(Language language, io::Sheet const& sheet,
                     std::vector<ShownColumn> const& columns) {
  HtmlTable table{
      .caption = sheet.title, .columns = {}, .rows = {}, .total_rows = sheet.total_rows};
  table.rows.resize(sheet.table.rows.size());
  for (auto const& shown : columns) {
    auto const found = std::ranges::find(sheet.table.columns, shown.name, &tables::Column::name);
    if (found == sheet.table.columns.end()) continue;
    auto const c = static_cast<std::size_t>(found - sheet.table.columns.begin());
    if (is_empty(sheet.table, c)) continue;
    auto const heading = shown.heading_label.empty()
                             ? sheet.columns[c].header
                             : std::string{label(language, shown.heading_label)};
    table.columns.push_back({heading, found->type != tables::ColumnType::Text});
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      table.rows[r].push_back(
          in_words(language, sheet.table.rows[r][c], *found, sheet.columns[c].format));
    }
  }
  return table;
}

HtmlTable html_table(Language language, io::Sheet const& sheet) {
  std::vector<ShownColumn> all;
  for (auto const& column : sheet.table.columns) all.push_back({column.name});
  return html_table(language, sheet, all);
}

std::string to_html(HtmlTable const& table) {
  auto const caption = escaped(table.caption);
  auto html = fmt::format(
      "<div class=\"scroll{1}\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">\n"
      "<table>\n<caption>{0}</caption>\n<thead><tr>",
      caption, table.rows.size() > kRowsOfAPage ? " long" : "");
  for (auto const& column : table.columns) {
    html += fmt::format("<th scope=\"col\"{}>{}</th>", column.is_number ? " class=\"number\"" : "",
                        escaped(column.heading));
  }
  html += "</tr></thead>\n<tbody>\n";
  auto const first_total = table.rows.size() - table.total_rows;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    stop_if_asked();
    if (r == first_total) html += "</tbody>\n<tfoot>\n";
    append_row(html, table, table.rows[r]);
  }
  html += table.total_rows > 0 ? "</tfoot>\n" : "</tbody>\n";
  return html + "</table>\n</div>\n";
}

std::string paragraph(std::string_view text) { return "<p>" + escaped(text) + "</p>\n"; }

}  // namespace gapmap::report
