#pragma once
// The report of a comparison of two runs: one self-contained HTML page.

#include <span>
#include <string>
#include <vector>

#include "gapmap/io/comparison_record.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/language.h"
#include "gapmap/report/masthead.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::report {

/// What the report of a comparison is made from.
struct ReportedComparison {
  std::span<tables::OutputTable const> tables;  ///< as `gapmap compare` writes them
  io::ComparisonRecord const& record;
  Masthead masthead = {.usual_title = "comparison"};

  [[nodiscard]] RunWords words() const;  ///< names as they were given
};

/// Returns the names of the two runs in the reader's language: those given, or "before" and
/// "after".
[[nodiscard]] RunWords names_in(Language language, ReportedComparison const& comparison);

/// Returns the inputs of both runs; an input of the later run only if it differs.
[[nodiscard]] std::vector<io::ImportReport> inputs_of(io::ComparisonRecord const& record);

/// Returns the page as HTML5 that is also well-formed XML. Equal comparisons give equal bytes.
/// Requires: a table of municipalities that ends with the total.
[[nodiscard]] std::string change_page(Language language, ReportedComparison const& comparison);

}  // namespace gapmap::report
