#include "gapmap/engine/detail/table_files.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "gapmap/io/write_geojson.h"
#include "gapmap/io/write_table.h"

namespace gapmap::engine {
namespace {

/// The main roads stand behind every map and say nothing by themselves: a layer, and no file.
bool is_background(std::string const& table) { return table == "roads"; }

/// Whether its rows are drawn: a layer of gapmap.gpkg, and a GeoJSON file.
bool is_map(std::string const& table) {
  constexpr std::array<std::string_view, 15> kMaps{
      "cells",   "municipalities",      "places",     "gaps",           "zones",
      "changes", "roads_used",          "remedies",   "joint_remedies", "outside_groups",
      "plan",    "plan_municipalities", "plan_cells", "plan_places",    "plan_gaps"};
  return std::ranges::find(kMaps, table) != kMaps.end();
}

}  // namespace

std::vector<std::string> files_of_table(std::string const& table) {
  if (is_background(table)) return {};
  std::vector<std::string> files{table + ".csv"};
  if (is_map(table)) files.push_back(table + ".geojson");
  return files;
}

double weight_of_layers(std::span<tables::OutputTable const> tables) {
  std::size_t rows = 0;
  for (auto const& table : tables) {
    if (is_map(table.name) || is_background(table.name)) rows += table.rows.size();
  }
  return kShapeRow * static_cast<double>(rows);
}

std::vector<Work> writing_tables(std::span<tables::OutputTable const> tables,
                                 WorkingFrame const& frame, io::OutputFolder const& folder) {
  std::vector<Work> works;
  for (auto const& table : tables) {
    auto const rows = static_cast<double>(table.rows.size());
    for (auto const& file : files_of_table(table.name)) {
      auto const path = folder.staged(file);
      if (file.ends_with(".csv")) {
        works.push_back(
            {[&table, path](Progress const&) { io::write_csv(path, table); }, rows * kTextRow});
      } else {
        // PROJ projects for one thread at a time: a frame each.
        works.push_back(
            {[&table, path, own = std::make_shared<WorkingFrame>(frame.crs())](
                 Progress const& progress) { io::write_geojson(path, table, *own, progress); },
             rows * kShapeRow});
      }
    }
  }
  return works;
}

std::vector<io::TableRecord> records_of(std::span<tables::OutputTable const> tables) {
  std::vector<io::TableRecord> records;
  for (auto const& table : tables)
    records.push_back(io::record_of(table, is_map(table.name) || is_background(table.name)));
  return records;
}

}  // namespace gapmap::engine
