#pragma once
// The tables of a coverage run become files: all of them together, or none.

#include <string>
#include <vector>

#include "gapmap/engine/coverage_tables.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/report/closing_lines.h"

namespace gapmap::engine {

/// All files that the run of the job writes, or removes.
[[nodiscard]] std::vector<std::string> coverage_files(job::CoverageJob const& job);

/// Where results go.
struct Target {
  std::string folder;
  io::Overwrite overwrite = io::Overwrite::No;
  std::vector<std::string> inputs = {};  ///< files that no result may take the place of
};

/// The folder for a run of the job, so that it is refused before any work if it cannot take the
/// results. What other runs may have left in the folder of one that is published, with the numbers
/// that it hides, goes. Throws InputError.
[[nodiscard]] std::unique_ptr<io::OutputFolder> folder_for(job::CoverageJob const& job,
                                                           Target const& target);

/// Writes every table as CSV, maps as GeoJSON too, the styled GeoPackage with its QGIS project, the
/// workbook, the reports in every language and run.json. Nothing is there before all are. Returns
/// the paths. Throws InputError if a file cannot be written, Stopped if the listener asks for it.
std::vector<std::string> deliver(CoverageTables made, io::OutputFolder& folder, Listener& listener);
std::vector<std::string> deliver(CoverageTables tables, Target const& target, Listener& listener);

/// What was found in about ten lines, in the language of the job.
[[nodiscard]] std::vector<report::ClosingLine> closing_lines(CoverageTables const& tables);
/// The figures of every municipality, likewise.
[[nodiscard]] std::vector<report::HtmlTable> closing_tables(CoverageTables const& tables);

}  // namespace gapmap::engine
