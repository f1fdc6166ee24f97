#pragma once
// The options about requirements: several things that residents should have near.

#include <string>
#include <vector>

#include "gapmap/coverage/requirements.h"
#include "gapmap/io/read_places.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// As given.
struct RequirementWords {
  std::vector<std::string> requirements;  ///< see job/requirement_text.h
};

void declare_requirements(Options& options, RequirementWords& words);

/// Checks all of them, and that each selects some of the places, to which their filters are added;
/// what is wrong goes to `problems`.
[[nodiscard]] std::vector<Requirement> understand_requirements(RequirementWords const& words,
                                                               io::PlaceInput& places,
                                                               Problems& problems);

}  // namespace gapmap::job
