#include "gapmap/engine/detail/run_files.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "gapmap/engine/detail/reader_files.h"
#include "gapmap/engine/detail/table_files.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/write_file.h"
#include "gapmap/io/write_workbook.h"
#include "gapmap/report/area_names.h"
#include "gapmap/report/class_sheets.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/record_sheets.h"
#include "gapmap/report/summary_sheet.h"
#include "gapmap/report/workbook.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"

namespace gapmap::engine {
namespace {

// From the lowest to the topmost: outlines of areas are drawn above what lies in them.
constexpr std::array<std::string_view, 10> kLayers{
    "cells",          "outside_groups", "gaps",   "roads",    "zones",
    "municipalities", "roads_used",     "places", "remedies", "joint_remedies"};

/// Tables with a row for every cell or road are too long for a sheet that somebody reads.
bool is_too_long(tables::OutputTable const& table) {
  constexpr std::array<std::string_view, 4> kLong{"cells", "outside_groups", "roads", "roads_used"};
  return std::ranges::find(kLong, table.name) != kLong.end();
}

/// Weight of writing the workbook. Writing the reports, which show the same tables, weighs as much.
double weight_of_sheets(std::span<tables::OutputTable const> tables) {
  std::size_t rows = 0;
  for (auto const& table : tables) {
    if (!is_too_long(table)) rows += table.rows.size();
  }
  return kShapeRow * static_cast<double>(rows);
}

void write_layers(io::OutputFolder const& folder, WorkingFrame const& frame,
                  RunForReaders const& told, Progress const& progress) {
  auto const language = told.language;
  report::NamedRun const named{language, told.run};
  auto const& run = named.run();
  std::vector<DrawnTable> drawn;
  for (auto const name : kLayers) {
    auto const table = std::ranges::find(run.tables, name, &tables::OutputTable::name);
    if (table == run.tables.end()) continue;
    if (name == "outside_groups") {
      if (auto views = report::views_of_groups(language, *table, run.facts.group); !views.empty()) {
        auto const first = views.front().style;
        drawn.push_back({*table, first, {}, std::move(views)});
      }
      continue;
    }
    auto style = report::style_of(language, *table, run.scale);
    expects(style.has_value(), "every layer has a style");
    drawn.push_back({*table, std::move(*style)});
    // The best places together say most; the single ones beside them would only crowd the map.
    bool const has_joint = tables::table_named(run.tables, "joint_remedies") != nullptr;
    if (name == "remedies" && has_joint) {
      auto& proposals = drawn.back();
      proposals.views.push_back({std::string{report::label(language, name)}, proposals.style});
    }
  }
  write_drawn_layers(folder, drawn, frame, language,
                     report::project_words(language, run.masthead.full_title_in(language),
                                           run.inputs, run.version),
                     progress);
}

void write_reports(io::OutputFolder const& folder, report::ReportedRun const& run) {
  for (auto const language : kLanguages) {
    report::NamedRun const named{language, run};
    io::write_file(folder.staged(report::page_name(language)), report::page(language, named.run()));
  }
}

/// A summary, every table but the longest as a sheet, classes also in wide ones with charts, then
/// the remarks on the inputs and what was run.
void write_sheets(std::string const& path, RunForReaders const& told) {
  auto const language = told.language;
  report::NamedRun const named{language, told.run};
  auto const& run = named.run();
  std::vector<io::Sheet> sheets;
  sheets.push_back(report::summary_sheet(language, run));
  sheets.back().headline = run.masthead.full_title_in(language);
  for (auto const& table : run.tables) {
    if (table.name == "classes") {
      for (auto& sheet : report::class_sheets(language, table, run.scale)) {
        report::shorten(language, sheet, "classes.csv");
        sheets.push_back(std::move(sheet));
      }
    }
    if (!is_too_long(table)) sheets.push_back(report::workbook_sheet(language, table));
  }
  sheets.push_back(report::remarks_sheet(language, run.inputs));
  sheets.push_back(report::columns_sheet(language, run.tables));
  sheets.push_back(report::about_sheet(
      language, {run.options, report::publication_note(language, report::hidden_in(run.facts)),
                 run.inputs, run.version}));
  io::write_workbook(path, run.masthead.full_title_in(language), sheets,
                     std::string{report::label(language, "text cut for the workbook")});
}

}  // namespace

void write_run_files(io::OutputFolder const& folder, WorkingFrame const& frame, RunForReaders told,
                     std::vector<Work> further, Progress const& progress) {
  auto& run = told.run;
  std::vector<std::pair<std::string, std::string>> options;
  for (auto const& [name, value] : run.options) options.emplace_back(name, io::as_recorded(value));
  std::vector<io::ImportReport> inputs;
  for (auto const& input : run.inputs) inputs.push_back(io::as_recorded(input));
  run.options = options;
  run.inputs = inputs;
  // What takes longest comes first: the layers, then the cells, which are the last of the tables.
  std::vector<Work> works;
  works.push_back({[&](Progress const& heard) { write_layers(folder, frame, told, heard); },
                   weight_of_layers(run.tables)});
  std::move(further.rbegin(), further.rend(), std::back_inserter(works));
  works.push_back(
      {[&](Progress const&) { write_sheets(folder.staged(std::string{kWorkbook}), told); },
       weight_of_sheets(run.tables)});
  works.push_back(
      {[&](Progress const&) { write_reports(folder, run); }, weight_of_sheets(run.tables)});
  side_by_side(works, progress);
}

}  // namespace gapmap::engine
