#pragma once
// The table a coverage run prints.

#include <string>

#include "gapmap/coverage/summary.h"

namespace gapmap::tools {

/// Residents by status per municipality, "Outside all areas" if needed, the total last; aligned for
/// a terminal.
template <CostType Cost>
[[nodiscard]] std::string coverage_table(CoverageSummary<Cost> const& summary,
                                         Municipalities const& municipalities,
                                         std::string const& limit);

}  // namespace gapmap::tools
