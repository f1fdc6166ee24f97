#pragma once
// Plans of places that serve no more than their capacity: who is served where, and who has no room.

#include <optional>
#include <vector>

#include "gapmap/siting/capacitated.h"
#include "gapmap/engine/site.h"

namespace gapmap::engine {

/// Fills the capacities, if the job has any. Candidates without one stay closed, which is told.
/// Throws UsageError if a place that exists has none.
void set_capacities(SiteScene& scene, Listener& listener);

/// Returns the plan of the job's problem within capacities, on the scene's costs or others of the
/// same shape.
/// Requires: coverage or median, with capacities.
[[nodiscard]] AssignedPlan capacitated_plan(SiteScene const& scene, SiteCosts const& costs,
                                            SiteRules const& rules, siting::Effort& effort);

/// Returns the best that these sites can do, by the job's problem; none other is open.
[[nodiscard]] AssignedPlan capacitated_plan_of(SiteScene const& scene, SiteCosts const& costs,
                                               std::vector<SiteId> const& open,
                                               siting::Effort& effort);

/// Returns the sites that are open before anything changes, ascending.
[[nodiscard]] std::vector<SiteId> open_sites_now(SiteScene const& scene);
/// Returns the sites that are open by a plan, ascending.
[[nodiscard]] std::vector<SiteId> open_sites_after(SiteScene const& scene,
                                                   std::vector<SiteId> const& opened);

/// Returns what of each demand assignments serve within the limit.
[[nodiscard]] DemandWeights served_by(SiteScene const& scene,
                                      std::vector<Assignment> const& assignments);

/// Returns the weight of whoever is not served within the limit though an open site is within it.
[[nodiscard]] std::int64_t without_room(SiteScene const& scene, std::vector<SiteId> const& open,
                                        DemandWeights const& served);

/// Returns what each site serves.
[[nodiscard]] IdVector<SiteId, std::int64_t> loads_of(SiteScene const& scene,
                                                      std::vector<Assignment> const& assignments);

/// Returns the steps to the plan: first what opens, the fullest first, then what closes.
/// Ties: the lower SiteId.
[[nodiscard]] std::vector<SiteStep> steps_by_load(SiteScene const& scene,
                                                  std::vector<SiteId> const& opened,
                                                  std::vector<Assignment> const& assignments);

}  // namespace gapmap::engine
