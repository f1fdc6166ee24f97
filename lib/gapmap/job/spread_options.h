#pragma once
// The options about where in their cells people are taken to live, as text and as values.

#include <optional>
#include <string>

#include "gapmap/job/place_options.h"

namespace gapmap::job {

/// The options as text.
struct SpreadWords {
  PlaceWords buildings{.noun = "building"};  ///< its file may be a word: along the roads
};

/// The options as values.
struct SpreadChoice {
  bool is_wanted = false;
  std::optional<io::PlaceInput> buildings;  ///< nothing: along the roads
};

/// Adds the options under a heading of their own.
void declare_spread(Options& options, SpreadWords& words);

/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] SpreadChoice understand_spread(SpreadWords const& words, Problems& problems);

}  // namespace gapmap::job
