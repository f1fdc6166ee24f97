#pragma once
// run.json of a comparison: which runs it compares, how they differ, whether their change was
// split, and how it is presented to readers.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/places/names.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/manifest.h"
#include "gapmap/scenario/factors.h"

namespace gapmap::io {

/// One of the two runs.
struct ComparedRun {
  std::string folder;  ///< of its results; of a run made for the comparison alone: its job file
  std::string version;
  std::string job;  ///< what was asked of the run, a JSON object
  std::vector<std::pair<std::string, std::string>> options;  ///< as text
  std::vector<ImportReport> inputs;
};

/// An option or a file that differs between the runs.
struct RunDifference {
  std::optional<Factor> factor;  ///< nothing: the option has no effect on any figure compared
  std::string what;              ///< key of the option
  std::string before;            ///< its value; empty: none
  std::string after;
  /// Whether the difference has no effect on who is within the limit: it has no factor, or no
  /// mixture of the two runs changes with its factor. Where the change is not split, nobody knows
  /// about those that have one.
  bool has_no_effect = false;
};

/// How a comparison is presented to readers. What is empty was not given.
struct ComparisonFace {
  std::string language = "fi";  ///< of layers and workbook
  std::string title = {};
  std::string region = {};
  /// Title and region of one language's report, by language.
  std::map<std::string, std::string> titles = {};
  std::map<std::string, std::string> regions = {};
  std::string logo = {};         ///< file
  std::string name_before = {};  ///< what readers call the earlier run
  std::string name_after = {};
  bool is_plan = false;    ///< the later run has not happened: sentences are conditional
  std::string group = {};  ///< whom it is about, "Y_GE65"; empty: everybody
};

struct ComparisonRecord {
  std::string job;      ///< what was asked of the comparison itself, a JSON object
  std::string version;  ///< of the gapmap that compared
  std::string crs;      ///< working CRS as it was asked for
  std::string working_crs;
  ComparisonFace face = {};
  AreaNames names = {};  ///< of municipalities, other than in files
  ComparedRun before;
  ComparedRun after;
  std::vector<RunDifference> differences;
  bool are_cells_matched = true;
  std::size_t mixtures = 0;         ///< number of mixtures computed for the parts
  std::string why_no_parts = {};    ///< empty: the change was split
  std::string why_no_effects = {};  ///< empty: each place that changed has its effect
  std::optional<PublicationRecord> publication = std::nullopt;  ///< nothing: it is not published
  bool is_public_grid = false;  ///< anybody can look up the residents of each cell
  std::vector<std::pair<std::string, std::optional<double>>> totals;
  std::vector<TableRecord> tables;                      ///< which read_comparison() reads
  std::vector<std::pair<std::string, double>> seconds;  ///< per stage
};

/// Writes the record. Throws InputError if the file cannot be written.
void write_comparison_record(std::string const& path, ComparisonRecord const& record);

/// Returns the record that the text of a run.json holds, without totals and seconds. Throws some
/// std::exception if the text is not as write_comparison_record() wrote it.
[[nodiscard]] ComparisonRecord comparison_record_in(std::string_view text);

}  // namespace gapmap::io
