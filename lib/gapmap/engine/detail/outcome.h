#pragma once
// From the files of a run to what another run is held against.

#include "gapmap/io/read_run.h"
#include "gapmap/scenario/outcome.h"

namespace gapmap::engine {

/// Throws InputError if it is no run of `gapmap coverage`, or one whose small numbers are
/// suppressed.
[[nodiscard]] Outcome outcome_of(io::WrittenRun const& run);

}  // namespace gapmap::engine
