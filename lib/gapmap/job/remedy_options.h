#pragma once
// The options about remedies: what would close the largest gaps.

#include <cstddef>
#include <optional>
#include <string>

#include "gapmap/job/place_options.h"

namespace gapmap::job {

/// The options as text.
struct RemedyWords {
  std::string gaps = "10";
  PlaceWords candidates{.noun = "candidate"};
};

/// The options as values.
struct RemedyQuestion {
  std::size_t gaps = 0;  ///< number of largest gaps to examine; 0: none
  std::optional<io::PlaceInput> candidates;
};

/// Adds the options under a heading of their own.
void declare_remedies(Options& options, RemedyWords& words);

/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] RemedyQuestion understand_remedies(RemedyWords const& words, Problems& problems);

}  // namespace gapmap::job
