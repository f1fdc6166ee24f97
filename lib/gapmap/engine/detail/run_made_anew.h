#pragma once
// Runs that are made for a comparison alone, and given as if they had been read.

#include <string>

#include "gapmap/engine/detail/publish.h"
#include "gapmap/engine/listener.h"
#include "gapmap/io/read_run.h"

namespace gapmap::engine {

/// Whether it is a job file, and no folder of results.
[[nodiscard]] bool is_job_file(std::string const& given);

/// Makes the run of a job file, or of a folder of results, anew, to be published. Throws UsageError
/// or InputError as a run does, also if an input of the run in the folder is no longer as it was;
/// Stopped if the listener asks for it.
[[nodiscard]] UnpublishedRun make_unpublished(std::string const& given, double below,
                                              Listener& listener);

/// The run as read_run() would give it if it had been written without hiding anything.
[[nodiscard]] io::WrittenRun as_written(std::string const& given, UnpublishedRun const& run);

/// The run of a job file as read_run() would give it; see make_run().
[[nodiscard]] io::WrittenRun as_written(std::string const& given, CoverageTables made);

}  // namespace gapmap::engine
