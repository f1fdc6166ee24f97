#pragma once
// The answer to a coverage job, before anything is written: gapmap coverage writes it, gapmap check
// sees whether there is one.

#include <string>
#include <utility>
#include <vector>

#include "gapmap/io/manifest.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/report/styles.h"
#include "tools/console.h"
#include "tools/coverage/coverage_options.h"

namespace gapmap::tools {

struct CoverageAnswer {
  std::vector<tables::OutputTable> tables;  ///< in the order of the workbook's sheets
  io::Manifest manifest;                    ///< all but its tables and seconds
  report::LegendScale scale;
  bool is_exact = true;  ///< whether no result depends on what a margin left out
  /// Places that would count as one each, because nobody says how many people they take.
  std::size_t places_of_unknown_capacity = 0;
};

/// `options` are those of the run, for the record. Remarks on the inputs go to the console. Throws
/// UsageError or InputError if there is no answer.
[[nodiscard]] CoverageAnswer answer_coverage(
    CoverageJob const& job, WorkingFrame const& frame,
    std::vector<std::pair<std::string, std::string>> options, Console& console);

}  // namespace gapmap::tools
