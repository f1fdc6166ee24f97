#pragma once
// Findings about the official population of municipalities and the residents of the grid beside it.

#include "gapmap/tables/denominator_table.h"
#include "gapmap/checks/finding.h"

namespace gapmap::checks {

/// How sure the year of the official counts is.
struct OfficialYear {
  bool is_certain = true;  ///< asked for, or the only one
  std::size_t years = 0;   ///< in the file; 0: it does not say
};

/// Municipalities whose residents in the grid are under 0.9 or over 1.1 of the official number,
/// those without an official number, those whose number is too small to be true, and a year that is
/// not told or not chosen. Nothing for healthy inputs.
[[nodiscard]] Findings check_official(Denominators const& denominators,
                                      tables::DenominatorRecord const& record,
                                      OfficialYear const& year,
                                      Municipalities const& municipalities);

}  // namespace gapmap::checks
