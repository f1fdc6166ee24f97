#include "gapmap/engine/detail/reader_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gapmap/io/write_file.h"
#include "gapmap/io/write_geopackage.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/page.h"
#include "gapmap/report/project.h"
#include "gapmap/tables/columns.h"

namespace gapmap::engine {
namespace {

/// The layer as the GeoPackage has it.
io::LayerLook look_of(Language language, DrawnTable const& drawn) {
  auto const& table = drawn.table;
  auto const& words = drawn.words;
  auto const& name = table.get().name;
  std::string title{report::label(language, name)};
  // The main roads are the same in both runs.
  if (!words.after.empty() && name != "roads")
    title += fmt::format(": {} → {}", words.before, words.after);
  return {.layer = name,
          .title = std::move(title),
          .qml = report::qml(drawn.style),
          .columns = column_titles(language, table, tables::scope_of(name), words)};
}

}  // namespace

std::vector<io::ColumnTitle> column_titles(Language language, tables::OutputTable const& table,
                                           std::string_view declared_as,
                                           report::RunWords const& words) {
  using enum report::ShownUnits;
  std::vector<io::ColumnTitle> titles;
  for (auto const& column : table.columns) {
    auto about = report::description(language, column.name, AsStored, declared_as);
    // A column that has the user's own word as its name holds how far that requirement is met.
    if (about.empty()) about = report::description(language, "status");
    titles.push_back(
        {column.name,
         report::heading(language, column.name, AsStored, declared_as, words).value_or(column.name),
         std::move(about)});
  }
  return titles;
}

std::vector<std::string> reader_files() {
  std::vector<std::string> files;
  for (auto const file : {kGeoPackage, kProject, kWorkbook}) files.emplace_back(file);
  for (auto const language : kLanguages) files.push_back(report::page_name(language));
  return files;
}

void write_drawn_layers(io::OutputFolder const& folder, std::vector<DrawnTable> const& tables,
                        WorkingFrame const& frame, Language language,
                        report::ProjectWords const& told, Progress const& progress) {
  io::LayerTables layers;
  std::vector<io::LayerLook> looks;
  std::vector<report::ProjectLayer> drawn;
  std::pair<Point, Point> extent;
  for (auto const& each : tables) {
    auto const& table = each.table.get();
    layers.push_back(table);
    looks.push_back(look_of(language, each));
    if (each.views.empty()) drawn.push_back({table.name, looks.back().title, each.style});
    for (auto view = each.views.rbegin(); view != each.views.rend(); ++view) {
      auto const part = static_cast<std::size_t>(each.views.rend() - view);
      drawn.push_back({table.name, view->title, view->style, part, false});
    }
    if (table.name == "municipalities" || table.name == "plan_municipalities")
      extent = report::extent_of(table);
  }
  // QGIS puts the first layer of a GeoPackage on top when all of them are opened at once.
  std::ranges::reverse(layers);
  io::write_geopackage(folder.staged(std::string{kGeoPackage}), layers, frame, looks, progress);
  io::write_file(folder.staged(std::string{kProject}),
                 report::project(told, std::string{kGeoPackage}, drawn, frame.crs(), extent));
}

}  // namespace gapmap::engine
