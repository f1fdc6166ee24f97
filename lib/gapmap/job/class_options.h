#pragma once
// The option about distance classes, as text and as values.

#include <string>
#include <variant>
#include <vector>

#include "gapmap/units/quantity.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The option as text.
struct ClassWords {
  std::string classes;
};

/// Inclusive upper bounds, ascending, in the unit of the limit.
using ClassBounds = std::variant<std::vector<Meters>, std::vector<Seconds>>;

void declare_classes(Options& options, ClassWords& words);

/// Returns the bounds with the limit among them.
/// Requires: both are lengths or both are times.
[[nodiscard]] ClassBounds with_limit(ClassBounds bounds,
                                     std::variant<Meters, Seconds> const& limit);

/// Reads the bounds, without the limit. `limit` is the text of --limit; if it cannot be understood,
/// that is reported elsewhere.
[[nodiscard]] ClassBounds understand_classes(ClassWords const& words, std::string const& limit,
                                             Problems& problems);

}  // namespace gapmap::job
