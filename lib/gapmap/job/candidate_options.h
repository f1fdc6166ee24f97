#pragma once
// The options about where a further place might come.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/job/place_options.h"

namespace gapmap::job {

/// What a command says of its candidates.
struct CandidateText {
  std::string placeholder;
  std::string help;
  std::vector<std::string> words = {};  ///< that may stand in place of a file; see OptionText
};

/// Adds the file of candidates and its fields under the current heading.
void declare_candidates(Options& options, PlaceWords& words, CandidateText text);

/// Reads the options: nothing if no candidates are named. Everything that is wrong goes to
/// `problems`.
[[nodiscard]] std::optional<io::PlaceInput> understand_candidates(PlaceWords const& words,
                                                                  Problems& problems);

/// Adds a problem for each field that is named though no file of candidates is.
void refuse_candidate_fields(PlaceWords const& words, Problems& problems);

}  // namespace gapmap::job
