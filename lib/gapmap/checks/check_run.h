#pragma once
// Findings of a whole run on the inputs of a job that wrote no files.

#include "gapmap/checks/finding.h"
#include "gapmap/io/manifest.h"

namespace gapmap::checks {

struct RehearsedRun {
  io::Manifest const& manifest;
  bool is_exact = true;                        ///< no result depends on what a margin left out
  std::size_t places_of_unknown_capacity = 0;  ///< 0 unless a result depends on capacities
};

/// Finds what shows only when inputs are used together: rows that turn out useless beside other
/// inputs, who is not studied, results that a margin leaves in doubt, missing capacities.
[[nodiscard]] Findings check_run(RehearsedRun const& run);

}  // namespace gapmap::checks
