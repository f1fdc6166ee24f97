#pragma once
// Searches under other rules than those of the run: what they find is why somebody is not covered.

#include <vector>

#include "gapmap/coverage/reasons.h"
#include "gapmap/engine/detail/counties.h"
#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// The journeys of a run searched again, from and to the same attachments, under other rules:
/// places of every county if those of other counties do not count, all roads both ways if one is
/// one-way, without waiting for ferries or with ferries if there is one. Each is searched from the
/// places as far as the limit, and without end only if somebody is unreachable. A rule that makes
/// no difference to anybody is not searched. Access legs of length 0 are left to
/// search_by_assumptions(). What roads and places outside the box might change is added to
/// `doubts`.
template <CostType Cost>
[[nodiscard]] Evidence<Cost> find_evidence(CoverageResult<Cost> const& result,
                                           PlacesOf const& places, MetersPerSecond straight_speed,
                                           Doubts<Cost>& doubts, Listener& listener);

}  // namespace gapmap::engine
