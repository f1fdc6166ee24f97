#pragma once
// Results as they may be published: what publishing/published does, for the tables and the record
// of a run.

#include <span>
#include <string>
#include <vector>

#include "gapmap/engine/coverage_result.h"
#include "gapmap/io/manifest.h"
#include "gapmap/publishing/published.h"

namespace gapmap::engine {

/// Hides small numbers in `tables` and in the totals of `manifest`, which then tells no other
/// number of residents, and names the tables left out. Does nothing if the job does not ask for it.
/// Throws InputError if zones cannot be told apart.
template <CostType Cost>
void publish(CoverageResult<Cost> const& result, std::vector<tables::OutputTable>& tables,
             io::Manifest& manifest);

}  // namespace gapmap::engine
