#pragma once
// The report of a run: one self-contained HTML page to read, to print and to copy from.

#include <span>
#include <string>
#include <utility>

#include "gapmap/io/import_report.h"
#include "gapmap/io/manifest.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/report/cost_steps.h"
#include "gapmap/report/language.h"
#include "gapmap/report/masthead.h"
#include "gapmap/units/version.h"

namespace gapmap::report {

/// What a report is made from.
struct ReportedRun {
  std::span<tables::OutputTable const> tables;  ///< as `gapmap coverage` writes them
  tables::CostScale scale;
  io::RunFacts const& facts;
  std::span<std::pair<std::string, std::string> const> options;  ///< as text, for the record
  std::span<io::ImportReport const> inputs;
  Masthead masthead = {};
  std::string_view version = gapmap::version();  ///< of the gapmap that computed the run
};

/// Returns "report.fi.html".
[[nodiscard]] std::string page_name(Language language);

/// Returns the page as HTML5 that is also well-formed XML. Equal runs give equal bytes.
/// Requires: a table of municipalities that ends with the total.
[[nodiscard]] std::string page(Language language, ReportedRun const& run);

}  // namespace gapmap::report
