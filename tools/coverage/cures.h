#pragma once
// What would close the largest gaps: who reaches the candidates, searched.

#include <vector>

#include "gapmap/coverage/cures.h"
#include "gapmap/tables/cure_table.h"
#include "tools/journeys.h"

namespace gapmap::tools {

template <CostType Cost>
struct Cures {
  Facilities candidates;
  tables::CureKind kind = tables::CureKind::Candidate;
  std::vector<GapCures<Cost>> of_gaps;  ///< of the first gaps, as many as the job wants
};

/// The candidates are those of the job's file that are near one of those gaps, of several on one
/// point the first; without a file the
/// centres of each gap's cells are candidates for it. Nothing if the job wants no cures.
template <CostType Cost>
[[nodiscard]] Cures<Cost> find_cures(CoverageJob const& job, Journeys<Cost> const& journeys,
                                     Population const& population, Coverage<Cost> const& coverage,
                                     std::vector<Gap<Cost>> const& gaps, WorkingFrame const& frame,
                                     Console& console);

/// Appends them to the table of the gaps; their own table.
template <CostType Cost>
[[nodiscard]] tables::OutputTable add_cures(Cures<Cost> const& cures, Population const& population,
                                            std::vector<Gap<Cost>> const& gaps,
                                            tables::OutputTable& gap_table);

}  // namespace gapmap::tools
