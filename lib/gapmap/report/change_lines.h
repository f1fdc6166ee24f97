#pragma once
// The result of a comparison in the few lines that a terminal shows at its end.

#include <vector>

#include "gapmap/report/change_page.h"
#include "gapmap/report/closing_lines.h"

namespace gapmap::report {

/// Returns at most ten lines: the runs, what differs, who is within the limit and who is not, who
/// came within it and who fell out, the parts of the change, where it was largest, the places.
/// Lines that do not apply are left out.
/// Requires: tables as change_page() requires.
[[nodiscard]] std::vector<ClosingLine> change_lines(Language language,
                                                    ReportedComparison const& comparison);

}  // namespace gapmap::report
