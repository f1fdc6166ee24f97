#pragma once
// The same question with access legs counted otherwise: what of the result hangs on them.

#include <vector>

#include "gapmap/travel/variants.h"
#include "gapmap/engine/detail/counties.h"
#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

template <CostType Cost>
struct AssumedReach {
  travel::AccessAssumption assumption;
  ReachTable<Cost> reach;  ///< within the limit
};

/// Everybody's nearest place by each of travel::access_assumptions(): the same roads, attachments,
/// places and trip, searched as far as the limit. What lies outside the box and might change a
/// verdict is added to `doubts`.
template <CostType Cost>
[[nodiscard]] std::vector<AssumedReach<Cost>> search_by_assumptions(
    CoverageResult<Cost> const& result, PlacesOf const& places, Doubts<Cost>& doubts,
    Listener& listener);

}  // namespace gapmap::engine
