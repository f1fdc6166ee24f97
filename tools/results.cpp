#include "tools/results.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "gapmap/io/write_geojson.h"
#include "gapmap/io/write_table.h"

namespace gapmap::tools {
namespace {

/// Roads are a background, on every map and nothing by themselves: a layer, and no file.
bool is_background(std::string const& table) { return table == "roads"; }

}  // namespace

bool is_map(std::string const& table) {
  constexpr std::array<std::string_view, 7> kMaps{"cells", "municipalities", "places",    "gaps",
                                                  "zones", "changes",        "roads_used"};
  return std::ranges::find(kMaps, table) != kMaps.end();
}

std::vector<std::string> files_of_table(std::string const& table) {
  if (is_background(table)) return {};
  std::vector<std::string> files{table + ".csv"};
  if (is_map(table)) files.push_back(table + ".geojson");
  return files;
}

std::vector<std::function<void()>> writing_tables(std::span<io::OutputTable const> tables,
                                                  WorkingFrame const& frame,
                                                  io::OutputFolder const& folder) {
  std::vector<std::function<void()>> works;
  for (auto const& table : tables) {
    for (auto const& file : files_of_table(table.name)) {
      auto const path = folder.staged(file);
      if (file.ends_with(".csv")) {
        works.emplace_back([&table, path] { io::write_csv(path, table); });
      } else {
        // PROJ projects for one thread at a time: a frame each.
        works.emplace_back([&table, path, own = std::make_shared<WorkingFrame>(frame.crs())] {
          io::write_geojson(path, table, *own);
        });
      }
    }
  }
  return works;
}

std::vector<io::TableRecord> records_of(std::span<io::OutputTable const> tables) {
  std::vector<io::TableRecord> records;
  for (auto const& table : tables)
    records.push_back(io::record_of(table, is_map(table.name) || is_background(table.name)));
  return records;
}

}  // namespace gapmap::tools
