#pragma once
// The results of a run read again, in the words of this version.

#include <memory>
#include <string>

#include "gapmap/engine/listener.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/io/read_run.h"
#include "gapmap/job/report_options.h"

namespace gapmap::engine {

/// What `io::read_run` reads; tables, columns and options that the version before called otherwise
/// have their names of now, which the listener is told of. Throws InputError as it does.
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
