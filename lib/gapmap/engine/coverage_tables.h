#pragma once
// The tables of a coverage run and its record, before anything is written.

#include <string>
#include <vector>

#include "gapmap/engine/coverage_result.h"
#include "gapmap/io/manifest.h"
#include "gapmap/report/styles.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::engine {

struct CoverageTables {
  job::CoverageJob job;
  std::shared_ptr<WorkingFrame const> frame;
  std::vector<tables::OutputTable> tables;  ///< in the order of the workbook's sheets
  io::Manifest record;                      ///< all but its tables and seconds
  tables::CostScale scale;
};

/// All tables of the result, as files hold them (io::as_written), and what run.json tells of the
/// run. If the job is to be published small numbers are hidden in both, with the others from which
/// they could be computed. Throws UsageError if a requirement has the name of a column, InputError
/// if zones cannot be told apart.
[[nodiscard]] CoverageTables tables_of(AnyCoverageResult const& result, Listener& listener);

/// How many places count as one person each, because nobody says how many people they take.
[[nodiscard]] std::size_t places_of_unknown_capacity(AnyCoverageResult const& result);
[[nodiscard]] bool is_exact(AnyCoverageResult const& result);

}  // namespace gapmap::engine
