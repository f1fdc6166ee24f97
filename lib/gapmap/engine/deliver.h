#pragma once
// The last step of every job: tables become files in a folder, all of them together or none.

#include <memory>
#include <string>
#include <vector>

#include "gapmap/engine/compare.h"
#include "gapmap/engine/coverage_tables.h"
#include "gapmap/engine/written_run.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/report/closing_lines.h"

namespace gapmap::engine {

/// Where results go.
struct Target {
  std::string folder;
  io::Overwrite overwrite = io::Overwrite::No;
  std::vector<std::string> inputs = {};  ///< files that no result may take the place of
};

// A coverage run.

/// All files that the run of the job writes, or removes.
[[nodiscard]] std::vector<std::string> coverage_files(job::CoverageJob const& job);

/// The folder for a run of the job, so that it is refused before any work if it cannot take the
/// results. In the folder of a run that is published, files of other runs are removed, for they may
/// tell the numbers that it hides. Throws InputError.
[[nodiscard]] std::unique_ptr<io::OutputFolder> folder_for(job::CoverageJob const& job,
                                                           Target const& target);

/// Writes every table as CSV, maps as GeoJSON too, the styled GeoPackage with its QGIS project, the
/// workbook, the reports in every language and run.json. Nothing is there before all are. Returns
/// the paths. Throws InputError if a file cannot be written, Stopped if the listener asks for it.
std::vector<std::string> deliver(CoverageTables made, io::OutputFolder& folder, Listener& listener);
std::vector<std::string> deliver(CoverageTables tables, Target const& target, Listener& listener);

/// What was found in about ten lines, in the language of the job.
[[nodiscard]] std::vector<report::ClosingLine> closing_lines(CoverageTables const& tables);
/// The figures of every municipality, in the language of the job.
[[nodiscard]] std::vector<report::HtmlTable> closing_tables(CoverageTables const& tables);

// A comparison of two runs.

/// The folder for a comparison, so that it is refused before any work if it cannot take the
/// results. Throws UsageError if it is one of the runs compared, which stay as they are; InputError
/// if it cannot take the results for another reason.
[[nodiscard]] std::unique_ptr<io::OutputFolder> folder_for(job::ComparisonJob const& job,
                                                           Target const& target);

/// Writes the files that a coverage run has, of the tables of a comparison. A table that an earlier
/// comparison left in the folder and this one does not have is removed. Nothing is there before all
/// files are. Returns the paths. Throws InputError if a file cannot be written or would take the
/// place of an input of the runs, Stopped if the listener asks for it.
std::vector<std::string> deliver(ComparisonTables made, io::OutputFolder& folder,
                                 Listener& listener);
std::vector<std::string> deliver(ComparisonTables tables, Target const& target, Listener& listener);

/// Writes the runs that are published with the comparison, if it is: each into a folder of its own,
/// "before" and "after" in that of the target, and takes them out of the tables. Each run is there
/// whole or not at all. Returns the paths. Throws as deliver() of a coverage run does.
std::vector<std::string> deliver_runs(ComparisonTables& made, Target const& target,
                                      Listener& listener);

/// What the comparison found in at most ten lines, in the language of the job.
[[nodiscard]] std::vector<report::ClosingLine> closing_lines(ComparisonTables const& tables);

// What readers open of a run, made anew. A target without a folder is the folder of the run.

/// Throws InputError if the target cannot take the files, so that it is refused before any work.
void require_room(job::ReportJob const& job, Target const& target);

/// Writes the styled GeoPackage with its QGIS project, the workbook and the reports in every
/// language, as the run wrote them but for what the job changes. Everything else in the folder of
/// the run stays as it is. Nothing is there before all files are. Returns the paths. Throws
/// InputError if the results of the run were changed since or a file cannot be written, Stopped if
/// the listener asks for it.
std::vector<std::string> deliver(WrittenResults const& results, Target const& target,
                                 Listener& listener);
std::vector<std::string> deliver(WrittenComparisonResults const& results, Target const& target,
                                 Listener& listener);

}  // namespace gapmap::engine
