#pragma once
// What a run found, in the few lines that a terminal shows at its end.

#include <string>
#include <vector>

#include "gapmap/report/html.h"
#include "gapmap/report/page.h"

namespace gapmap::report {

/// "Rajan sisällä", and the figures; the first has no name: it is the question.
struct ClosingLine {
  std::string name;
  std::string text;
};

/// At most nine: the question; who is within the limit, who is not, and why; the largest gap with
/// its remedy, the municipality with most residents outside, the place whose closing costs most;
/// how many remarks there are, or of a published run that small numbers are hidden. What does not
/// apply is left out. Requires: as page().
[[nodiscard]] std::vector<ClosingLine> closing_lines(Language language, ReportedRun const& run);

/// The figures of every municipality, then those of all requirements and accounts if there are any.
[[nodiscard]] std::vector<HtmlTable> closing_tables(Language language, ReportedRun const& run);

}  // namespace gapmap::report
