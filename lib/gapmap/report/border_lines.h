#pragma once
// What areas would do alone, in the lines that a terminal shows of a plan.

#include <vector>

#include "gapmap/report/closing_lines.h"
#include "gapmap/tables/site_table.h"

namespace gapmap::report {

/// Returns who is served by areas alone, what the joint plan adds to that or saves, and who is
/// served across borders; nothing if nobody asked.
[[nodiscard]] std::vector<ClosingLine> border_lines(Language language,
                                                    tables::SiteFigures const& figures);

}  // namespace gapmap::report
