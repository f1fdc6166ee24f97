#pragma once
// Two runs of `gapmap coverage` held against each other: who gained, who lost, and by what.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/engine/coverage_tables.h"
#include "gapmap/engine/listener.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/io/comparison_record.h"
#include "gapmap/io/read_run.h"
#include "gapmap/job/comparison_options.h"
#include "gapmap/scenario/changes.h"
#include "gapmap/scenario/outcome.h"
#include "gapmap/scenario/parts.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::engine {

/// One of the two runs: its files as they were read, and what they say about people and places.
struct RunWithOutcome {
  io::WrittenRun written;
  Outcome outcome;
};

/// Both runs with what it takes to hide numbers in them (engine/detail/publish.h).
struct UnpublishedRuns;

/// Everything that a comparison found. A value that owns all of it.
struct ComparisonResult {
  job::ComparisonJob job;
  std::shared_ptr<WorkingFrame const> frame;  ///< working CRS of both runs
  RunWithOutcome before;
  RunWithOutcome after;
  std::optional<std::vector<CellPair>> cells;  ///< nothing: the runs have different grids
  std::vector<PlacePair> places;
  std::vector<MunicipalityChange> municipalities;
  std::vector<ChangedArea> areas;              ///< that gained or lost; empty without cells
  std::vector<io::RunDifference> differences;  ///< options and files that are not the same
  std::optional<Mixtures> mixtures;  ///< what the change is split by; nothing: it is not split
  std::string why_no_parts;          ///< a sentence; empty: the change is split
  /// What each place that changed does, in the order of `places`; nothing: nobody knows.
  std::optional<PlaceEffects> effects;
  std::string why_no_effects;  ///< a sentence; empty: there are effects
  bool is_plan = false;        ///< the later run has not happened
  /// If the comparison is to be published: both runs, made anew.
  std::shared_ptr<UnpublishedRuns const> unpublished;
};

/// Reads both runs, or makes those that are given as job files, matches their cells, places and
/// municipalities, and makes every mixture of the two anew, by which the change can be split; then
/// finds what each place that changed does by itself. If the inputs of the runs are no longer there
/// or no longer the same, or if a mixture cannot be made, the change is not split and the listener
/// is told why.
///
/// The later run is a plan unless the job says otherwise if both runs count the same people: what
/// happened between two years shows in the population.
///
/// If the job is to be published both runs are made anew, also those that are given as folders,
/// even of runs whose numbers are hidden; the change is then not split, and nobody is told what
/// single places do, for these are sums over people whom nothing else counts.
///
/// Cost: a run for each job file; one search for each set of factors that the runs differ in, at most
/// 64; two sessions if places changed, and four edits for each that did.
/// Throws InputError if a folder holds no run of `gapmap coverage`, if its small numbers are
/// hidden and the comparison is not to be published, if it is and an input of a run is no longer as
/// it was, if the runs are in different working CRS, or if a run made anew is not what its files
/// say; Stopped if the listener asks for it.
/// Example: tests/examples/doors_test.cpp.
[[nodiscard]] ComparisonResult compare(job::ComparisonJob const& job, Listener& listener);

/// The tables of a comparison and its record, before anything is written.
struct ComparisonTables {
  job::ComparisonJob job;
  std::shared_ptr<WorkingFrame const> frame;
  std::vector<tables::OutputTable> tables;  ///< in the order of the workbook's sheets
  io::ComparisonRecord record;              ///< all but its seconds
  /// If the comparison is published: both runs, published with it.
  std::vector<CoverageTables> runs = {};
};

/// Municipalities, places and main roads always, parts if the change is split, changes and cells if
/// cells are matched. If the job is to be published small numbers are hidden in them and in the two
/// runs, with all from which one could be computed of the three together.
[[nodiscard]] ComparisonTables tables_of(ComparisonResult const& result, Listener& listener);

}  // namespace gapmap::engine
