#pragma once
// What readers open of a coverage run: styled layers, a workbook and reports.

#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/report/language.h"
#include "gapmap/report/page.h"
#include "gapmap/units/progress.h"
#include "gapmap/units/side_by_side.h"

namespace gapmap::engine {

/// A run for its readers. References within the run must outlive it.
struct RunForReaders {
  Language language = Language::Finnish;  ///< of layers and workbook; reports come in all
  report::ReportedRun run;
};

/// Writes layers, project, workbook and reports into the folder, side by side with `further` works.
/// Throws InputError if a file cannot be written; if several cannot, which one it names does not
/// depend on threads. Requires: the folder knows the reader_files(); the tables are as
/// io::as_written() makes them.
void write_run_files(io::OutputFolder const& folder, WorkingFrame const& frame, RunForReaders told,
                     std::vector<Work> further = {}, Progress const& progress = {});

}  // namespace gapmap::engine
