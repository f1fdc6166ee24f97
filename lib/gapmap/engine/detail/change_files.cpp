#include "gapmap/engine/detail/change_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "gapmap/engine/detail/reader_files.h"
#include "gapmap/io/write_file.h"
#include "gapmap/io/write_workbook.h"
#include "gapmap/report/area_names.h"
#include "gapmap/report/change_styles.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/page.h"
#include "gapmap/report/record_sheets.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/workbook.h"
#include "gapmap/units/error.h"

namespace gapmap::engine {
namespace {

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
  tables::ResultRows const rows{comparison.tables.front()};
  auto const totals = report::sheet_of(language, comparison.tables.front());
  for (std::size_t c = 0; c < totals.columns.size(); ++c) {
    auto const& column = totals.table.columns[c];
    if (column.type == tables::ColumnType::Text) continue;
    sheet.facts.push_back({totals.columns[c].header, rows.value(rows.size() - 1, column.name),
                           totals.columns[c].format});
  }
  return sheet;
}

/// One sheet for parts of numbers of people, one for parts of shares: their formats differ.
std::vector<io::Sheet> part_sheets(Language language, tables::OutputTable const& parts) {
  using io::NumberFormat;
  tables::ResultRows const rows{parts};
  tables::OutputTable people{parts.name, parts.columns, {}, {}};
  tables::OutputTable shares = people;
  for (std::size_t r = 0; r < parts.rows.size(); ++r)
    (rows.text(r, "figure") == "share" ? shares : people).rows.push_back(parts.rows[r]);
  auto of_people = report::sheet_of(language, people);
  auto of_shares = report::sheet_of(language, shares);
  of_shares.title = fmt::format("{} – {}", of_shares.title, report::label(language, "points"));
  for (std::size_t c = 0; c < parts.columns.size(); ++c) {
    auto const& column = parts.columns[c];
    if (column.type == tables::ColumnType::Text) continue;
    bool const is_level = column.name == "figure_before" || column.name == "figure_after";
    of_people.columns[c].format = NumberFormat::Whole;
    of_shares.columns[c].format = is_level ? NumberFormat::Percent : NumberFormat::Points;
  }
  return {std::move(of_people), std::move(of_shares)};
}

std::vector<io::Sheet> sheets_of(Language language, report::ReportedComparison const& comparison) {
  auto const& [tables, record] = comparison;
  std::vector<io::Sheet> sheets{summary_sheet(language, comparison)};
  for (auto const& table : tables) {
    if (table.name == "parts") {
      std::ranges::move(part_sheets(language, table), std::back_inserter(sheets));
    } else if (table.name != "cells") {
      sheets.push_back(report::workbook_sheet(language, table));
    }
  }
  sheets.push_back(report::sheet_of(language, report::differences_table(language, comparison)));
  sheets.push_back(report::columns_sheet(language, tables));
  for (auto const& [key, run] :
       {std::pair{"run_before", &record.before}, {"run_after", &record.after}}) {
    auto about = report::about_sheet(language, {run->options, {}, run->inputs, run->version});
    about.title = fmt::format("{} – {}", about.title, report::label(language, key));
    sheets.push_back(std::move(about));
  }
  return sheets;
}

/// From the lowest layer to the topmost.
std::vector<DrawnTable> drawn_tables(Language language,
                                     std::span<tables::OutputTable const> tables) {
  std::vector<DrawnTable> drawn;
  for (auto const name : report::kChangeLayers) {
    auto const* const table = tables::table_named(tables, name);
    if (table == nullptr) continue;
    auto style = report::change_style_of(language, *table);
    expects(style.has_value(), "every layer has a style");
    drawn.push_back({*table, std::move(*style)});
  }
  return drawn;
}

}  // namespace

void write_change_files(io::OutputFolder const& folder, WorkingFrame const& frame,
                        Language language, report::ReportedComparison const& comparison,
                        Progress const& progress) {
  auto const title = std::string{report::label(language, "comparison")};
  auto const& record = comparison.record;
  {
    auto const named = report::named_in(language, record.names, comparison.tables);
    write_drawn_layers(folder, drawn_tables(language, named), frame, language, title, progress);
    io::write_workbook(folder.staged(std::string{kWorkbook}), title,
                       sheets_of(language, {named, record}),
                       std::string{report::label(language, "text cut for the workbook")});
  }
  for (auto const each : kLanguages) {
    auto const named = report::named_in(each, record.names, comparison.tables);
    io::write_file(folder.staged(report::page_name(each)),
                   report::change_page(each, {named, record}));
  }
}

}  // namespace gapmap::engine
