#include "gapmap/engine/detail/change_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "gapmap/engine/detail/reader_files.h"
#include "gapmap/io/write_file.h"
#include "gapmap/places/spelling.h"
#include "gapmap/io/write_workbook.h"
#include "gapmap/report/area_names.h"
#include "gapmap/report/change_styles.h"
#include "gapmap/report/change_words.h"
#include "gapmap/report/hidden_numbers.h"
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
  io::Sheet sheet{.title = std::string{report::label(language, "summary")},
                  .headline = comparison.masthead.full_title_in(language),
                  .table = {}};
  // Folders and job files are left out: the same runs make the same workbook wherever they lie.
  if (!comparison.words().before.empty()) {
    sheet.notes.push_back(fmt::format("{}: {}", report::label(language, "runs_compared"),
                                      report::runs_in_words(comparison)));
  }
  for (auto& sentence : report::change_in_sentences(language, comparison))
    sheet.notes.push_back(std::move(sentence));
  tables::ResultRows const rows{comparison.tables.front()};
  auto const totals = report::sheet_of(language, comparison.tables.front(), comparison.words());
  for (std::size_t c = 0; c < totals.columns.size(); ++c) {
    auto const& column = totals.table.columns[c];
    if (column.type == tables::ColumnType::Text) continue;
    auto value = rows.value(rows.size() - 1, column.name);
    if (comparison.record.publication && value == tables::Value{})
      value = std::string{report::kHiddenSign};
    sheet.facts.push_back({totals.columns[c].header, std::move(value), totals.columns[c].format});
  }
  return sheet;
}

/// One sheet for parts of numbers of people, one for parts of shares: their formats differ.
std::vector<io::Sheet> part_sheets(Language language, tables::OutputTable const& parts,
                                   report::RunWords const& words) {
  using io::NumberFormat;
  tables::ResultRows const rows{parts};
  tables::OutputTable people{parts.name, parts.columns, {}, {}};
  tables::OutputTable shares = people;
  for (std::size_t r = 0; r < parts.rows.size(); ++r)
    (rows.text(r, "figure") == "share" ? shares : people).rows.push_back(parts.rows[r]);
  auto of_people = report::sheet_of(language, people, words);
  auto of_shares = report::sheet_of(language, shares, words);
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

/// Whether Excel takes the text as the title of a sheet: at most 31 units of UTF-16, and none of
/// these letters.
bool is_title_of_sheet(std::string_view text) {
  constexpr std::ptrdiff_t kMostUnits = 31;
  auto const units =
      std::ranges::count_if(
          text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) +
      std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0xF0U; });
  return units <= kMostUnits && text.find_first_of("[]:*?/\\'") == std::string_view::npos;
}

/// Returns the titles of the sheets about the two runs: with their names if these fit, else with
/// "before" and "after".
std::array<std::string, 2> titles_about_runs(Language language, report::RunWords const& names) {
  auto const about = report::label(language, "about");
  auto const title = [&](std::string_view run) { return fmt::format("{} – {}", about, run); };
  // Sheets whose titles differ in the case of letters alone are one to Excel.
  bool const is_fit = is_title_of_sheet(title(names.before)) &&
                      is_title_of_sheet(title(names.after)) &&
                      places::plain_spelling(names.before) != places::plain_spelling(names.after);
  if (is_fit) return {title(names.before), title(names.after)};
  return {title(report::label(language, "run_before")),
          title(report::label(language, "run_after"))};
}

std::vector<io::Sheet> sheets_of(Language language, report::ReportedComparison const& comparison) {
  auto const& [tables, record, masthead] = comparison;
  auto const words = comparison.words();
  auto const names = report::names_in(language, comparison);
  std::vector<io::Sheet> sheets{summary_sheet(language, comparison)};
  for (auto const& table : tables) {
    if (table.name == "parts") {
      std::ranges::move(part_sheets(language, table, words), std::back_inserter(sheets));
    } else if (table.name == "group_parts") {
      auto sheet = report::workbook_sheet(language, table, words);
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].type != tables::ColumnType::Text)
          sheet.columns[c].format = io::NumberFormat::Whole;
      }
      sheets.push_back(std::move(sheet));
    } else if (table.name != "cells" && table.name != "roads") {
      sheets.push_back(report::workbook_sheet(language, table, words));
    }
  }
  sheets.push_back(report::differences_sheet(language, comparison));
  sheets.push_back(report::columns_sheet(language, tables, words));
  auto const [before, after] = titles_about_runs(language, names);
  for (auto const& [title, run] : {std::pair{&before, &record.before}, {&after, &record.after}}) {
    auto about = report::about_sheet(
        language,
        {run->options, report::publication_note(language, report::hidden_in(comparison.record)),
         run->inputs, run->version});
    about.title = *title;
    sheets.push_back(std::move(about));
  }
  return sheets;
}

/// From the lowest layer to the topmost.
std::vector<DrawnTable> drawn_tables(Language language, std::span<tables::OutputTable const> tables,
                                     report::RunWords const& words) {
  std::vector<DrawnTable> drawn;
  for (auto const name : report::kChangeLayers) {
    auto const* const table = tables::table_named(tables, name);
    if (table == nullptr) continue;
    auto style = report::change_style_of(language, *table, words);
    expects(style.has_value(), "every layer has a style");
    drawn.push_back({*table, std::move(*style), words});
  }
  return drawn;
}

}  // namespace

void write_change_files(io::OutputFolder const& folder, WorkingFrame const& frame,
                        Language language, report::ReportedComparison const& comparison,
                        Progress const& progress) {
  {
    report::NamedComparison const named{language, comparison};
    auto const& told = named.comparison();
    auto const title = told.masthead.full_title_in(language);
    write_drawn_layers(
        folder, drawn_tables(language, told.tables, told.words()), frame, language,
        report::project_words(language, title, report::inputs_of(told.record), told.record.version),
        progress);
    io::write_workbook(folder.staged(std::string{kWorkbook}), title, sheets_of(language, told),
                       std::string{report::label(language, "text cut for the workbook")});
  }
  for (auto const each : kLanguages) {
    report::NamedComparison const named{each, comparison};
    io::write_file(folder.staged(report::page_name(each)),
                   report::change_page(each, named.comparison()));
  }
}

}  // namespace gapmap::engine
