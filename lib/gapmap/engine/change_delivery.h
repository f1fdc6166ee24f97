#pragma once
// What planners take with them of a comparison: styled layers, a workbook, pages.

#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/comparison_record.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"
#include "gapmap/units/progress.h"

namespace gapmap::engine {

/// Names of all that deliver_changes() writes.
[[nodiscard]] std::vector<std::string> delivered_change_files();

/// Layers, project and workbook in the language, pages in all. Throws InputError if one cannot be
/// written. Requires: the folder knows the files.
void deliver_changes(io::OutputFolder const& folder, std::span<tables::OutputTable const> tables,
                     io::ComparisonRecord const& record, WorkingFrame const& frame,
                     Language language, Progress const& progress);

}  // namespace gapmap::engine
