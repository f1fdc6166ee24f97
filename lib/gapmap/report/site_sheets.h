#pragma once
// A plan of siting as the sheets of a workbook.

#include <vector>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/site_page.h"

namespace gapmap::report {

/// Returns a sheet with the result in sentences; one for each table that has rows (the curve with a
/// chart of what is served and what no plan exceeds), but for cells and roads; the inputs' remarks,
/// the meaning of the columns, and what was run.
[[nodiscard]] std::vector<io::Sheet> site_sheets(Language language, ReportedPlan const& plan);

}  // namespace gapmap::report
