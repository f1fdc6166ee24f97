#pragma once
// The tables about what a run finds beyond who is covered: why the others are not, how much of that
// hangs on the access legs, and how many are covered by other accounts.

#include <vector>

#include "gapmap/engine/coverage_result.h"
#include "gapmap/io/manifest.h"
#include "gapmap/tables/gap_map.h"

namespace gapmap::engine {

/// Puts columns behind those of the tables of cells and gaps.
template <CostType Cost>
void add_reasons(CoverageResult<Cost> const& result, tables::CoverageView<Cost> const& view,
                 tables::OutputTable& cells, tables::OutputTable& gaps);

/// Reasons, what hangs on the access legs, and accounts if the job wants them.
template <CostType Cost>
[[nodiscard]] std::vector<tables::OutputTable> reason_tables(
    CoverageResult<Cost> const& result, tables::CoverageView<Cost> const& view);

/// The totals of these tables.
template <CostType Cost>
void record_reasons(CoverageResult<Cost> const& result, io::Manifest& manifest);

}  // namespace gapmap::engine
