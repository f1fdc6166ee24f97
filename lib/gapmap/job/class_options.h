#pragma once
// The option about distance classes, as text and as values.

#include <string>
#include <variant>
#include <vector>

#include "gapmap/units/quantity.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// As given.
struct ClassWords {
  std::string classes;
};

/// Inclusive upper ends, ascending, in the unit of the limit.
using ClassBounds = std::variant<std::vector<Meters>, std::vector<Seconds>>;

void declare_classes(Options& options, ClassWords& words);

/// `limit` is the text of --limit; if it cannot be understood, nothing is said of it here.
[[nodiscard]] ClassBounds understand_classes(ClassWords const& words, std::string const& limit,
                                             Problems& problems);

}  // namespace gapmap::job
