#pragma once
// Why cells and gaps are not covered, as columns of their tables and as a table of its own.

#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/reasons.h"
#include "gapmap/tables/gap_map.h"

namespace gapmap::tables {

/// Which other rules a run looked at, so that its columns follow from what was asked and not from
/// what was found.
struct ReasonColumns {
  bool has_other_counties = false;  ///< only places of the own county count
  /// "no_wait" where waiting for ferries costs something, "with_ferries" where they are avoided,
  /// empty where ferries make no difference.
  std::string ferries;
};

/// For the columns of cell_table(): the reason, the straight way, the cost under each other rule,
/// and the place that the reason is about. All empty for covered cells.
template <CostType Cost>
[[nodiscard]] OutputTable cell_reasons(CoverageView<Cost> const& run,
                                       CellReasons<Cost> const& reasons,
                                       ReasonColumns const& columns);

/// For the columns of gap_table(): the reason of most residents, and how many have each that a gap
/// can have.
template <CostType Cost>
[[nodiscard]] OutputTable gap_reasons(CoverageView<Cost> const& run,
                                      std::vector<Gap<Cost>> const& gaps,
                                      CellReasons<Cost> const& reasons);

/// One row a municipality and reason that any of its cells has, the municipalities in their order,
/// then "Outside all areas" and "Total".
[[nodiscard]] OutputTable reason_table(Population const& population,
                                       Municipalities const& municipalities,
                                       ReasonSummary const& summary);

}  // namespace gapmap::tables
