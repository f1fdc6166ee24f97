#pragma once
// Where the uncovered residents live: connected patches of cells that are too far away.

#include <vector>

#include "gapmap/coverage/coverage.h"
#include "gapmap/geometry/shapes.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"

namespace gapmap {

template <CostType Cost>
struct Gap {
  MunicipalityId municipality;  ///< none: cells that belong to no municipality
  std::vector<CellId> cells;    ///< ascending
  Area area;                    ///< valid; disjoint from every other gap's but for shared borders
  People residents{0};          ///< those that are known
  std::size_t cells_without_number =
      0;  ///< inhabited cells whose number of residents is suppressed
  Cost cost_min;
  Natural<Cost> cost_mean;  ///< weighted by residents; plain mean over cells if no number is known
  Cost cost_max;
  PlaceId nearest;  ///< of the cell at cost_min; ties: lowest PlaceId
};

namespace coverage {

/// Inhabited cells that are TooFar with a known cost, joined where their outlines touch (edge,
/// corner or overlap) and split by municipality. Most residents first; ties: the gap with the
/// lowest CellId. Only cells of studied municipalities, and cells without a municipality if
/// `population` still has them.
/// Requires: `coverage` was assessed for this `population`. Cost: O(n log n) in the uncovered cells.
template <CostType Cost>
[[nodiscard]] std::vector<Gap<Cost>> find_gaps(Population const& population,
                                               Coverage<Cost> const& coverage);

}  // namespace coverage
}  // namespace gapmap
