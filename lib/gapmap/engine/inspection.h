#pragma once
// The inputs of a job, each read by itself so that one that cannot be read does not hide what is
// wrong with the others, and everything that looks wrong in and between them.

#include <optional>
#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/checks/survey.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/engine/job_findings.h"
#include "gapmap/engine/people.h"
#include "gapmap/engine/road_scene.h"

namespace gapmap::engine {

struct Inspection {
  checks::Findings findings;              ///< sorted
  std::vector<io::ImportReport> reports;  ///< of the inputs that could be read
  bool is_usage = false;                  ///< an error is one of the command line or job file
};

/// `problems` are those of the job's options. Reads all roads, whatever the job says of a margin,
/// and neither reads nor writes a cache. A job without errors is then run as far as its tables, so
/// that whatever gapmap coverage refuses or remarks is among the findings.
[[nodiscard]] Inspection inspect(job::CoverageJob job, job::CoverageWords const& words,
                                 job::Problems const& problems, JobOutput const& output,
                                 WorkingFrame const& frame, Listener& listener);

}  // namespace gapmap::engine
