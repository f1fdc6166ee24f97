#pragma once
// The roads that stand behind the results on every map of a run.

#include <span>

#include "gapmap/tables/output_table.h"
#include "gapmap/network/road_network.h"
#include "gapmap/places/population.h"

namespace gapmap::engine {

/// The main roads around the areas and cells of `tables`, and a little beyond.
[[nodiscard]] tables::OutputTable background_roads(std::span<tables::OutputTable const> tables,
                                                   Population const& population,
                                                   RoadNetwork const& network);
/// Those in and a little around `shown`.
[[nodiscard]] tables::OutputTable background_roads(Box const& shown, Population const& population,
                                                   RoadNetwork const& network);

}  // namespace gapmap::engine
