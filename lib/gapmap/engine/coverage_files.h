#pragma once
// The files of a coverage run, known before it begins.

#include <string>
#include <vector>

#include "gapmap/job/coverage_options.h"

namespace gapmap::engine {

/// All that the run of the job writes, or removes.
[[nodiscard]] std::vector<std::string> coverage_files(job::CoverageJob const& job);

/// What other runs and comparisons may have left in the folder of one that is published, with the
/// numbers that it hides: they go. Empty if the job is not to be published.
[[nodiscard]] std::vector<std::string> files_of_others(job::CoverageJob const& job);

}  // namespace gapmap::engine
