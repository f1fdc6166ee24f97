#pragma once
// What places offer and how their position was learnt, as further columns of places.csv.

#include "gapmap/tables/output_table.h"
#include "gapmap/places/place.h"

namespace gapmap::tables {

/// One row a place. `type`, `target_group`, `languages`, `open_to_all`, `schedule` and `capacity`,
/// each if any place has it; `position` if a gazetteer placed any: "given" for the others.
[[nodiscard]] OutputTable service_table(Places const& places);

}  // namespace gapmap::tables
