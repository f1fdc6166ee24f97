#pragma once
// run.json of a comparison: which runs it compares, how they differ, and whether their change was
// split.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/places/names.h"
#include "gapmap/io/import_report.h"
#include "gapmap/scenario/factors.h"

namespace gapmap::io {

/// One of the two runs.
struct ComparedRun {
  std::string folder;
  std::string version;
  std::string job;  ///< what was asked of the run, a JSON object
  std::vector<std::pair<std::string, std::string>> options;  ///< as text
  std::vector<ImportReport> inputs;
};

/// An option or a file that differs between the runs.
struct RunDifference {
  Factor factor;
  std::string what;    ///< key of the option
  std::string before;  ///< its value; empty: none
  std::string after;
};

struct ComparisonRecord {
  std::string job;  ///< what was asked of the comparison itself, a JSON object
  std::string working_crs;
  AreaNames names = {};  ///< of municipalities, for readers of other languages; not in the file
  ComparedRun before;
  ComparedRun after;
  std::vector<RunDifference> differences;
  bool are_cells_matched = true;
  std::size_t mixtures = 0;       ///< number of mixtures computed for the parts
  std::string why_no_parts = {};  ///< empty: the change was split
  std::vector<std::pair<std::string, std::optional<double>>> totals;
  std::vector<std::pair<std::string, double>> seconds;  ///< per stage
};

/// Writes the record. Throws InputError if the file cannot be written.
void write_comparison_record(std::string const& path, ComparisonRecord const& record);

}  // namespace gapmap::io
