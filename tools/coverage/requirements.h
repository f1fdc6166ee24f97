#pragma once
// Who has what a job requires beside its limit: searched on the roads of the run, weighed again
// where a requirement counts minutes and the run kilometres, or the reverse.

#include "gapmap/coverage/requirements.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/tables/output_table.h"
#include "tools/journeys.h"

namespace gapmap::tools {

/// Everything about the requirements of a run; empty if it has none.
struct RequirementResults {
  std::vector<Fulfilment> fulfilments;
  std::vector<Coverage<Millimeters>> states;
  std::vector<CoverageSummary<Millimeters>> summaries;
};

/// Each is searched over the places it selects alone, in the direction of the job. Requires:
/// `journeys` read all roads.
template <CostType Cost>
[[nodiscard]] RequirementResults find_requirements(CoverageJob const& job, Studied const& studied,
                                                   Journeys<Cost> const& journeys,
                                                   WorkingFrame const& frame, Console& console);

/// Puts their columns on the tables of cells and municipalities; their own table. Throws UsageError
/// if a requirement has the name of a column. Requires: the job has requirements.
[[nodiscard]] tables::OutputTable add_requirements(CoverageJob const& job, Studied const& studied,
                                                   RequirementResults const& results,
                                                   tables::OutputTable& cells,
                                                   tables::OutputTable& municipalities);

/// Puts their totals behind those of the manifest.
void add_requirement_totals(CoverageJob const& job, Studied const& studied,
                            RequirementResults const& results, io::Manifest& manifest);

}  // namespace gapmap::tools
