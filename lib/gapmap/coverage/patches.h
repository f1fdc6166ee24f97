#pragma once
// Patches: groups of cells whose outlines touch one another.

#include <vector>

#include "gapmap/places/population.h"

namespace gapmap::coverage {

/// Groups `cells` into patches that are connected by touching outlines (edge, corner or overlap)
/// and split by municipality. Patches are ordered by their lowest cell, cells within them ascend.
/// Requires: `cells` ascend.
/// Cost:     O(n log n).
[[nodiscard]] std::vector<std::vector<CellId>> patches(Population const& population,
                                                       std::vector<CellId> const& cells);

}  // namespace gapmap::coverage
