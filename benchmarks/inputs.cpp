#include "benchmarks/inputs.h"

#include <fmt/format.h>

#include <cstdlib>

#include "benchmarks/tiled_extract.h"

namespace gapmap::benchmarks {

namespace fs = std::filesystem;

fs::path data_folder() {
  auto const* const chosen = std::getenv("GAPMAP_DATA");
  return chosen != nullptr ? fs::path{chosen}
                           : fs::path{GAPMAP_SOURCE_DIR}.parent_path() / "shared/data";
}

std::optional<fs::path> find_data(fs::path const& relative) {
  auto path = data_folder() / relative;
  if (fs::exists(path)) return path;
  fmt::print(stderr, "left out: there is no {}; set GAPMAP_DATA\n", path.string());
  return std::nullopt;
}

std::optional<Extract> porto_6x6() {
  auto const porto = find_data("osm/porto.osm.pbf");
  if (!porto) return std::nullopt;
  auto const large = fs::temp_directory_path() / "gapmap-porto-6x6.osm.pbf";
  if (!fs::exists(large)) write_tiled_extract(*porto, large, {});
  return Extract{"porto 6x6", large.string(), "EPSG:32629"};
}

std::vector<Extract> osm_extracts() {
  std::vector<Extract> extracts;
  for (auto const& [name, crs] : {std::pair{"las_palmas", "EPSG:32628"}, {"porto", "EPSG:32629"}}) {
    if (auto const path = find_data(fmt::format("osm/{}.osm.pbf", name)))
      extracts.push_back({name, path->string(), crs});
  }
  if (auto const large = porto_6x6()) extracts.push_back(*large);
  return extracts;
}

}  // namespace gapmap::benchmarks
