#pragma once
// The first sheet of a workbook: the question, its answer, the largest gaps, where to look next.

#include <span>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/language.h"
#include "gapmap/report/styles.h"

namespace gapmap::report {

/// Makes the sheet from the tables "municipalities", which ends with the total, "gaps" and
/// "places".
[[nodiscard]] io::Sheet summary_sheet(Language language,
                                      std::span<tables::OutputTable const> tables,
                                      tables::CostScale const& scale);

}  // namespace gapmap::report
