#include "gapmap/report/workbook.h"

#include <algorithm>

#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/tables/columns.h"

namespace gapmap::report {
namespace {

using io::NumberFormat;
using tables::Column;
using tables::ColumnType;
using tables::OutputTable;
using tables::Value;

NumberFormat format_of(Column const& column) {
  if (column.type == ColumnType::Text) return NumberFormat::Plain;
  auto const usual = column.type == ColumnType::Integer ? NumberFormat::Whole : NumberFormat::Plain;
  auto const found = tables::find_column(column.name);
  if (!found) return usual;
  switch (found->unit) {
    case tables::Unit::Share:
      return found->when == "change" ? NumberFormat::Points : NumberFormat::Percent;
    case tables::Unit::Meters:
      return NumberFormat::Kilometers;
    case tables::Unit::Seconds:
      return NumberFormat::Minutes;
    default:
      return usual;
  }
}

/// Returns the "Total", "Outside" or "Outside all areas" that stands in place of a code.
std::string_view row_key(Value const& value) {
  auto const* text = std::get_if<std::string>(&value);
  if (text == nullptr) return {};
  if (*text == "Total") return "total";
  if (*text == "Outside") return "outside_zones";
  return *text == "Outside all areas" ? "outside_all_areas" : std::string_view{};
}

std::size_t total_rows_of(OutputTable const& table) {
  std::size_t totals = 0;
  for (auto row = table.rows.rbegin(); row != table.rows.rend(); ++row) {
    bool const is_total =
        std::ranges::any_of(*row, [](Value const& value) { return !row_key(value).empty(); });
    if (!is_total) break;
    ++totals;
  }
  return totals;
}

}  // namespace

void translate(Language language, OutputTable& table, RunWords const& words) {
  auto const scope = tables::scope_of(table.name);
  for (auto& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (has_words(table.columns[c].name, scope)) {
        auto* text = std::get_if<std::string>(&row[c]);
        if (text != nullptr) *text = word(language, table.columns[c].name, *text, words);
      } else if (c > 0 && std::holds_alternative<std::monostate>(row[c - 1])) {
        if (auto const key = row_key(row[c]); !key.empty())
          row[c] = std::string{label(language, key)};
      }
    }
  }
}

io::Sheet sheet_of(Language language, OutputTable table, RunWords const& words) {
  show_hidden(table);
  io::Sheet sheet{.title = std::string{label(language, table.name)},
                  .table = {},
                  .total_rows = total_rows_of(table)};
  for (auto const& column : table.columns) {
    sheet.columns.push_back(
        {heading(language, column.name, ShownUnits::Large, tables::scope_of(table.name), words)
             .value_or(column.name),
         format_of(column)});
  }
  translate(language, table, words);
  sheet.table = std::move(table);
  return sheet;
}

io::Sheet workbook_sheet(Language language, OutputTable const& table, RunWords const& words) {
  // Shapes are not for sheets.
  auto sheet = sheet_of(language, {table.name, table.columns, table.rows, {}}, words);
  shorten(language, sheet, table.name + ".csv");
  return sheet;
}

void shorten(Language language, io::Sheet& sheet, std::string_view file) {
  auto& rows = sheet.table.rows;
  auto const count = rows.size();
  if (count <= kMostSheetRows) return;
  auto const totals = rows.end() - static_cast<std::ptrdiff_t>(sheet.total_rows);
  rows.erase(totals - static_cast<std::ptrdiff_t>(count - kMostSheetRows), totals);
  sheet.notes.push_back(sentence(language, "first_rows_of_sheet",
                                 number(language, static_cast<double>(rows.size())),
                                 number(language, static_cast<double>(count)), file));
}

}  // namespace gapmap::report
