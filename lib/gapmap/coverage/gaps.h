#pragma once
// Gaps: connected patches of cells that are too far from any place, which show where uncovered
// residents live.

#include <vector>

#include "gapmap/coverage/coverage.h"
#include "gapmap/geometry/shapes.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// A gap as a patch of the map, however far away its residents live.
struct GapPatch {
  MunicipalityId municipality;  ///< none: cells that belong to no municipality
  std::vector<CellId> cells;    ///< ascending
  Area area;                    ///< valid; shares at most borders with other gaps
  People residents{0};          ///< known residents only
  /// Inhabited cells whose number of residents is suppressed.
  std::size_t cells_without_number = 0;
  PlaceId nearest = PlaceId::none();  ///< after which it may be called; none: not looked for
};

template <CostType Cost>
struct Gap : GapPatch {  ///< `nearest`: of the cell at cost_min; ties: lowest PlaceId
  Cost cost_min = Cost::infinite();
  Natural<Cost> cost_mean;  ///< weighted by residents; plain mean over cells if no number is known
  Cost cost_max{};
};

namespace coverage {

/// Joins cells wherever their outlines touch (edge, corner or overlap), splits them by
/// municipality, and returns the patches by residents, most first.
/// Requires: `cells` ascend.
/// Ties:     the patch with the lowest CellId comes first.
/// Cost:     O(n log n) in the cells.
[[nodiscard]] std::vector<GapPatch> gap_patches(Population const& population,
                                                std::vector<CellId> const& cells);

/// Returns gap_patches() of the inhabited cells that are TooFar at a known cost, with their costs.
/// Covers studied municipalities, and cells without a municipality if `population` still has them.
/// Requires: `coverage` was assessed for this `population`.
template <CostType Cost>
[[nodiscard]] std::vector<Gap<Cost>> find_gaps(Population const& population,
                                               Coverage<Cost> const& coverage);

}  // namespace coverage
}  // namespace gapmap
