#pragma once
// What a comparison found, in the few lines that a terminal shows at its end.

#include <vector>

#include "gapmap/report/change_page.h"
#include "gapmap/report/closing_lines.h"

namespace gapmap::report {

/// At most ten: the runs, what differs, who is within the limit and
/// who is not, who came and who fell out, the parts of the change, where it was largest, the
/// places. What does not apply is left out. Requires: as change_page().
[[nodiscard]] std::vector<ClosingLine> change_lines(Language language,
                                                    ReportedComparison const& comparison);

}  // namespace gapmap::report
