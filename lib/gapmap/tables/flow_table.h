#pragma once
// The roads that residents use to reach their nearest place.

#include <optional>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/network/road_network.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/flows.h"

namespace gapmap::tables {

/// Returns the table "roads_used": one row per segment that somebody uses, in the order of the
/// network, with its whole shape. Columns: `road_class`, `road_name` (nothing if it has none, or
/// names were not read), `ferry` (1 or 0), `length_m`; `residents`, `residents_outside` and `cells`
/// that use it wholly or in part; `person_km`, the distance that the residents travel on it
/// together. With a `group`, GROUP_low and GROUP_high: the least and the most of it that may use
/// the segment; no most where nothing bounds a cell.
[[nodiscard]] OutputTable flow_table(RoadNetwork const& network, Population const& population,
                                     IdVector<SegmentId, reach::Flow> const& flows,
                                     std::optional<std::string> const& group = std::nullopt);

}  // namespace gapmap::tables
