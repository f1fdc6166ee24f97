#pragma once
// What would close the largest gaps: who reaches the candidates, searched.

#include <vector>

#include "gapmap/coverage/joint_remedies.h"
#include "gapmap/tables/remedy_table.h"
#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// The best candidates for each of the largest gaps, and as many that fit together; empty if the
/// job wants no remedies. Candidates are those in the job's file that are near one of these gaps,
/// the first of several on one point, and the best are chosen by the group that orders gaps;
/// without a file they are the centres of the cells of the gap.
template <CostType Cost>
[[nodiscard]] Remedies<Cost> find_remedies(CoverageResult<Cost> const& result, Listener& listener);

/// Appends the best remedy of each gap to the table of gaps. Returns the tables of single remedies
/// and of those that fit together.
template <CostType Cost>
[[nodiscard]] std::vector<tables::OutputTable> add_remedies(CoverageResult<Cost> const& result,
                                                            tables::OutputTable& gap_table);

}  // namespace gapmap::engine
