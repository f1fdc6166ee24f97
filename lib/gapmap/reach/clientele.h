#pragma once
// Which places count for whom, where not all count for everybody.

#include <vector>

#include "gapmap/places/place.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// Some cells and the only places that count for them, both ascending, such as those of one county.
/// A cell is in at most one clientele; for a cell in none, no place counts.
struct Clientele {
  std::vector<CellId> cells;
  std::vector<PlaceId> places;
};

}  // namespace gapmap
