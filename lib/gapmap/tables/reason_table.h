#pragma once
// Why cells and gaps are not covered: columns of their tables, and a table of its own.

#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/reasons.h"
#include "gapmap/tables/gap_map.h"

namespace gapmap::tables {

/// Which other rules a run looked at. Columns depend on what was asked and not on what was found.
struct ReasonColumns {
  bool has_other_counties = false;  ///< only places of the own county count
  /// One of "no_wait" where waiting for ferries costs something, "with_ferries" where they are
  /// avoided, and empty where ferries make no difference.
  std::string ferries;
};

/// Returns columns for cell_table(): the reason, the straight line, the cost under each other rule,
/// and the place that the reason is about. Covered cells have empty fields.
template <CostType Cost>
[[nodiscard]] OutputTable cell_reasons(CoverageView<Cost> const& run,
                                       CellReasons<Cost> const& reasons,
                                       ReasonColumns const& columns);

/// Returns columns for gap_table(): the reason with the most residents, and the residents by each
/// reason that a gap can have.
template <CostType Cost>
[[nodiscard]] OutputTable gap_reasons(CoverageView<Cost> const& run,
                                      std::vector<Gap<Cost>> const& gaps,
                                      CellReasons<Cost> const& reasons);

/// Returns one row per municipality and reason that any of its cells has, with municipalities in
/// their order, then "Outside all areas" and "Total".
[[nodiscard]] OutputTable reason_table(Population const& population,
                                       Municipalities const& municipalities,
                                       ReasonSummary const& summary);

/// Returns the cells of each row of reason_table().
/// Requires: `summary` is that of these reasons.
template <CostType Cost>
[[nodiscard]] std::vector<std::vector<CellId>> cells_of_reasons(Population const& population,
                                                                CellReasons<Cost> const& reasons,
                                                                ReasonSummary const& summary);

}  // namespace gapmap::tables
