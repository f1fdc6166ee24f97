#pragma once
// The results of a run, read again, so that more can be made of them without computing anew.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/io/manifest.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::io {

/// Name of the file in a folder of results that holds the shapes of its tables.
inline constexpr char const* kShapeFile = "gapmap.gpkg";

/// What a run wrote, read again.
struct WrittenRun {
  std::string folder;
  std::string command;
  std::string version;  ///< of the gapmap that wrote it
  std::string working_crs;
  std::string job;  ///< what was asked, a JSON object
  RunFacts facts;
  std::vector<std::pair<std::string, std::string>> options;  ///< those of the job as texts
  std::vector<ImportReport> inputs;  ///< without the extents of their sources
  std::vector<tables::OutputTable>
      tables;  ///< in the order of the run, with shapes in the working CRS
};

/// Rows come from the CSV file of each table (lines without one: from their layer), shapes from the
/// layer of that name in gapmap.gpkg, the types of columns from run.json: the very tables that were
/// written, as as_written() made them. Throws InputError (what, where, what to do) if the folder is
/// none of a run, a file is missing or does not fit run.json. Cost: that of reading the files; 90
/// 000 cells take a third of a second.
[[nodiscard]] WrittenRun read_run(std::string const& folder);

}  // namespace gapmap::io
