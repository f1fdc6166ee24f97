#pragma once
// The accounts of a run: how many of its people are covered under each rule of kAccountRules.

#include <vector>

#include "gapmap/engine/detail/counties.h"
#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// Each account says what a run by its rules alone would find: without ferries, people and places
/// are attached to roads anew. The rules of the run itself are not searched again, nor are rules
/// without ferries where there are none. `result` is what the run found so far, which is who is
/// covered, and `whose` the rule of the run itself. Cells that roads or places outside the box
/// might change are added to `doubts`.
template <CostType Cost>
[[nodiscard]] std::vector<Account<Cost>> find_accounts(CoverageResult<Cost> const& result,
                                                       Whose whose, PlacesOf const& anybodys,
                                                       PlacesOf const& own, Doubts<Cost>& doubts,
                                                       Listener& listener);

}  // namespace gapmap::engine
