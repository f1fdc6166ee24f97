#pragma once
// Who is within which limit, where a job has several.

#include "gapmap/engine/coverage_result.h"
#include "gapmap/engine/detail/counties.h"
#include "gapmap/io/manifest.h"

namespace gapmap::engine {

/// Returns the limits of a job, the one that gaps are found by first.
[[nodiscard]] std::vector<std::variant<Meters, Seconds>> limits_of(job::CoverageJob const& job);

/// Whether somebody is within a limit is asked of that limit alone: the place that is nearest in
/// minutes may be another than the nearest in kilometres. `result` has the nearest places in the
/// unit of the run, found among `places`. Nothing if the job has one limit.
/// Requires: all roads were read if the job has limits in both units.
template <CostType Cost>
[[nodiscard]] RequirementResults find_limits(CoverageResult<Cost> const& result,
                                             PlacesOf const& places, Listener& listener);

/// Returns the names of the limits in outputs, "20_km", in their order; then those of all together
/// and of any of them. Nothing if the job has one limit.
[[nodiscard]] std::vector<std::string> names_of_limits(job::CoverageJob const& job);

/// Appends columns of the limits to the tables of cells and municipalities, if the job has several.
/// Throws UsageError if a requirement is called as a limit.
void add_limits(job::CoverageJob const& job, Studied const& studied,
                RequirementResults const& results, tables::OutputTable& cells,
                tables::OutputTable& municipalities);

/// Appends the totals of the limits to those of the manifest, if the job has several.
void add_limit_totals(job::CoverageJob const& job, Studied const& studied,
                      RequirementResults const& results, io::Manifest& manifest);

}  // namespace gapmap::engine
