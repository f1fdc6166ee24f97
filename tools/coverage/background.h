#pragma once
// The roads that stand behind the results on every map of a run.

#include <span>

#include "gapmap/io/output_table.h"
#include "gapmap/network/road_network.h"
#include "gapmap/places/population.h"

namespace gapmap::tools {

/// The main roads around the areas and cells of `tables`, and a little beyond.
[[nodiscard]] io::OutputTable background_roads(std::span<io::OutputTable const> tables,
                                               Population const& population,
                                               RoadNetwork const& network);

}  // namespace gapmap::tools
