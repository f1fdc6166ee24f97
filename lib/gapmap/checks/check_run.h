#pragma once
// Findings of a whole run on the inputs of a job, of which nothing was written.

#include "gapmap/checks/finding.h"
#include "gapmap/io/manifest.h"

namespace gapmap::checks {

struct RehearsedRun {
  io::Manifest const& manifest;
  bool is_exact = true;  ///< whether no result depends on what a margin left out
  std::size_t places_of_unknown_capacity = 0;  ///< where a result depends on capacities
};

/// What the run would remark that no input tells by itself: rows that turn out useless beside the
/// other inputs, who is not studied, results that a margin leaves in doubt, capacities.
[[nodiscard]] Findings check_run(RehearsedRun const& run);

}  // namespace gapmap::checks
