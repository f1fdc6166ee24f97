#pragma once
// What hangs on where in their cells people live, as columns of cells and municipalities.

#include <string>
#include <utility>
#include <vector>

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

/// Returns the table "bands": for each limit, by its name, a row per row of `municipalities` with
/// the share within it as counted from the middle of each cell, and its band_columns().
/// Requires: all have equally many rows, and the municipalities met_columns() of these limits.
[[nodiscard]] OutputTable limit_band_table(
    std::vector<std::pair<std::string, OutputTable>> const& band_columns_of_limits,
    OutputTable const& municipalities);

}  // namespace gapmap::tables
