#pragma once
// Residents by class of distance as sheets to paste from: a zone and a group in one row.

#include <vector>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/language.h"
#include "gapmap/report/styles.h"

namespace gapmap::report {

/// From the table "classes", which has a row for each zone, group and class: municipalities by
/// class with a chart; how the share of each group grows with the distance, with a chart; and
/// every zone and group with residents and shares of each class.
[[nodiscard]] std::vector<io::Sheet> class_sheets(Language language,
                                                  tables::OutputTable const& classes,
                                                  tables::CostScale const& scale);

}  // namespace gapmap::report
