#pragma once
// The results of a run, read back so that more can be made from them without computing them again.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/comparison_record.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/manifest.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::io {

/// Name of the file in a folder of results that holds the shapes of its tables.
inline constexpr char const* kShapeFile = "gapmap.gpkg";

/// What a run wrote, read back.
struct WrittenRun {
  std::string folder;
  std::string command;
  std::string version;  ///< of the gapmap that wrote it
  std::string working_crs;
  std::string job;  ///< what was asked, a JSON object
  RunFacts facts;
  std::vector<std::pair<std::string, std::string>> options;  ///< options of the job as text
  std::vector<ImportReport> inputs;  ///< without the extents of their sources
  std::vector<tables::OutputTable>
      tables;  ///< in the order of the run, with shapes in the working CRS
};

/// Reads the tables exactly as they were written, that is as as_written() made them. Rows come from
/// the CSV file of each table (lines without one: from their layer), shapes from the layer of the
/// same name in gapmap.gpkg, types of columns from run.json. Throws InputError (what, where, what
/// to do) if the folder is not that of a run, or a file is missing or does not match run.json.
/// Cost: that of reading the files; 90 000 cells take a third of a second.
[[nodiscard]] WrittenRun read_run(std::string const& folder);

/// What a comparison wrote, read back.
struct WrittenComparison {
  std::string folder;
  ComparisonRecord record;
  std::vector<tables::OutputTable> tables;  ///< in their order, with shapes in the working CRS
};

/// Whether the folder holds the results of a comparison, and not of a run. Throws InputError if it
/// holds neither.
[[nodiscard]] bool is_comparison(std::string const& folder);

/// Reads a comparison as read_run() reads a run.
[[nodiscard]] WrittenComparison read_comparison(std::string const& folder);

}  // namespace gapmap::io
