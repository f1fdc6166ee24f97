#pragma once
// Two runs mixed: what is found with some things as in one, the others as in the other.

#include <string>
#include <variant>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/read_run.h"
#include "gapmap/scenario/outcome.h"
#include "gapmap/scenario/parts.h"
#include "gapmap/engine/listener.h"

namespace gapmap::engine {

/// Reads, routes and counts anew for every set of factors. If some mixture cannot be, as a sentence
/// why. Throws InputError if one of the runs themselves, made anew, is not what was written.
[[nodiscard]] std::variant<Mixtures, std::string> find_mixtures(
    io::WrittenRun const& before, io::WrittenRun const& after, Outcome const& found_before,
    Outcome const& found_after, std::vector<Factor> const& factors, WorkingFrame const& frame,
    Listener& listener);

}  // namespace gapmap::engine
