#pragma once
// The result of a run in the few lines that a terminal shows at its end.

#include <string>
#include <vector>

#include "gapmap/report/html.h"
#include "gapmap/report/page.h"

namespace gapmap::report {

/// A line with its name, "Rajan sisällä", and its figures. The first line is the question and has
/// no name.
struct ClosingLine {
  std::string name;
  std::string text;
};

/// Returns at most nine lines: the question; who is within the limit, who is not, and why; the
/// largest gap with its remedy, the municipality with most residents outside, the place whose
/// closing costs most; the number of remarks, or for a published run that small numbers are hidden.
/// Lines that do not apply are left out.
/// Requires: tables as page() requires.
[[nodiscard]] std::vector<ClosingLine> closing_lines(Language language, ReportedRun const& run);

/// Returns the figures of every municipality, then those of all requirements and accounts, if there
/// are any.
[[nodiscard]] std::vector<HtmlTable> closing_tables(Language language, ReportedRun const& run);

}  // namespace gapmap::report
