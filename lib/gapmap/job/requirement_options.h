#pragma once
// The options about requirements: several things that residents should have near.

#include <string>
#include <vector>

#include "gapmap/coverage/requirements.h"
#include "gapmap/io/read_places.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct RequirementWords {
  std::vector<std::string> requirements;  ///< see job/requirement_text.h
};

void declare_requirements(Options& options, RequirementWords& words);

/// Reads the requirements and checks that each selects some of the places, adding their filters to
/// `places`. Everything that is wrong goes to `problems`.
[[nodiscard]] std::vector<Requirement> understand_requirements(RequirementWords const& words,
                                                               io::PlaceInput& places,
                                                               Problems& problems);

}  // namespace gapmap::job
