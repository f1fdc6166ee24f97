#include "gapmap/engine/detail/site_capacities.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gapmap/engine/detail/site_steps.h"

namespace gapmap::engine {
namespace {

/// What the job says one number of, else what the site has.
std::optional<double> capacity_of(job::SiteJob const& job, Site const& site) {
  auto const& of = site.exists ? job.capacities.places : job.capacities.candidates;
  return of.number ? of.number : site.capacity;
}

bool is_within_limit(SiteScene const& scene, DemandId demand, SiteId site) {
  for (std::size_t k = 0; k < scene.served.row_size(demand); ++k) {
    if (scene.served.at(demand, k).site == site) return true;
  }
  return false;
}

std::vector<SiteId> all_of(IdVector<SiteId, char> const& is_open) {
  std::vector<SiteId> sites;
  for (auto const site : is_open.ids()) {
    if (is_open[site] != 0) sites.push_back(site);
  }
  return sites;
}

}  // namespace

void set_capacities(SiteScene& scene, Listener& listener) {
  auto const& job = scene.job;
  if (!job.capacities.has_capacities) return;
  // More than everybody is no more use.
  auto const most = std::max({sum_of(scene.costs.weights), sum_of(scene.low), sum_of(scene.high)});
  auto const unit = static_cast<double>(scene.weight_unit);
  SiteCapacities capacities{.sourcing =
                                job.capacities.is_split ? Sourcing::Split : Sourcing::Single};
  std::vector<std::string> unknown_places;
  std::vector<std::string> unknown_candidates;
  for (auto const s : scene.sites.ids()) {
    auto& site = scene.sites[s];
    site.capacity = capacity_of(job, site);
    if (!site.capacity) {
      (site.exists ? unknown_places : unknown_candidates).push_back(site.name);
      scene.rules.statuses[s] = SiteStatus::Excluded;
    }
    // Rounded down: nobody is put where there is no room.
    auto const units = std::min(std::floor(site.capacity.value_or(0) * unit), 0x1p62);
    capacities.of_sites.push_back(std::min(static_cast<std::int64_t>(units), most));
  }
  if (!unknown_places.empty()) {
    throw UsageError{"place-capacity",
                     fmt::format("places without a capacity: {}; first: {}", unknown_places.size(),
                                 unknown_places.front()),
                     "fill it in, name its field, or write one number for all places"};
  }
  if (!unknown_candidates.empty()) {
    listener.remark(fmt::format("candidates: {} without a capacity stay closed; first: {}",
                                unknown_candidates.size(), unknown_candidates.front()));
  }
  scene.capacities = std::move(capacities);
}

AssignedPlan capacitated_plan(SiteScene const& scene, SiteCosts const& costs,
                              SiteRules const& rules, siting::Effort& effort) {
  return scene.job.problem == job::SiteProblem::Median
             ? siting::capacitated_p_median(costs, rules, *scene.capacities, effort)
             : siting::capacitated_covering(costs, rules, *scene.capacities, effort);
}

AssignedPlan capacitated_plan_of(SiteScene const& scene, SiteCosts const& costs,
                                 std::vector<SiteId> const& open, siting::Effort& effort) {
  SiteRules rules{.statuses = scene.rules.statuses, .most = 0};
  for (auto& status : rules.statuses)
    status = status == SiteStatus::Excluded ? SiteStatus::Excluded : SiteStatus::Candidate;
  for (auto const site : open) rules.statuses[site] = SiteStatus::Kept;
  return capacitated_plan(scene, costs, rules, effort);
}

std::vector<SiteId> open_sites_now(SiteScene const& scene) {
  IdVector<SiteId, char> is_open;
  for (auto const& site : scene.sites) is_open.push_back(site.exists ? 1 : 0);
  return all_of(is_open);
}

std::vector<SiteId> open_sites_after(SiteScene const& scene, std::vector<SiteId> const& opened) {
  return all_of(sites_open_after(scene, opened));
}

DemandWeights served_by(SiteScene const& scene, std::vector<Assignment> const& assignments) {
  DemandWeights served(scene.demands.size(), 0);
  for (auto const& [demand, site, load] : assignments) {
    if (is_within_limit(scene, demand, site)) served[demand] += load;
  }
  return served;
}

std::int64_t without_room(SiteScene const& scene, std::vector<SiteId> const& open,
                          DemandWeights const& served) {
  std::int64_t weight = 0;
  for (auto const demand : served.ids()) {
    auto const left = scene.served.weights[demand] - served[demand];
    if (left == 0) continue;
    for (std::size_t k = 0; k < scene.served.row_size(demand); ++k) {
      if (!std::ranges::binary_search(open, scene.served.at(demand, k).site)) continue;
      weight += left;
      break;
    }
  }
  return weight;
}

IdVector<SiteId, std::int64_t> loads_of(SiteScene const& scene,
                                        std::vector<Assignment> const& assignments) {
  IdVector<SiteId, std::int64_t> loads(scene.sites.size(), 0);
  for (auto const& assignment : assignments) loads[assignment.site] += assignment.load;
  return loads;
}

std::vector<SiteStep> steps_by_load(SiteScene const& scene, std::vector<SiteId> const& opened,
                                    std::vector<Assignment> const& assignments) {
  auto const now = open_sites_now(scene);
  auto const then = open_sites_after(scene, opened);
  std::vector<SiteStep> steps;
  for (auto const site : then) {
    if (!std::ranges::binary_search(now, site)) steps.push_back({.site = site, .opens = true});
  }
  auto const loads = loads_of(scene, assignments);
  std::ranges::stable_sort(steps, std::greater{},
                           [&](SiteStep const& step) { return loads[step.site]; });
  for (auto const site : now) {
    if (!std::ranges::binary_search(then, site)) steps.push_back({.site = site, .opens = false});
  }
  return steps;
}

}  // namespace gapmap::engine
