#pragma once
// Two runs side by side as tables: municipalities, parts, changes, cells, places. Column names are
// the documented interface.

#include <optional>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/scenario/changes.h"
#include "gapmap/scenario/parts.h"

namespace gapmap::tables {

/// What is known when two runs are compared. References: the caller keeps them alive.
///
/// Columns that tell of a cost are called after what was minimised: distance_before_m, or
/// time_before_s; of runs that minimised different things each is called by its own, and there is
/// no change of it. The runs have the residents of a cell as whole numbers in both, or as
/// thousandths.
struct Comparison {
  Outcome const& before;
  Outcome const& after;
  std::vector<MunicipalityChange> const& municipalities;
  std::optional<std::vector<CellPair>> const& cells;  ///< nothing: different grids
  std::vector<PlacePair> const& places;
};

/// How many units one resident is in the figures of these two runs: 1, or 1000.
[[nodiscard]] std::int64_t units_per_person(Outcome const& before, Outcome const& after);

/// One row a municipality, then those outside all areas if there are any, then the total. A
/// municipality that a run does not have has no residents there, and says that it is new or gone.
[[nodiscard]] OutputTable municipality_change_table(Comparison const& comparison);

/// Four rows a municipality and as many of the total, one a figure: residents, covered,
/// not_covered, share; the parts of a row add up to its change, the rows of a figure but the share
/// to the total. `parts` are those of the municipalities in their order, then of the total.
[[nodiscard]] OutputTable part_table(Comparison const& comparison,
                                     std::vector<Factor> const& factors, Parts const& parts);

/// One row a cell of either run. Requires: cells are matched.
[[nodiscard]] OutputTable cell_change_table(Comparison const& comparison);

/// One row a place of either run, a point each.
[[nodiscard]] OutputTable place_change_table(Comparison const& comparison);

/// One row a patch of cells that gained or lost. Requires: cells are matched.
[[nodiscard]] OutputTable changed_area_table(Comparison const& comparison,
                                             std::vector<ChangedArea> const& areas);

}  // namespace gapmap::tables
