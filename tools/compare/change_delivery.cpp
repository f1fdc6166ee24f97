#include "tools/compare/change_delivery.h"

#include <fmt/format.h>

#include "gapmap/io/write_file.h"
#include "gapmap/io/write_workbook.h"
#include "gapmap/report/change_page.h"
#include "gapmap/report/change_styles.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/page.h"
#include "gapmap/report/result_rows.h"
#include "gapmap/report/workbook.h"
#include "gapmap/units/error.h"
#include "tools/delivery.h"

namespace gapmap::tools {
namespace {

constexpr std::string_view kWorkbookFile = "gapmap.xlsx";

/// What is compared, the result in sentences, and the figures of everybody.
io::Sheet summary_sheet(Language language, report::ReportedComparison const& comparison) {
  using io::NumberFormat;
  auto const names = report::names_of(comparison.record);
  io::Sheet sheet{.title = std::string{report::label(language, "summary")},
                  .headline = std::string{report::label(language, "comparison")},
                  .table = {}};
  for (auto const& [key, name] :
       {std::pair{"run_before", names.before}, {"run_after", names.after}})
    sheet.notes.push_back(fmt::format("{}: {}", report::label(language, key), name));
  for (auto& sentence : report::change_in_sentences(language, comparison))
    sheet.notes.push_back(std::move(sentence));
  report::ResultRows const rows{comparison.tables.front()};
  auto const totals = report::sheet_of(language, comparison.tables.front());
  for (std::size_t c = 0; c < totals.columns.size(); ++c) {
    auto const& column = totals.table.columns[c];
    if (column.type == io::ColumnType::Text) continue;
    sheet.facts.push_back({totals.columns[c].header, rows.value(rows.size() - 1, column.name),
                           totals.columns[c].format});
  }
  return sheet;
}

}  // namespace

std::vector<std::string> delivered_change_files() {
  std::vector<std::string> files{std::string{kGeoPackage}, std::string{kProject},
                                 std::string{kWorkbookFile}};
  for (auto const language : kLanguages) files.push_back(report::page_name(language));
  return files;
}

void deliver_changes(io::OutputFolder const& folder, std::span<io::OutputTable const> tables,
                     io::ComparisonRecord const& record, WorkingFrame const& frame,
                     Language language) {
  auto const title = std::string{report::label(language, "comparison")};
  std::vector<DrawnTable> drawn;
  for (auto const name : report::kChangeLayers) {
    auto const* const table = report::table_named(tables, name);
    if (table == nullptr) continue;
    auto style = report::change_style_of(language, *table);
    expects(style.has_value(), "every layer has a style");
    drawn.push_back({*table, std::move(*style)});
  }
  write_drawn(folder, drawn, frame, language, title);

  report::ReportedComparison const comparison{tables, record};
  std::vector<io::Sheet> sheets{summary_sheet(language, comparison)};
  for (auto const& table : tables) {
    if (table.name != "cells") sheets.push_back(report::sheet_of(language, table));
  }
  sheets.push_back(report::sheet_of(language, report::differences_table(language, comparison)));
  io::write_workbook(folder.staged(std::string{kWorkbookFile}), title, sheets);

  for (auto const each : kLanguages)
    io::write_file(folder.staged(report::page_name(each)), report::change_page(each, comparison));
}

}  // namespace gapmap::tools
