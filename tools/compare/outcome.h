#pragma once
// From the files of a run to what another run is held against.

#include "gapmap/io/read_run.h"
#include "gapmap/scenario/outcome.h"

namespace gapmap::tools {

/// Throws InputError if it is no run of `gapmap coverage`, or one whose small numbers are
/// suppressed.
[[nodiscard]] Outcome outcome_of(io::WrittenRun const& run);

/// What an option of the run was; empty if it had none.
[[nodiscard]] std::string option_of(io::WrittenRun const& run, std::string_view key);

}  // namespace gapmap::tools
