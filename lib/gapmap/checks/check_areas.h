#pragma once
// Findings about areas and larger areas made of them: borders, zones, the key from municipalities
// to larger areas. Each function returns nothing for healthy inputs.

#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/places/area_key.h"

namespace gapmap::checks {

/// Finds areas that overlap by more than a square metre, and strips between areas that are narrower
/// than 20 m and larger than 100 m². Findings of more than a hectare are warnings.
[[nodiscard]] Findings check_borders(Municipalities const& areas);

/// Finds zones of one layer that overlap by more than a square metre. Strips between zones are no
/// finding, as zones such as villages need not touch.
[[nodiscard]] Findings check_zone_borders(Zoning const& zoning);

/// Finds zones without any studied cell; a warning if no zone has one.
/// Requires: there are studied cells.
[[nodiscard]] Findings check_empty_zones(Zoning const& zoning);

/// Finds municipalities that the area key lacks, each with its successor.
[[nodiscard]] Findings check_area_key(std::vector<MissingFromKey> const& missing);

}  // namespace gapmap::checks
