#pragma once
// What places offer and how their position was found, as columns of places.csv.

#include "gapmap/tables/output_table.h"
#include "gapmap/places/place.h"

namespace gapmap::tables {

/// Returns one row per place. `type`, `target_group`, `languages`, `open_to_all`, `schedule` and
/// `capacity` are columns if any place has them; so are `located_by` and `position` if a place was
/// located by its address or a gazetteer, with "coordinates" and "given" for the others.
[[nodiscard]] OutputTable service_table(Places const& places);

}  // namespace gapmap::tables
