#pragma once
// What the gaps of a run are called after: the localities that it knows.

#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// Names the gaps after the entries of the gazetteer in which the job looks up its places, else
/// after the candidates for remedies, as far as they have names, else from their nearest places.
template <CostType Cost>
[[nodiscard]] std::vector<GapName> find_gap_names(CoverageResult<Cost> const& result,
                                                  Listener& listener);

}  // namespace gapmap::engine
