#pragma once
// The options about who lives where, shared by every command about people.

#include <string>

#include "gapmap/io/read_population.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// As given.
struct PopulationWords {
  std::string population, total, cell_id, x, y, where, crs, groups, raster_cell;
  std::string cell_size = "250 m";
};

void declare_population(Options& options, PopulationWords& words);
/// Adds its fields under the heading "Population".
void declare_population_fields(Options& options, PopulationWords& words);

/// Checks all of them; what is wrong goes to `problems`.
[[nodiscard]] io::PopulationInput understand_population(PopulationWords const& words,
                                                        Problems& problems);

/// "lapset, elakelaiset", in families "ika: a, b, c; sukupuoli: miehet, naiset", or "none". Throws
/// UsageError for anything else.
[[nodiscard]] Groups parse_groups(std::string_view text);

}  // namespace gapmap::job
