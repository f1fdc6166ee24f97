#include "gapmap/report/site_sheets.h"

#include <algorithm>
#include <string>
#include <utility>

#include "gapmap/report/labels.h"
#include "gapmap/report/site_lines.h"
#include "gapmap/report/workbook.h"

namespace gapmap::report {
namespace {

io::Sheet summary(Language language, ReportedPlan const& plan) {
  io::Sheet sheet{.title = std::string{label(language, "summary")},
                  .headline = plan.masthead.full_title_in(language),
                  .table = {}};
  sheet.notes.push_back(plan_question(language, plan.figures));
  for (auto& sentence : plan_in_sentences(language, plan.figures))
    sheet.notes.push_back(std::move(sentence));
  return sheet;
}

/// Whether a table is drawn on maps and too long for somebody to read.
bool is_on_maps_alone(tables::OutputTable const& table) {
  return table.name == "plan_cells" || table.name == "roads";
}

/// Returns the number of the column of that name.
std::size_t column_of(tables::OutputTable const& table, std::string_view name) {
  auto const at = std::ranges::find(table.columns, name, &tables::Column::name);
  return static_cast<std::size_t>(at - table.columns.begin());
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

std::vector<io::Sheet> site_sheets(Language language, ReportedPlan const& plan) {
  std::vector<io::Sheet> sheets{summary(language, plan)};
  std::vector<tables::OutputTable> shown;
  for (auto const& table : plan.tables) {
    if (!table.rows.empty() && !is_on_maps_alone(table)) shown.push_back(table);
  }
  for (auto const& table : shown) {
    auto sheet = workbook_sheet(language, table, kOfPlan);
    if (table.name == "curve") {
      sheet.title = label(language, "plan curve sheet");
      draw_curve(sheet);
    }
    sheets.push_back(std::move(sheet));
  }
  sheets.push_back(remarks_sheet(language, plan.about.inputs));
  sheets.push_back(columns_sheet(language, shown, kOfPlan));
  sheets.push_back(about_sheet(language, plan.about));
  return sheets;
}

}  // namespace gapmap::report
