#pragma once
// What two runs differ in, and what every mixture of them finds.

#include <string>
#include <variant>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/comparison_record.h"
#include "gapmap/io/read_run.h"
#include "gapmap/scenario/outcome.h"
#include "gapmap/scenario/parts.h"
#include "tools/console.h"

namespace gapmap::tools {

/// Options that can change who is covered, and files with other checksums. A file that only lies
/// elsewhere is the same. Throws InputError if a run has an option that is not known.
[[nodiscard]] std::vector<io::RunDifference> differences(io::WrittenRun const& before,
                                                         io::WrittenRun const& after);

/// Those with a difference, ascending.
[[nodiscard]] std::vector<Factor> factors_of(std::vector<io::RunDifference> const& differences);

/// What of the inputs of a run is no longer there or no longer the same, as a sentence; empty if
/// all is as it was. Cost: every file is read once.
[[nodiscard]] std::string what_changed_since(io::WrittenRun const& run, WorkingFrame const& frame);

/// Reads, routes and counts anew for every set of factors. If some mixture cannot be, as a sentence
/// why. Throws InputError if one of the runs themselves, made anew, is not what was written.
[[nodiscard]] std::variant<Mixtures, std::string> find_mixtures(
    io::WrittenRun const& before, io::WrittenRun const& after, Outcome const& found_before,
    Outcome const& found_after, std::vector<Factor> const& factors, WorkingFrame const& frame,
    Console& console);

}  // namespace gapmap::tools
