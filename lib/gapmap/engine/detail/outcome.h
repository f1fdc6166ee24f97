#pragma once
// What a run found, taken from its files, so that another run can be held against it.

#include "gapmap/io/read_run.h"
#include "gapmap/scenario/outcome.h"

namespace gapmap::engine {

/// Throws InputError if the files are not of a run of `gapmap coverage`, or if small numbers are
/// hidden in them.
[[nodiscard]] Outcome outcome_of(io::WrittenRun const& run);

}  // namespace gapmap::engine
