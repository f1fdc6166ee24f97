#pragma once
// What looks wrong in a job itself, beside its inputs.

#include <cstddef>
#include <string>
#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/job/coverage_options.h"

namespace gapmap::engine {

/// Where the job would write, in a job file; a word of gapmap check is about its own files.
struct JobOutput {
  std::string folder;               ///< empty: it does not say
  std::vector<std::string> inputs;  ///< that no result may replace
};

/// Options that have no effect, or ask for more than there is: `places` is how many there are.
[[nodiscard]] checks::Findings check_options(job::CoverageJob const& job,
                                             job::CoverageWords const& words, std::size_t places);

/// Results that would replace an input, which is never done, or others, which --overwrite does.
[[nodiscard]] checks::Findings check_output(job::CoverageJob const& job,
                                            job::CoverageWords const& words,
                                            JobOutput const& output);

}  // namespace gapmap::engine
