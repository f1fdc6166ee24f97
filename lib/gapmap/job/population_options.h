#pragma once
// The options about who lives where, shared by every command about people.

#include <string>

#include "gapmap/io/read_population.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct PopulationWords {
  std::string population, total, cell_id, x, y, where, crs, groups, raster_cell;
  std::string cell_size = "250 m";
};

void declare_population(Options& options, PopulationWords& words);
/// Adds the fields under the heading "Population".
void declare_population_fields(Options& options, PopulationWords& words);

/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] io::PopulationInput understand_population(PopulationWords const& words,
                                                        Problems& problems);

/// Reads "lapset, elakelaiset", families "ika: a, b, c; sukupuoli: miehet, naiset", or "none".
/// Throws UsageError for anything else.
[[nodiscard]] Groups parse_groups(std::string_view text);

}  // namespace gapmap::job
