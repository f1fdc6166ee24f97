#pragma once
// Who is in the grid and who should be: ranges of residents and what figures are shares of, for
// every command about people.

#include <optional>

#include "gapmap/tables/denominator_table.h"
#include "gapmap/io/read_official_population.h"
#include "gapmap/engine/people.h"

namespace gapmap::engine {

struct Counted {
  ResidentRanges ranges;
  Denominators denominators;
  tables::DenominatorRecord record;
  std::optional<io::ImportReport> report;  ///< of the official file, if there is one
  bool is_year_certain = true;             ///< else the newest was taken
  std::size_t years = 0;                   ///< in it
};

/// Throws InputError if the official file cannot be used.
[[nodiscard]] Counted count_residents(std::optional<io::OfficialInput> const& official,
                                      Studied const& studied, Listener& listener);

/// What a reader of the figures must know: the ratio, which year, what does not add up.
void show(Counted const& counted, Listener& listener);

[[nodiscard]] inline tables::OutputTable denominator_table(Counted const& counted,
                                                           Studied const& studied) {
  return tables::denominator_table(counted.denominators, counted.ranges,
                                   studied.areas.municipalities, studied.people.population);
}

}  // namespace gapmap::engine
