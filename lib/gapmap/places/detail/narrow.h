#pragma once
// Narrows ranges of residents by official counts. Called by resident_ranges().

#include "gapmap/places/resident_ranges.h"

namespace gapmap::places {

/// Narrows bounds of sums and bounds of cells by one another until nothing changes or some rounds
/// have passed; every single step is sound. `ranges` may have infinite upper bounds. Fills `inside`
/// and `contradicted`.
/// Cost: O(rounds × cells × groups).
void narrow(ResidentRanges& ranges, Population const& population, OfficialCounts const& official);

}  // namespace gapmap::places
