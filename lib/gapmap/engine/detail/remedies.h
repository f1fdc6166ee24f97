#pragma once
// What would close the largest gaps: who reaches the candidates, searched.

#include <vector>

#include "gapmap/coverage/remedies.h"
#include "gapmap/tables/remedy_table.h"
#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// The best candidates for each of the largest gaps; empty if the job wants no remedies. Candidates
/// are those in the job's file that are near one of these gaps, the first of several on one point;
/// without a file they are the centres of the cells of the gap.
template <CostType Cost>
[[nodiscard]] Remedies<Cost> find_remedies(CoverageResult<Cost> const& result, Listener& listener);

/// Appends the best remedy of each gap to the table of gaps. Returns the table of remedies.
template <CostType Cost>
[[nodiscard]] tables::OutputTable add_remedies(Remedies<Cost> const& remedies,
                                               Population const& population,
                                               std::vector<Gap<Cost>> const& gaps,
                                               tables::OutputTable& gap_table);

}  // namespace gapmap::engine
