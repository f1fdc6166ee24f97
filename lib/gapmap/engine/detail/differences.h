#pragma once
// What two runs differ in, and whether their inputs are still there.

#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/comparison_record.h"
#include "gapmap/io/read_run.h"

namespace gapmap::engine {

/// Options with different values and input files with different checksums: first those that can
/// change who is covered, by factor; then those that have no effect on any figure compared. Where a
/// file lies makes no difference, nor does where results go and what is told meanwhile. Throws
/// InputError if a run has an option that is not known.
[[nodiscard]] std::vector<io::RunDifference> differences(io::WrittenRun const& before,
                                                         io::WrittenRun const& after);

/// The factors in which there is a difference, ascending.
[[nodiscard]] std::vector<Factor> factors_of(std::vector<io::RunDifference> const& differences);

/// A sentence about the first input of a run that is no longer there or no longer the same; empty
/// if all inputs are as they were. Cost: every file is read once.
[[nodiscard]] std::string what_changed_since(io::WrittenRun const& run, WorkingFrame const& frame);

}  // namespace gapmap::engine
