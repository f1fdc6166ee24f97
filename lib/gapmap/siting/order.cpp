#include "gapmap/siting/order.h"

#include <algorithm>
#include <utility>

#include "gapmap/siting/problems.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::siting {

std::vector<OpeningStep> opening_order(SiteCosts const& costs, SiteRules const& rules,
                                       std::vector<SiteId> const& opened) {
  IdVector<SiteId, std::vector<DemandId>> serves(costs.site_count);
  for (auto const demand : costs.weights.ids()) {
    for (std::size_t k = 0; k < costs.row_size(demand); ++k)
      serves[costs.at(demand, k).site].push_back(demand);
  }
  IdVector<DemandId, char> is_served(costs.weights.size(), 0);
  std::int64_t together = 0;
  auto const open = [&](SiteId site) {
    std::int64_t adds = 0;
    for (auto const demand : serves[site]) {
      if (std::exchange(is_served[demand], 1) == 0) adds += costs.weights[demand];
    }
    together += adds;
    return adds;
  };
  for (auto const site : rules.statuses.ids()) {
    if (rules.statuses[site] == SiteStatus::Kept) open(site);
  }
  auto left = opened;
  std::ranges::sort(left);
  std::vector<OpeningStep> steps;
  while (!left.empty()) {
    stop_if_asked();
    auto const adds = [&](SiteId site) {
      std::int64_t weight = 0;
      for (auto const demand : serves[site])
        weight += is_served[demand] == 0 ? costs.weights[demand] : 0;
      return weight;
    };
    auto const best = std::ranges::max_element(left, {}, adds);
    auto const site = *best;
    left.erase(best);
    auto const added = open(site);
    steps.push_back({site, added, together});
  }
  return steps;
}

std::vector<SitePlan> covering_curve(SiteCosts const& costs, SiteRules const& rules,
                                     EffortLimits const& limits) {
  std::int64_t all = 0;
  for (auto const weight : costs.weights) all += weight;
  for (auto const demand : unservable(costs, rules)) all -= costs.weights[demand];
  std::vector<SitePlan> plans;
  auto const required =
      static_cast<std::uint32_t>(std::ranges::count(rules.statuses, SiteStatus::Required));
  for (auto sites = required; sites <= rules.most; ++sites) {
    Effort effort{limits};
    auto plan = maximal_covering(costs, {.statuses = rules.statuses, .most = sites}, effort);
    // Without time enough a smaller plan may be better.
    if (!plans.empty() && plans.back().value > plan.value) {
      plan.value = plans.back().value;
      plan.opened = plans.back().opened;
    }
    plans.push_back(std::move(plan));
    if (plans.back().value == all) break;
  }
  return plans;
}

}  // namespace gapmap::siting
