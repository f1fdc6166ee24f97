#include "tools/results.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "gapmap/io/write_geojson.h"
#include "gapmap/io/write_table.h"

namespace gapmap::tools {
namespace {

/// Roads are a background, on every map and nothing by themselves: a layer, and no file.
bool is_background(std::string const& table) { return table == "roads"; }

}  // namespace

bool is_map(std::string const& table) {
  constexpr std::array<std::string_view, 7> kMaps{
      "cells", "municipalities", "places", "gaps", "zones", "changes", "roads_used"};
  return std::ranges::find(kMaps, table) != kMaps.end();
}

std::vector<std::string> files_of_table(std::string const& table) {
  if (is_background(table)) return {};
  std::vector<std::string> files{table + ".csv"};
  if (is_map(table)) files.push_back(table + ".geojson");
  return files;
}

void write_tables(std::span<io::OutputTable const> tables, WorkingFrame const& frame,
                  io::OutputFolder const& folder) {
  for (auto const& table : tables) {
    for (auto const& file : files_of_table(table.name)) {
      if (file.ends_with(".csv")) {
        io::write_csv(folder.staged(file), table);
      } else {
        io::write_geojson(folder.staged(file), table, frame);
      }
    }
  }
}

std::vector<io::TableRecord> records_of(std::span<io::OutputTable const> tables) {
  std::vector<io::TableRecord> records;
  for (auto const& table : tables)
    records.push_back(io::record_of(table, is_map(table.name) || is_background(table.name)));
  return records;
}

}  // namespace gapmap::tools
