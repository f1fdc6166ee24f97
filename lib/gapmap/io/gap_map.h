#pragma once
// The three results of a coverage run as tables: gaps, cells, municipalities. Column names are the documented interface.

#include <vector>

#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/io/output_table.h"
#include "gapmap/places/facility.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"

namespace gapmap::io {

/// What a coverage run knows at its end. References: the caller keeps them alive.
struct CoverageRun {
  Population const& population;
  Municipalities const& municipalities;
  Facilities const& facilities;
  ReachTable<Millimeters> const& reach;
  Coverage const& coverage;
};

/// One row a gap, the largest first; gap_id counts from 1.
[[nodiscard]] OutputTable gap_table(CoverageRun const& run, std::vector<Gap> const& gaps);

/// One row a cell, in the order of the population.
[[nodiscard]] OutputTable cell_table(CoverageRun const& run);

/// One row a studied municipality by code, then "Outside all areas" if anybody lives there, then "Total". Only municipalities
/// have an area.
[[nodiscard]] OutputTable municipality_table(CoverageRun const& run, CoverageSummary const& summary);

}  // namespace gapmap::io
