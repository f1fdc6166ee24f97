#pragma once
// The options about where a further place might come.

#include <optional>

#include "gapmap/job/place_options.h"

namespace gapmap::job {

/// Adds `text`, which names the candidates, and the fields of their file under the current heading.
void declare_candidates(Options& options, PlaceWords& words, OptionText text);

/// Reads the options: nothing if no candidates are named. Everything that is wrong goes to
/// `problems`.
[[nodiscard]] std::optional<io::PlaceInput> understand_candidates(PlaceWords const& words,
                                                                  Problems& problems);

/// Adds a problem for each field that is named though no file of candidates is.
void refuse_candidate_fields(PlaceWords const& words, Problems& problems);

}  // namespace gapmap::job
