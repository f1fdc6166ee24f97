#pragma once
// The options about publishing the results.

#include <optional>
#include <string>

#include "gapmap/job/options.h"

namespace gapmap::job {

/// As given.
struct PublishWords {
  std::string publish, below;
};

/// Adds them under a heading of their own.
void declare_publish(Options& options, PublishWords& words);

/// The number of residents under which numbers are hidden; nothing if results are not to be
/// published.
[[nodiscard]] std::optional<double> understand_publish(PublishWords const& words,
                                                       Problems& problems);

}  // namespace gapmap::job
