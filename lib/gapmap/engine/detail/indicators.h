#pragma once
// Indicators of every zone, and what is searched for those that need every pair.

#include <span>

#include "gapmap/tables/indicator_table.h"
#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// How many of the places near a road do not say how many people they take: each counts as one.
template <CostType Cost>
[[nodiscard]] std::size_t count_unknown_capacities(Scene<Cost> const& scene);

/// How well each cell reaches all places around it; empty if the job does not ask for it. The
/// listener is told how many places have no known capacity.
template <CostType Cost>
[[nodiscard]] IdVector<CellId, Accessibility> find_accessibility(CoverageResult<Cost> const& result,
                                                                 Listener& listener);

/// The table of all indicators: every zone of every level, and the total. Requires: at least one
/// level; `accessibility` is what find_accessibility() gave.
template <CostType Cost>
[[nodiscard]] tables::OutputTable tabulate_indicators(
    Population const& population, Coverage<Cost> const& coverage,
    IdVector<CellId, Accessibility> const& accessibility, std::span<Zoning const> levels);

}  // namespace gapmap::engine
