#include "gapmap/engine/detail/background.h"

#include <algorithm>

#include "gapmap/tables/road_table.h"
#include "gapmap/network/main_roads.h"

namespace gapmap::engine {
namespace {

/// Every run reads roads at least this far from the cells, unless its margin is less.
constexpr double kSurelyRead = 10'000;
/// How far roads are drawn around the areas, as a share of their longer side: a little more than
/// the map of a report shows.
constexpr double kMargin = 0.03;
/// How many times the thinning of lines goes into the longer side: 25 m in 200 km, finer than the
/// map of a report, which is 2 400 units wide (report/map_svg).
constexpr double kFineness = 8000;

}  // namespace

tables::OutputTable background_roads(std::span<tables::OutputTable const> tables,
                                     Population const& population, RoadNetwork const& network) {
  Box seen;
  for (auto const& table : tables) {
    if (table.name != "municipalities" && table.name != "cells") continue;
    for (auto const& area : table.areas) seen.extend(area.box());
  }
  return background_roads(seen, population, network);
}

tables::OutputTable background_roads(Box const& shown, Population const& population,
                                     RoadNetwork const& network) {
  double const side = std::max(shown.max.x - shown.min.x, shown.max.y - shown.min.y);
  auto const seen = shown.grown(kMargin * side);
  Box read;
  for (auto const& cell : population) read.extend(cell.center);
  read = read.grown(kSurelyRead);
  Box const box{{std::max(seen.min.x, read.min.x), std::max(seen.min.y, read.min.y)},
                {std::min(seen.max.x, read.max.x), std::min(seen.max.y, read.max.y)}};
  return tables::road_table(
      network::main_roads(network, {.box = box, .tolerance = Meters{side / kFineness}}));
}

}  // namespace gapmap::engine
