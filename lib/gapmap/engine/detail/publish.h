#pragma once
// Results as they may be published: what publishing/published does, for the tables and the record
// of a run, or of two runs and their comparison.

#include <string>
#include <vector>

#include "gapmap/engine/compare.h"
#include "gapmap/engine/coverage_result.h"
#include "gapmap/engine/coverage_tables.h"
#include "gapmap/io/manifest.h"
#include "gapmap/publishing/published.h"

namespace gapmap::engine {

/// The tables and the record of a run in which nothing is hidden yet, and what it takes to hide it.
struct UnpublishedRun {
  CoverageTables made;
  publishing::RunToPublish run;  ///< its tables are those of `made`
  bool is_public_grid = false;   ///< anybody can look up the residents of each cell
};

/// Two runs that are compared, before numbers are hidden in any of them.
struct UnpublishedRuns {
  UnpublishedRun before;
  UnpublishedRun after;
};

/// Returns what the result may be published of. Throws InputError if zones cannot be told apart.
template <CostType Cost>
[[nodiscard]] UnpublishedRun unpublished(CoverageResult<Cost> const& result, CoverageTables made);

/// All tables of the result as tables_of() makes them, but nothing is hidden.
[[nodiscard]] UnpublishedRun unpublished_tables_of(AnyCoverageResult const& result,
                                                   Listener& listener);

/// Hides small numbers in the tables and in the totals of the record, which then tells no other
/// number of residents, and names the tables left out. Throws InputError if zones cannot be told
/// apart.
[[nodiscard]] CoverageTables published(UnpublishedRun run);

/// Hides what the runs, their comparison, or all three together would tell. Throws InputError if
/// areas or zones cannot be told apart.
void publish(ComparisonResult const& result, ComparisonTables& tables);

}  // namespace gapmap::engine
