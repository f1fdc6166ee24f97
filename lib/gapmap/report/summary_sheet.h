#pragma once
// The first sheet of a workbook: the question, its answer, the largest gaps, where to look next.

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/language.h"
#include "gapmap/report/page.h"

namespace gapmap::report {

/// Makes the sheet from the tables "municipalities", which ends with the total, "gaps" and
/// "places", and from "groups" if the run is about one.
[[nodiscard]] io::Sheet summary_sheet(Language language, ReportedRun const& run);

}  // namespace gapmap::report
