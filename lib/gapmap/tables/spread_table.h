#pragma once
// What hangs on where in their cells people live, as columns of cells and municipalities.

#include "gapmap/coverage/bands.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Returns one row per cell: the part of its positions that has a place within the limit.
[[nodiscard]] OutputTable spread_columns(IdVector<CellId, double> const& within);

/// Returns columns for the rows of municipality_table(): how many residents are within the limit,
/// as expected and from least to most, in whole residents (the least rounded down, the most up) and
/// as shares of all residents.
template <CostType Cost>
[[nodiscard]] OutputTable band_columns(Bands const& bands, CoverageSummary<Cost> const& summary,
                                       Population const& population);

}  // namespace gapmap::tables
