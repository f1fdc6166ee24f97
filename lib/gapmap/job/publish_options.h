#pragma once
// The options about publishing the results.

#include <optional>
#include <string>

#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct PublishWords {
  std::string publish, below;
};

/// Adds the options under a heading of their own.
void declare_publish(Options& options, PublishWords& words);

/// Returns the number of residents below which numbers are hidden; nothing if results are not
/// published.
[[nodiscard]] std::optional<double> understand_publish(PublishWords const& words,
                                                       Problems& problems);

}  // namespace gapmap::job
