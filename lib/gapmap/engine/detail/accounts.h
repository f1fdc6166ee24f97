#pragma once
// The accounts of a run: the same people under every rule of kAccountRules.

#include <vector>

#include "gapmap/engine/detail/counties.h"
#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// Each account says what a run by its rules alone would: without ferries, people and places are
/// attached anew, to roads. The rules of the run itself are not searched again, and where there is
/// no ferry, neither are those without. What roads and places outside the box might change is added
/// to `doubts`. `result` is what the run found so far: who is
/// covered. `whose` is the rule of the run itself.
template <CostType Cost>
[[nodiscard]] std::vector<Account<Cost>> find_accounts(CoverageResult<Cost> const& result,
                                                       Whose whose, PlacesOf const& anybodys,
                                                       PlacesOf const& own, Doubts<Cost>& doubts,
                                                       Listener& listener);

}  // namespace gapmap::engine
