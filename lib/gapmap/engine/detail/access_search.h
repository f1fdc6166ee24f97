#pragma once
// Which verdicts depend on access legs: the question of a run asked again with these legs counted
// otherwise.

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

/// Everybody's nearest place under each of travel::access_assumptions(), on the roads of the run,
/// with its attachments, places and trip, searched as far as the limit. Cells whose verdict roads
/// outside the box might change are added to `doubts`.
template <CostType Cost>
[[nodiscard]] std::vector<AssumedReach<Cost>> search_by_assumptions(
    CoverageResult<Cost> const& result, PlacesOf const& places, Doubts<Cost>& doubts,
    Listener& listener);

}  // namespace gapmap::engine
