#pragma once
// Mixtures of two runs: what is found if some factors are as in one run and the rest as in the
// other.

#include <string>
#include <variant>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/read_run.h"
#include "gapmap/scenario/outcome.h"
#include "gapmap/scenario/parts.h"
#include "gapmap/engine/listener.h"

namespace gapmap::engine {

/// Reads, routes and counts anew for every set of factors. Gives a sentence that says why if a
/// mixture cannot be made. Throws InputError if one of the two runs, made anew, is not what its
/// files say.
[[nodiscard]] std::variant<Mixtures, std::string> find_mixtures(
    io::WrittenRun const& before, io::WrittenRun const& after, Outcome const& found_before,
    Outcome const& found_after, std::vector<Factor> const& factors, WorkingFrame const& frame,
    Listener& listener);

}  // namespace gapmap::engine
