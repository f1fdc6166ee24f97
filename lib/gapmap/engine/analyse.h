#pragma once
// From a scene to everything that a coverage job asks for.

#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// Who is within the limit of a place, who is not, why, and what would remedy it; places count for
/// whom the job says.
///
/// Where roads were read around the cells, each result is proven not to depend on others: else they
/// are read into `scene` and all is found anew. With a margin no more is read, and `exactness` says
/// up to where results are exact. Remarks on the inputs go to the listener.
/// Requires: `scene` was opened for `job`, or for one that differs in nothing that is read.
/// Throws UsageError or InputError if there is no answer, Stopped if the listener asks for it.
template <CostType Cost>
[[nodiscard]] CoverageResult<Cost> analyse(job::CoverageJob const& job, Scene<Cost>& scene,
                                           Listener& listener);
[[nodiscard]] AnyCoverageResult analyse(job::CoverageJob const& job, AnyScene& scene,
                                        Listener& listener);

/// The first half of it: everybody's way to the nearest places, and what is found on the way. What
/// is made of that stays empty.
template <CostType Cost>
[[nodiscard]] CoverageResult<Cost> travel(job::CoverageJob const& job, Scene<Cost>& scene,
                                          Listener& listener);

}  // namespace gapmap::engine
