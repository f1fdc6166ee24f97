#pragma once
// The result of a comparison in the few lines that a terminal shows at its end.

#include <vector>

#include "gapmap/report/change_page.h"
#include "gapmap/report/closing_lines.h"

namespace gapmap::report {

/// Returns at most twelve lines: the runs, what differs, the group that the comparison is about or
/// several limits, who is within the limit, the net change of
/// that, and beneath it who came within it, who fell out and what the population itself did; the
/// parts of the change, where it was largest, what places do alone, the places.
/// Lines that do not apply are left out.
/// Requires: tables as change_page() requires.
[[nodiscard]] std::vector<ClosingLine> change_lines(Language language,
                                                    ReportedComparison const& comparison);

}  // namespace gapmap::report
