#pragma once
// Who of every group lives in the areas that came within the limit or fell outside it.

#include "gapmap/engine/compare.h"

namespace gapmap::engine {

/// Appends the least and the most of each group to the table of changed areas: of areas that were
/// gained as the earlier run counted those outside, of areas lost as the later one did. Nothing is
/// appended if the runs are not of the same residents, know other groups, or are published.
void add_groups_of_areas(ComparisonResult const& result, tables::OutputTable& areas);

}  // namespace gapmap::engine
