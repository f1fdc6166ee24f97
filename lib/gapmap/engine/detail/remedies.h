#pragma once
// What would close the largest gaps: who reaches the candidates, searched.

#include <vector>

#include "gapmap/coverage/remedies.h"
#include "gapmap/tables/remedy_table.h"
#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// The candidates are those of the job's file that are near one of those gaps, of several on one
/// point the first; without a file the
/// centres of each gap's cells are candidates for it. Nothing if the job wants no remedies.
template <CostType Cost>
[[nodiscard]] Remedies<Cost> find_remedies(CoverageResult<Cost> const& result, Listener& listener);

/// Appends them to the table of the gaps; their own table.
template <CostType Cost>
[[nodiscard]] tables::OutputTable add_remedies(Remedies<Cost> const& remedies,
                                               Population const& population,
                                               std::vector<Gap<Cost>> const& gaps,
                                               tables::OutputTable& gap_table);

}  // namespace gapmap::engine
