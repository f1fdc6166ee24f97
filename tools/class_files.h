#pragma once
// classes.csv, and zones.geojson where there are layers of zones.

#include "gapmap/io/output_folder.h"
#include "gapmap/places/resident_ranges.h"
#include "gapmap/reach/reach_table.h"
#include "tools/class_options.h"
#include "tools/people.h"

namespace gapmap::tools {

/// Requires: `reach` was searched without horizon; `bounds` are in the unit of Cost; the folder
/// knows zones.geojson if there are layers.
template <CostType Cost>
void write_classes(Studied const& studied, ResidentRanges const& ranges,
                   ReachTable<Cost> const& reach, Cost limit, ClassBounds const& bounds,
                   WorkingFrame const& frame, io::OutputFolder const& folder);

}  // namespace gapmap::tools
