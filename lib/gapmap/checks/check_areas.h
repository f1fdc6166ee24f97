#pragma once
// Findings about areas and what residents are divided by beside them: borders, zones, the key from
// municipalities to larger areas. Each function gives nothing for healthy inputs.

#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/places/area_key.h"

namespace gapmap::checks {

/// Areas that overlap, by more than a square metre, and strips narrower than 20 m between them of
/// more than 100 m²; warnings where they are larger than a hectare.
[[nodiscard]] Findings check_borders(Municipalities const& areas);

/// Zones of one layer that overlap, likewise; strips between zones may be, as between villages.
[[nodiscard]] Findings check_zone_borders(Zoning const& zoning);

/// Zones that hold no cell of those studied; a warning if that is all of them. Requires: there are
/// such cells.
[[nodiscard]] Findings check_empty_zones(Zoning const& zoning);

/// Municipalities that the key does not have, each with its successor.
[[nodiscard]] Findings check_area_key(std::vector<MissingFromKey> const& missing);

}  // namespace gapmap::checks
