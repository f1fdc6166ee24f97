#pragma once
// The options about what would close the largest gaps.

#include <cstddef>
#include <optional>
#include <string>

#include "gapmap/job/place_options.h"

namespace gapmap::job {

/// As given.
struct RemedyWords {
  std::string gaps = "10";
  PlaceWords candidates{.noun = "candidate"};
};

/// Understood.
struct RemedyQuestion {
  std::size_t gaps = 0;  ///< how many of the largest; 0: none
  std::optional<io::PlaceInput> candidates;
};

/// Adds them under a heading of their own.
void declare_remedies(Options& options, RemedyWords& words);

/// Checks all of them; what is wrong goes to `problems`.
[[nodiscard]] RemedyQuestion understand_remedies(RemedyWords const& words, Problems& problems);

}  // namespace gapmap::job
