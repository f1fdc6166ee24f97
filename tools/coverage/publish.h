#pragma once
// Results as they may be published: what report/published does, for the tables and the record of a
// run.

#include <span>
#include <string>
#include <vector>

#include "gapmap/coverage/gaps.h"
#include "gapmap/io/manifest.h"
#include "gapmap/report/published.h"
#include "tools/coverage/denominators.h"
#include "tools/coverage/explanation.h"
#include "tools/coverage/requirements.h"
#include "tools/journeys.h"

namespace gapmap::tools {

/// What the figures of a run are of.
template <CostType Cost>
struct PublishedRun {
  CoverageJob const& job;
  Studied const& studied;
  Counted const& counted;
  Journeys<Cost> const& journeys;
  Coverage<Cost> const& coverage;
  std::vector<Gap<Cost>> const& gaps;
  RequirementResults const& requirements;
  CellReasons<Cost> const& reasons;
};

/// Hides small numbers in `tables` and in the totals of `manifest`, which then tells no other
/// number of residents, and names the tables left out. Does nothing if the job does not ask for it.
/// Throws InputError if zones cannot be told apart.
template <CostType Cost>
void publish(PublishedRun<Cost> const& run, std::vector<tables::OutputTable>& tables,
             io::Manifest& manifest);

}  // namespace gapmap::tools
