#pragma once
// Whose places count for whom, where not everybody's do.

#include <vector>

#include "gapmap/places/place.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// Some cells and the only places that count for them, both ascending: those of one county. A
/// cell is in one clientele at most; for a cell in none, no place counts.
struct Clientele {
  std::vector<CellId> cells;
  std::vector<PlaceId> places;
};

}  // namespace gapmap
