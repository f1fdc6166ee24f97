#pragma once
// Who has what a job requires beside its limit: searched on the roads of the run, weighed again
// where a requirement counts minutes and the run kilometres, or the reverse.

#include "gapmap/coverage/requirements.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// Each requirement is searched over the places that it selects, in the direction of the job.
/// Requires: all roads were read.
template <CostType Cost>
[[nodiscard]] RequirementResults find_requirements(CoverageResult<Cost> const& result,
                                                   Listener& listener);

/// Returns the names of the requirements in outputs, in their order, then that of all together.
/// Nothing if the job has none.
[[nodiscard]] std::vector<std::string> names_of_requirements(job::CoverageJob const& job);

/// Appends the columns of requirements to the tables of cells and municipalities. Returns the table
/// of requirements. Throws UsageError if a requirement has the name of a column. Requires: the job
/// has requirements.
[[nodiscard]] tables::OutputTable add_requirements(job::CoverageJob const& job,
                                                   Studied const& studied,
                                                   RequirementResults const& results,
                                                   tables::OutputTable& cells,
                                                   tables::OutputTable& municipalities);

/// Appends the totals of requirements to those of the manifest.
void add_requirement_totals(job::CoverageJob const& job, Studied const& studied,
                            RequirementResults const& results, io::Manifest& manifest);

}  // namespace gapmap::engine
