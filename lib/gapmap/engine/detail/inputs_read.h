#pragma once
// What was read for a run, for its record and for whoever hears of it.

#include <vector>

#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// In the order of the record.
template <CostType Cost>
[[nodiscard]] std::vector<io::ImportReport> inputs_of(Scene<Cost> const& scene);

/// Each input with its remarks, then what of people, roads and reading is not plain. Of a run that
/// is published nothing that counts residents.
template <CostType Cost>
void tell_inputs(CoverageResult<Cost> const& result, Listener& listener);

}  // namespace gapmap::engine
