#include "gapmap/engine/delivery.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <functional>
#include <iterator>
#include <string_view>

#include "gapmap/io/manifest.h"
#include "gapmap/io/write_file.h"
#include "gapmap/io/write_geopackage.h"
#include "gapmap/io/write_workbook.h"
#include "gapmap/report/class_sheets.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/page.h"
#include "gapmap/report/project.h"
#include "gapmap/report/record_sheets.h"
#include "gapmap/report/summary_sheet.h"
#include "gapmap/report/workbook.h"
#include "gapmap/units/error.h"
#include "gapmap/engine/results.h"

namespace gapmap::engine {
namespace {

// From the lowest to the topmost: outlines of areas are drawn above what lies in them.
constexpr std::array<std::string_view, 7> kLayers{"cells",          "gaps",       "roads", "zones",
                                                  "municipalities", "roads_used", "places"};

/// The layer as the GeoPackage has it.
io::LayerLook look_of(Language language, tables::OutputTable const& table,
                      report::LayerStyle const& style) {
  io::LayerLook look{.layer = table.name,
                     .title = std::string{report::label(language, table.name)},
                     .qml = report::qml(style)};
  for (auto const& column : table.columns) {
    using enum report::ShownUnits;
    auto about = report::description(language, column.name, AsStored);
    // What is called by the user's word alone holds how far that requirement is met.
    if (about.empty()) about = report::description(language, "status");
    look.columns.push_back({column.name,
                            report::heading(language, column.name, AsStored).value_or(column.name),
                            std::move(about)});
  }
  return look;
}

/// For a sheet that anybody reads: a row a cell, or a road.
bool is_too_long(tables::OutputTable const& table) {
  return table.name == "cells" || table.name == "roads" || table.name == "roads_used";
}

/// Of the workbook, and of the reports, which show the same tables.
double weight_of_sheets(std::span<tables::OutputTable const> tables) {
  std::size_t rows = 0;
  for (auto const& table : tables) {
    if (!is_too_long(table)) rows += table.rows.size();
  }
  return kShapeRow * static_cast<double>(rows);
}

}  // namespace

template <CostType Cost>
tables::CostScale scale_of(Cost limit, job::ClassBounds const& classes) {
  tables::CostScale scale{.is_time = std::same_as<Cost, Milliseconds>,
                          .limit = to_natural(limit).value(),
                          .bounds = {}};
  std::visit(
      [&](auto const& bounds) {
        for (auto const bound : bounds) scale.bounds.push_back(bound.value());
      },
      classes);
  return scale;
}

void write_layers(io::OutputFolder const& folder, std::span<tables::OutputTable const> tables,
                  WorkingFrame const& frame, Delivery const& delivery, Progress const& progress) {
  std::vector<DrawnTable> drawn;
  for (auto const name : kLayers) {
    auto const table = std::ranges::find(tables, name, &tables::OutputTable::name);
    if (table == tables.end()) continue;
    auto style = report::style_of(delivery.language, *table, delivery.scale);
    expects(style.has_value(), "every layer has a style");
    drawn.push_back({*table, std::move(*style)});
  }
  write_drawn(folder, drawn, frame, delivery.language,
              delivery.masthead.full_title_in(delivery.language), progress);
}

void write_drawn(io::OutputFolder const& folder, std::vector<DrawnTable> const& tables,
                 WorkingFrame const& frame, Language language, std::string const& title,
                 Progress const& progress) {
  io::LayerTables layers;
  std::vector<io::LayerLook> looks;
  std::vector<report::ProjectLayer> drawn;
  std::pair<Point, Point> extent;
  for (auto const& [table, style] : tables) {
    layers.push_back(table);
    looks.push_back(look_of(language, table, style));
    drawn.push_back({table.get().name, looks.back().title, style});
    if (table.get().name == "municipalities") extent = report::extent_of(table);
  }
  io::write_geopackage(folder.staged(std::string{kGeoPackage}), layers, frame, looks, progress);
  io::write_file(folder.staged(std::string{kProject}),
                 report::project(title, std::string{kGeoPackage}, drawn, frame.crs(), extent));
}

void write_reports(io::OutputFolder const& folder, std::span<tables::OutputTable const> tables,
                   Delivery const& delivery) {
  report::ReportedRun const run{.tables = tables,
                                .scale = delivery.scale,
                                .facts = delivery.facts,
                                .options = delivery.options,
                                .inputs = delivery.inputs,
                                .masthead = delivery.masthead,
                                .version = delivery.version};
  for (auto const language : kLanguages)
    io::write_file(folder.staged(report::page_name(language)), report::page(language, run));
}

void write_sheets(std::string const& path, std::span<tables::OutputTable const> tables,
                  Delivery const& delivery) {
  auto const language = delivery.language;
  std::vector<io::Sheet> sheets;
  sheets.push_back(report::summary_sheet(language, tables, delivery.scale));
  sheets.back().headline = delivery.masthead.full_title_in(language);
  for (auto const& table : tables) {
    if (table.name == "classes") {
      for (auto& sheet : report::class_sheets(language, table, delivery.scale)) {
        report::shorten(language, sheet, "classes.csv");
        sheets.push_back(std::move(sheet));
      }
    }
    if (!is_too_long(table)) sheets.push_back(report::workbook_sheet(language, table));
  }
  sheets.push_back(report::remarks_sheet(language, delivery.inputs));
  sheets.push_back(report::columns_sheet(language, tables));
  sheets.push_back(report::about_sheet(language, {delivery.options, delivery.facts.published_below,
                                                  delivery.inputs, delivery.version}));
  io::write_workbook(path, delivery.masthead.full_title_in(language), sheets,
                     std::string{report::label(language, "text cut for the workbook")});
}

std::vector<std::string> delivered_files() {
  std::vector<std::string> files;
  for (auto const file : {kGeoPackage, kProject, kWorkbook}) files.emplace_back(file);
  for (auto const language : kLanguages) files.push_back(report::page_name(language));
  return files;
}

void deliver(io::OutputFolder const& folder, std::span<tables::OutputTable const> tables,
             WorkingFrame const& frame, Delivery delivery, std::vector<Work> further,
             Progress const& progress) {
  std::vector<std::pair<std::string, std::string>> options;
  for (auto const& [name, value] : delivery.options)
    options.emplace_back(name, io::as_recorded(value));
  std::vector<io::ImportReport> inputs;
  for (auto const& input : delivery.inputs) inputs.push_back(io::as_recorded(input));
  delivery.options = options;
  delivery.inputs = inputs;
  delivery.masthead = report::with_region(std::move(delivery.masthead), tables);
  // What takes longest first: the layers, then the cells, which are the last of the tables.
  std::vector<Work> works;
  works.push_back(
      {[&](Progress const& told) { write_layers(folder, tables, frame, delivery, told); },
       weight_of_layers(tables)});
  std::move(further.rbegin(), further.rend(), std::back_inserter(works));
  works.push_back({[&](Progress const&) {
                     write_sheets(folder.staged(std::string{kWorkbook}), tables, delivery);
                   },
                   weight_of_sheets(tables)});
  works.push_back({[&](Progress const&) { write_reports(folder, tables, delivery); },
                   weight_of_sheets(tables)});
  side_by_side(works, progress);
}

template tables::CostScale scale_of(Millimeters, job::ClassBounds const&);
template tables::CostScale scale_of(Milliseconds, job::ClassBounds const&);

}  // namespace gapmap::engine
