#pragma once
// Residents by distance class as sheets to copy from, with one zone and group per row.

#include <vector>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/language.h"
#include "gapmap/report/styles.h"

namespace gapmap::report {

/// Makes sheets from the table "classes", which has a row for each zone, group and class:
/// municipalities by class, with a chart; the growth of each group's share with distance, with a
/// chart; and every zone and group with residents and shares of each class.
[[nodiscard]] std::vector<io::Sheet> class_sheets(Language language,
                                                  tables::OutputTable const& classes,
                                                  tables::CostScale const& scale);

}  // namespace gapmap::report
