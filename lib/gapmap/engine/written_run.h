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

/// The results of a coverage run, and how they are presented to readers.
struct WrittenResults {
  job::ReportJob job;
  io::WrittenRun run;
  std::shared_ptr<WorkingFrame const> frame;
  Language language = Language::Finnish;
  report::Masthead masthead;
};

/// Reads the run that the job names. Language, title, region and logo are as in the run unless the
/// job says otherwise; a logo that is no longer there is left out with a remark.
/// Throws InputError if the folder holds no results of `gapmap coverage`, or if they were changed
/// since; Stopped if the listener asks for it.
[[nodiscard]] WrittenResults read_results(job::ReportJob const& job, Listener& listener);

}  // namespace gapmap::engine
