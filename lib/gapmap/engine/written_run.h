#pragma once
// The results of a run read again, in the words of this version.

#include <memory>
#include <string>

#include "gapmap/engine/listener.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/io/read_run.h"
#include "gapmap/job/report_options.h"

namespace gapmap::engine {

/// Reads a run as `io::read_run` does, but tables, columns and options that the version before
/// called otherwise get the names that they have now; the listener is told of them. Throws
/// InputError if the folder holds no run, or if a file is missing or does not fit run.json.
[[nodiscard]] io::WrittenRun read_run(std::string const& folder, Listener& listener);

/// Throws InputError unless the results are those of a coverage run.
void check_is_coverage(io::WrittenRun const& run);

/// Makes the run of a job file and gives it as read_run() would after it was written; its folder is
/// the job file. The listener hears its stages and remarks. Throws UsageError or InputError as a
/// run does, Stopped if the listener asks for it.
[[nodiscard]] io::WrittenRun make_run(std::string const& job_file, Listener& listener);

/// The results of a coverage run, and how they are presented to readers.
struct WrittenResults {
  job::ReportJob job;
  io::WrittenRun run;
  std::shared_ptr<WorkingFrame const> frame;
  Language language = Language::Finnish;
  report::Masthead masthead;
};

/// The results of a comparison, and how they are presented to readers.
struct WrittenComparisonResults {
  job::ReportJob job;
  io::WrittenComparison comparison;
  std::shared_ptr<WorkingFrame const> frame;
  report::Masthead masthead;
};

/// Reads the comparison that the job names; language, title, region and logo as in read_results().
/// Throws UsageError if the job is about a group of residents; InputError if the folder holds no
/// comparison or it was changed since; Stopped if the listener asks for it.
[[nodiscard]] WrittenComparisonResults read_comparison_results(job::ReportJob const& job,
                                                               Listener& listener);

/// Reads the run that the job names. Language, title, region and logo are as in the run unless the
/// job says otherwise; a logo that is no longer there is left out with a remark.
/// Throws InputError if the folder holds no results of `gapmap coverage`, or if they were changed
/// since; Stopped if the listener asks for it.
[[nodiscard]] WrittenResults read_results(job::ReportJob const& job, Listener& listener);

/// The names of the groups that a run or a comparison counted, "all" first; none if an older gapmap
/// made it.
[[nodiscard]] std::vector<std::string> counted_groups(std::span<tables::OutputTable const> tables);

}  // namespace gapmap::engine
