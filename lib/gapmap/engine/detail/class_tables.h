#pragma once
// The tables of classes, and of zones where there are layers of them.

#include "gapmap/coverage/classes.h"
#include "gapmap/tables/cost_scale.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/places/resident_ranges.h"
#include "gapmap/reach/reach_table.h"
#include "gapmap/job/class_options.h"
#include "gapmap/engine/people.h"

namespace gapmap::engine {

/// Classes of distance with these upper ends. Requires: `bounds` are in the unit of Cost.
template <CostType Cost>
[[nodiscard]] DistanceClasses<Cost> classes_of(job::ClassBounds const& bounds);

/// What layers, sheets and reports are drawn by: the limit and the ends of classes in metres or
/// seconds. Requires: `bounds` are in the unit of Cost.
template <CostType Cost>
[[nodiscard]] tables::CostScale scale_of(Cost limit, job::ClassBounds const& bounds);

/// Residents by class of distance and, if there are layers of zones, the table of zones. Requires:
/// `reach` was searched without cutoff; `bounds` are in the unit of Cost.
template <CostType Cost>
[[nodiscard]] std::vector<tables::OutputTable> class_tables(Studied const& studied,
                                                            ResidentRanges const& ranges,
                                                            ReachTable<Cost> const& reach,
                                                            Cost limit,
                                                            job::ClassBounds const& bounds);

}  // namespace gapmap::engine
