#pragma once
// What two runs differ in, and whether what they read is still there.

#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/comparison_record.h"
#include "gapmap/io/read_run.h"

namespace gapmap::engine {

/// Options that can change who is covered, and files with other checksums. A file that only lies
/// elsewhere is the same. Throws InputError if a run has an option that is not known.
[[nodiscard]] std::vector<io::RunDifference> differences(io::WrittenRun const& before,
                                                         io::WrittenRun const& after);

/// Those with a difference, ascending.
[[nodiscard]] std::vector<Factor> factors_of(std::vector<io::RunDifference> const& differences);

/// What of the inputs of a run is no longer there or no longer the same, as a sentence; empty if
/// all is as it was. Cost: every file is read once.
[[nodiscard]] std::string what_changed_since(io::WrittenRun const& run, WorkingFrame const& frame);

}  // namespace gapmap::engine
