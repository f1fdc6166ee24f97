#pragma once
// Two runs side by side as tables: municipalities, parts, changes, cells, places. Column names are
// the documented interface.

#include <optional>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/scenario/changes.h"
#include "gapmap/scenario/parts.h"

namespace gapmap::tables {

/// Everything known when two runs are compared. Members are references, so the caller keeps them
/// alive.
///
/// Cost columns are named after what was minimised: distance_before_m or time_before_s. If the runs
/// minimised different things, each column is named after its own run and there is no change.
/// Residents of a cell are whole numbers in both runs, or thousandths in both.
struct Comparison {
  Outcome const& before;
  Outcome const& after;
  std::vector<MunicipalityChange> const& municipalities;
  std::optional<std::vector<CellPair>> const& cells;  ///< nothing: the runs use different grids
  std::vector<PlacePair> const& places;
  PlaceEffects const* effects = nullptr;  ///< in the order of `places`; null: nobody knows them
};

/// Returns the number of units per resident in the figures of these two runs: 1 or 1000.
[[nodiscard]] std::int64_t units_per_person(Outcome const& before, Outcome const& after);

/// Returns one row per municipality, in which the change of covered residents is `gained` less
/// `lost` and `from_population`, then residents outside all municipalities if there are any,
/// then the total. A municipality that a run lacks has no residents in it and is called new or
/// gone.
[[nodiscard]] OutputTable municipality_change_table(Comparison const& comparison);

/// Returns four rows per municipality and four for the total, one per figure: residents, covered,
/// not_covered, share. The parts of a row add up to its change; the rows of a figure, except the
/// share, add up to the total. `parts` has one row per municipality in their order, then the total.
[[nodiscard]] OutputTable part_table(Comparison const& comparison,
                                     std::vector<Factor> const& factors, Parts const& parts);

/// Returns the table "group_parts": as part_table(), for every group that both runs know, of those
/// covered and not covered. Numbers are middles where only ranges are known.
[[nodiscard]] OutputTable group_part_table(Comparison const& comparison, Mixtures const& mixtures);

/// Returns one row per cell of either run.
/// Requires: cells are matched.
[[nodiscard]] OutputTable cell_change_table(Comparison const& comparison);

/// Returns one row per place of either run, each a point; of those that opened, closed or moved
/// with whom they bring within the limit and take out, alone and together with the others.
[[nodiscard]] OutputTable place_change_table(Comparison const& comparison);

/// Returns one row per patch of cells that gained or lost coverage.
/// Requires: cells are matched.
[[nodiscard]] OutputTable changed_area_table(Comparison const& comparison,
                                             std::vector<ChangedArea> const& areas);

}  // namespace gapmap::tables
