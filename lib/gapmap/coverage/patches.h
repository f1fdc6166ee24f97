#pragma once
// Which cells hang together.

#include <vector>

#include "gapmap/places/population.h"

namespace gapmap::coverage {

/// `cells` in groups whose outlines touch (edge, corner or overlap) from one to the next, split by
/// municipality; groups by their lowest cell, cells ascending as given.
/// Requires: `cells` ascend. Cost: O(n log n).
[[nodiscard]] std::vector<std::vector<CellId>> patches(Population const& population,
                                                       std::vector<CellId> const& cells);

}  // namespace gapmap::coverage
