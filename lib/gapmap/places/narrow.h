#pragma once
// Ranges of residents made narrower by official counts. See resident_ranges, which calls this.

#include "gapmap/places/resident_ranges.h"

namespace gapmap::places {

/// Bounds of sums and bounds of cells narrow one another until nothing changes, or some rounds have
/// passed: every step by itself is sound. `ranges` may have infinite upper bounds. Fills `inside`
/// and `contradicted`. Cost: O(rounds × cells × groups).
void narrow(ResidentRanges& ranges, Population const& population, OfficialCounts const& official);

}  // namespace gapmap::places
