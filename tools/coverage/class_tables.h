#pragma once
// The tables of classes, and of zones where there are layers of them.

#include "gapmap/coverage/classes.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/places/resident_ranges.h"
#include "gapmap/reach/reach_table.h"
#include "tools/coverage/class_options.h"
#include "tools/people.h"

namespace gapmap::tools {

/// The classes of a run. Requires: `bounds` are in the unit of Cost.
template <CostType Cost>
[[nodiscard]] DistanceClasses<Cost> classes_of(ClassBounds const& bounds);

/// Residents by class of distance, and the zones where there are layers of them. Requires: `reach`
/// was searched without horizon; `bounds` are in the unit of Cost.
template <CostType Cost>
[[nodiscard]] std::vector<tables::OutputTable> class_tables(Studied const& studied,
                                                            ResidentRanges const& ranges,
                                                            ReachTable<Cost> const& reach,
                                                            Cost limit, ClassBounds const& bounds);

}  // namespace gapmap::tools
