#pragma once
// Whose facilities count for whom, where not everybody's do.

#include <vector>

#include "gapmap/places/facility.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// Some cells and the only facilities that count for them, both ascending: those of one county. A
/// cell is in one clientele at most; for a cell in none, no facility counts.
struct Clientele {
  std::vector<CellId> cells;
  std::vector<FacilityId> facilities;
};

}  // namespace gapmap
