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

std::vector<Extract> osm_extracts() {
  std::vector<Extract> extracts;
  auto const osm = data_folder() / "osm";
  for (auto const& [name, crs] : {std::pair{"las_palmas", "EPSG:32628"}, {"porto", "EPSG:32629"}}) {
    auto const path = osm / fmt::format("{}.osm.pbf", name);
    if (fs::exists(path)) {
      extracts.push_back({name, path.string(), crs});
    } else {
      fmt::print(stderr, "{} is left out: there is no {}; set GAPMAP_DATA\n", name, path.string());
    }
  }
  auto const porto = osm / "porto.osm.pbf";
  if (!fs::exists(porto)) return extracts;
  auto const large = fs::temp_directory_path() / "gapmap-porto-6x6.osm.pbf";
  if (!fs::exists(large)) write_tiled_extract(porto, large, {});
  extracts.push_back({"porto 6x6", large.string(), "EPSG:32629"});
  return extracts;
}

}  // namespace gapmap::benchmarks
