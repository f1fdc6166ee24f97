#pragma once
// What each place that opens, closes or moves between two runs does by itself: runs with and
// without it, answered by sessions.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gapmap/engine/detail/people_once.h"
#include "gapmap/engine/listener.h"
#include "gapmap/io/read_run.h"
#include "gapmap/scenario/changes.h"
#include "gapmap/scenario/outcome.h"

namespace gapmap::engine {

/// Opens a session of each run, one after the other. In the earlier one every change is made as the
/// only one and taken back; in the later one every change is taken back and made again. Both are
/// exactly what fresh runs find. Gives a sentence that says why if a session does not stand where
/// the files of its run do. Groups are those of the source, of whom both runs have to know the
/// same.
/// Cost: reading all inputs of both runs, people unless `people` has them, and two edits of each session for every place that changed
/// (see Session).
/// Requires: pairs of match_places() of these outcomes.
[[nodiscard]] std::variant<PlaceEffects, std::string> find_place_effects(
    io::WrittenRun const& before, io::WrittenRun const& after, Outcome const& found_before,
    Outcome const& found_after, std::vector<PlacePair> const& pairs, PeopleOnce& people,
    Listener& listener);

}  // namespace gapmap::engine
