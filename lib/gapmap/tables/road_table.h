#pragma once
// Roads as the background of a map.

#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/network/main_roads.h"

namespace gapmap::tables {

/// Returns the table "roads", one row per line: `road_class`, `ferry` (1 or 0), `length_m` on the
/// ground.
[[nodiscard]] OutputTable road_table(std::vector<network::MainRoad> const& roads);

}  // namespace gapmap::tables
