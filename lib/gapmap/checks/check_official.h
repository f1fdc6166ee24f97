#pragma once
// Findings about the official population of municipalities beside the residents of the grid.

#include "gapmap/tables/denominator_table.h"
#include "gapmap/checks/finding.h"

namespace gapmap::checks {

/// How certain the year of the official counts is.
struct OfficialYear {
  bool is_certain = true;  ///< asked for by the user, or the only one
  std::size_t years = 0;   ///< number of years in the file; 0: it has no years
};

/// Finds municipalities whose residents in the grid are under 0.9 or over 1.1 of the official
/// number, municipalities without an official number or with one too small to be true, and a year
/// that is unknown or was not chosen. Returns nothing for healthy inputs.
[[nodiscard]] Findings check_official(Denominators const& denominators,
                                      tables::DenominatorRecord const& record,
                                      OfficialYear const& year,
                                      Municipalities const& municipalities);

}  // namespace gapmap::checks
