#pragma once
// Indicators as tables: one row per zone, and accessibility by cell.

#include <span>

#include "gapmap/coverage/indicators.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

template <CostType Cost>
struct LevelIndicators {
  Zoning const& zoning;
  ZoneIndicators<Cost> const& indicators;
};

/// Whether accessibility was computed and has columns.
enum class AccessibilityColumns : bool { No, Yes };

/// Returns for each level its studied zones in their order, then "Outside all areas" if a cell is
/// in none of them; the total is the last row.
/// Requires: at least one level; all have the same population and limit.
template <CostType Cost>
[[nodiscard]] OutputTable indicator_table(Population const& population, Cost limit,
                                          std::span<LevelIndicators<Cost> const> levels,
                                          AccessibilityColumns with);

/// Returns accessibility as columns of the table of cells; empty for cells that have no way to any
/// place.
template <CostType Cost>
[[nodiscard]] OutputTable accessibility_columns(
    Coverage<Cost> const& coverage, IdVector<CellId, Accessibility> const& accessibility);

}  // namespace gapmap::tables
