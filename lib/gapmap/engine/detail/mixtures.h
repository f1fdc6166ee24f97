#pragma once
// Mixtures of two runs: what is found if some factors are as in one run and the rest as in the
// other.

#include <string>
#include <variant>
#include <vector>

#include "gapmap/engine/detail/people_once.h"
#include "gapmap/io/read_run.h"
#include "gapmap/scenario/outcome.h"
#include "gapmap/scenario/parts.h"
#include "gapmap/engine/listener.h"
#include "gapmap/job/coverage_options.h"

namespace gapmap::engine {

/// The job of a run, without options that do not change who is covered.
[[nodiscard]] job::CoverageJob searched_job(io::WrittenRun const& run);

/// Reads, routes and counts anew for every set of factors; people only if `people` lacks them.
/// Gives a sentence that says why if a mixture cannot be made. Throws InputError if one of the two
/// runs, made anew, is not what its files say.
[[nodiscard]] std::variant<Mixtures, std::string> find_mixtures(
    io::WrittenRun const& before, io::WrittenRun const& after, Outcome const& found_before,
    Outcome const& found_after, std::vector<Factor> const& factors, PeopleOnce& people,
    Listener& listener);

}  // namespace gapmap::engine
