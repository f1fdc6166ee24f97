#pragma once
// What readers open of a comparison: styled layers, a workbook and reports.

#include "gapmap/geometry/projection.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/report/change_page.h"
#include "gapmap/report/language.h"
#include "gapmap/units/progress.h"

namespace gapmap::engine {

/// Writes layers, project and workbook in the language, and reports in all. Throws InputError if a
/// file cannot be written. Requires: the folder knows the reader_files().
void write_change_files(io::OutputFolder const& folder, WorkingFrame const& frame,
                        Language language, report::ReportedComparison const& comparison,
                        Progress const& progress);

}  // namespace gapmap::engine
