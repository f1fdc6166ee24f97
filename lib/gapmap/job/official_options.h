#pragma once
// The options about the official number of residents.

#include <optional>
#include <string>

#include "gapmap/io/read_official_population.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct OfficialWords {
  std::string population, year, code, residents, year_field;
};

void declare_official(Options& options, OfficialWords& words);

/// Returns nothing if no file is named. What is wrong goes to `problems`.
[[nodiscard]] std::optional<io::OfficialInput> understand_official(OfficialWords const& words,
                                                                   Problems& problems);

}  // namespace gapmap::job
