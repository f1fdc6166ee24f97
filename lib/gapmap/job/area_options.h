#pragma once
// The options of municipality boundaries, as text and as values.

#include <string>

#include "gapmap/io/read_municipalities.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// As given.
struct AreaWords {
  std::string areas, code, name, crs;
};

/// Adds the input. `help` says what a command does with it.
void declare_areas(Options& options, AreaWords& words, Need need, std::string const& help);
/// Adds the fields of the input.
void declare_area_fields(Options& options, AreaWords& words);

/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] io::MunicipalityInput understand_areas(AreaWords const& words, Problems& problems);

}  // namespace gapmap::job
