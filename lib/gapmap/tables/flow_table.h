#pragma once
// The roads that residents take to their nearest place.

#include "gapmap/tables/output_table.h"
#include "gapmap/network/road_network.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/flows.h"

namespace gapmap::tables {

/// "roads_used", a row a segment that somebody takes, in the order of the network, with its whole
/// shape: `road_class`, `road_name` (nothing if it has none, or names were not read), `ferry` (1 or
/// 0), `length_m`, `residents`, `residents_outside` and `cells` that take it, wholly or in part,
/// and `person_km`: what the residents travel on it together.
[[nodiscard]] OutputTable flow_table(RoadNetwork const& network, Population const& population,
                                     IdVector<SegmentId, reach::Flow> const& flows);

}  // namespace gapmap::tables
