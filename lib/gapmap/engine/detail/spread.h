#pragma once
// What hangs on where in their cells people live, for a job that asks.

#include "gapmap/engine/coverage_result.h"
#include "gapmap/engine/detail/counties.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::engine {

/// People are spread in their cells along the roads or on buildings, and each position is asked for
/// its own nearest place among `places`, by the rules and every limit of the run. Reads the
/// buildings, and tells how many residents stay in the middle. Nothing if the job does not ask.
/// Throws InputError if the buildings cannot be used. Requires: all roads were read.
template <CostType Cost>
[[nodiscard]] SpreadResult find_spread(CoverageResult<Cost> const& result, PlacesOf const& places,
                                       Listener& listener);

/// Appends the share of each cell's positions within the limit, and the bands of municipalities, if
/// the job asks.
template <CostType Cost>
void add_spread(CoverageResult<Cost> const& result, tables::OutputTable& cells,
                tables::OutputTable& municipalities);

/// The bands of municipalities by each limit, if the job has several and asks for bands; published
/// runs have none.
template <CostType Cost>
[[nodiscard]] std::optional<tables::OutputTable> tabulate_limit_bands(
    CoverageResult<Cost> const& result, tables::OutputTable const& municipalities);

}  // namespace gapmap::engine
