#pragma once
// A plan of siting as the sheets of a workbook.

#include <span>
#include <vector>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/record_sheets.h"
#include "gapmap/tables/site_table.h"

namespace gapmap::report {

/// Returns a sheet with the sentences of site_lines(), one for each table that has rows, and
/// not more than a sheet can have (the curve with a chart of what is served and what no plan
/// exceeds), and one about the run.
[[nodiscard]] std::vector<io::Sheet> site_sheets(Language language,
                                                 std::span<tables::OutputTable const> tables,
                                                 tables::SiteFigures const& figures,
                                                 AboutRun const& run);

}  // namespace gapmap::report
