#pragma once
// What each place that changed between two runs does, by group.

#include "gapmap/tables/change_table.h"

namespace gapmap::tables {

/// Returns the table "place_groups": a row per place that opened, closed or moved and group, with
/// whom of it the place brings within the limit and takes out, alone and together with the others,
/// from least to most. The most is absent where nothing bounds a cell.
/// Requires: effects are known.
[[nodiscard]] OutputTable place_group_table(Comparison const& comparison);

}  // namespace gapmap::tables
