#pragma once
// Gaps: connected patches of cells that are too far from any place, which show where uncovered
// residents live.

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
  Area area;                    ///< valid; shares at most borders with other gaps
  People residents{0};          ///< known residents only
  std::size_t cells_without_number =
      0;  ///< inhabited cells whose number of residents is suppressed
  Cost cost_min;
  Natural<Cost> cost_mean;  ///< weighted by residents; plain mean over cells if no number is known
  Cost cost_max;
  PlaceId nearest;  ///< nearest place of the cell at cost_min; ties: lowest PlaceId
};

namespace coverage {

/// Joins inhabited cells that are TooFar at a known cost wherever their outlines touch (edge,
/// corner or overlap), splits them by municipality, and returns the gaps by residents, most first.
/// Covers studied municipalities, and cells without a municipality if `population` still has them.
/// Requires: `coverage` was assessed for this `population`.
/// Ties:     the gap with the lowest CellId comes first.
/// Cost:     O(n log n) in the uncovered cells.
template <CostType Cost>
[[nodiscard]] std::vector<Gap<Cost>> find_gaps(Population const& population,
                                               Coverage<Cost> const& coverage);

}  // namespace coverage
}  // namespace gapmap
