#include "gapmap/report/site_sheets.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/site_lines.h"
#include "gapmap/report/workbook.h"

namespace gapmap::report {
namespace {

/// A sheet has few rows more; longer tables are files only.
constexpr std::size_t kMostRows = 1'000'000;

io::Sheet summary(Language language, tables::SiteFigures const& figures) {
  io::Sheet sheet{.title = std::string{label(language, "summary")}};
  for (auto const& [name, text] : site_lines(language, figures)) {
    if (name.empty()) {
      sheet.headline = text;
    } else {
      sheet.notes.push_back(fmt::format("{}: {}", name, text));
    }
  }
  return sheet;
}

/// Returns the number of the column of that name.
std::size_t column_of(tables::OutputTable const& table, std::string_view name) {
  auto const at = std::ranges::find(table.columns, name, &tables::Column::name);
  return static_cast<std::size_t>(at - table.columns.begin());
}

void translate_words(Language language, io::Sheet& sheet, std::size_t column) {
  for (auto& row : sheet.table.rows) {
    if (auto* const word = std::get_if<std::string>(&row[column]))
      *word = std::string{label(language, *word)};
  }
}

/// What is served with 0, 1, 2 … places, and what no plan of so many exceeds.
void draw_curve(io::Sheet& sheet) {
  constexpr std::uint32_t kServed = 0x1b6f8a;
  constexpr std::uint32_t kBound = 0x9a9a9a;
  auto const& table = sheet.table;
  sheet.chart =
      io::SheetChart{.kind = io::ChartKind::Lines,
                     .title = sheet.title,
                     .value_axis = sheet.columns[column_of(table, "together")].header,
                     .category_axis = sheet.columns[column_of(table, "places")].header,
                     .categories = column_of(table, "places"),
                     .series = {column_of(table, "together"), column_of(table, "together_at_most")},
                     .colors = {kServed, kBound},
                     .rows = table.rows.size()};
}

}  // namespace

std::vector<io::Sheet> site_sheets(Language language, std::span<tables::OutputTable const> tables,
                                   tables::SiteFigures const& figures, AboutRun const& run) {
  std::vector<io::Sheet> sheets{summary(language, figures)};
  for (auto const& table : tables) {
    if (table.rows.empty() || table.rows.size() > kMostRows) continue;
    auto sheet = workbook_sheet(language, table);
    sheet.title = label(language, "site sheet " + table.name);
    // Columns of a plan may be called as others of other tables are.
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      auto const& name = table.columns[c].name;
      if (auto own = heading(language, name, ShownUnits::Large, table.name))
        sheet.columns[c].header = *std::move(own);
      if (name == "plan_change" || name == "unserved_because") translate_words(language, sheet, c);
    }
    if (table.name == "curve") draw_curve(sheet);
    sheets.push_back(std::move(sheet));
  }
  sheets.push_back(about_sheet(language, run));
  return sheets;
}

}  // namespace gapmap::report
