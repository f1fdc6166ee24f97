#include "tools/results.h"

#include <algorithm>
#include <array>

#include "gapmap/io/write_geojson.h"
#include "gapmap/io/write_table.h"

namespace gapmap::tools {
namespace {

bool is_one_of(std::string const& table, std::initializer_list<char const*> tables) {
  return std::ranges::find(tables, table) != tables.end();
}

/// Gaps and zones are nothing without their shape.
bool is_only_map(std::string const& table) { return is_one_of(table, {"gaps", "zones"}); }
bool is_map(std::string const& table) {
  return is_only_map(table) || is_one_of(table, {"cells", "municipalities", "places"});
}

}  // namespace

std::vector<std::string> files_of_table(std::string const& table) {
  std::vector<std::string> files;
  if (!is_only_map(table)) files.push_back(table + ".csv");
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

}  // namespace gapmap::tools
