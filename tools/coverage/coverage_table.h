#pragma once
// The table a coverage run prints.

#include <string>

#include "gapmap/coverage/closures.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/places/facility.h"
#include "tools/text_table.h"

namespace gapmap::tools {

/// Residents by status per municipality, "Outside all areas" if needed, the total last; aligned for
/// a terminal.
template <CostType Cost>
[[nodiscard]] std::string coverage_table(CoverageSummary<Cost> const& summary,
                                         Municipalities const& municipalities,
                                         std::string const& limit);

/// A line about the place that most residents would miss; the first of several. Empty if nobody
/// would fall outside the limit.
template <CostType Cost>
[[nodiscard]] std::string hardest_closing(IdVector<FacilityId, Closure<Cost>> const& closures,
                                          Facilities const& facilities, std::string const& limit);

}  // namespace gapmap::tools
