#pragma once
// Tables of what a run finds beyond who is covered: why the others are not, how much of that
// depends on access legs, and how many are covered by other accounts.

#include <vector>

#include "gapmap/engine/coverage_result.h"
#include "gapmap/io/manifest.h"
#include "gapmap/tables/gap_map.h"

namespace gapmap::engine {

/// Appends the reasons as columns to the tables of cells and gaps.
template <CostType Cost>
void add_reasons(CoverageResult<Cost> const& result, tables::CoverageView<Cost> const& view,
                 tables::OutputTable& cells, tables::OutputTable& gaps);

/// The table of reasons, that of the verdicts that depend on access legs and, if the job wants it,
/// that of accounts.
template <CostType Cost>
[[nodiscard]] std::vector<tables::OutputTable> reason_tables(
    CoverageResult<Cost> const& result, tables::CoverageView<Cost> const& view);

/// Records the totals of these tables.
template <CostType Cost>
void record_reasons(CoverageResult<Cost> const& result, io::Manifest& manifest);

}  // namespace gapmap::engine
