#include "gapmap/engine/detail/site_steps.h"

#include <algorithm>

namespace gapmap::engine {
namespace {

std::int64_t weight_of(SiteCosts const& costs, std::vector<DemandId> const& demands) {
  std::int64_t weight = 0;
  for (auto const demand : demands) weight += costs.weights[demand];
  return weight;
}

/// Whether a site is there, whatever the plan may do with it.
bool is_open_now(SiteScene const& scene, SiteId site) { return scene.sites[site].exists; }

/// What opens and what closes, in the order in which ways are shortest.
std::vector<WayStep> ways_of(SiteScene const& scene, std::vector<SiteId> const& opening,
                             std::vector<SiteId> const& closing) {
  WayChanges changes{.open = {}, .opening = opening, .closing = closing};
  for (auto const site : scene.sites.ids()) {
    if (is_open_now(scene, site)) changes.open.push_back(site);
  }
  bool const is_center = scene.job.problem == job::SiteProblem::Center;
  return siting::way_order(scene.costs, scene.rules, changes,
                           is_center ? WaysBy::Longest : WaysBy::Travel);
}

}  // namespace

std::int64_t sum_of(DemandWeights const& weights) {
  std::int64_t sum = 0;
  for (auto const weight : weights) sum += weight;
  return sum;
}

IdVector<SiteId, char> sites_open_after(SiteScene const& scene, std::vector<SiteId> const& opened) {
  IdVector<SiteId, char> is_open(scene.sites.size(), 0);
  for (auto const site : scene.sites.ids())
    is_open[site] = scene.rules.statuses[site] == SiteStatus::Kept ? 1 : 0;
  for (auto const site : opened) is_open[site] = 1;
  return is_open;
}

OpenSites::OpenSites(SiteCosts const& costs, std::uint32_t at_least)
    : costs_{costs},
      at_least_{at_least},
      reached_by_(costs.site_count),
      count_(costs.weights.size(), 0) {
  for (auto const demand : costs.weights.ids()) {
    for (std::size_t k = 0; k < costs.row_size(demand); ++k)
      reached_by_[costs.at(demand, k).site].push_back(demand);
  }
}

std::vector<DemandId> OpenSites::open(SiteId site) {
  std::vector<DemandId> changed;
  for (auto const demand : reached_by_[site]) {
    if (++count_[demand] == at_least_) changed.push_back(demand);
  }
  return changed;
}

std::vector<DemandId> OpenSites::close(SiteId site) {
  std::vector<DemandId> changed;
  for (auto const demand : reached_by_[site]) {
    if (count_[demand]-- == at_least_) changed.push_back(demand);
  }
  return changed;
}

std::int64_t OpenSites::loss(SiteId site) const {
  std::int64_t weight = 0;
  for (auto const demand : reached_by_[site])
    weight += count_[demand] == at_least_ ? costs_.weights[demand] : 0;
  return weight;
}

std::int64_t OpenSites::served(DemandWeights const& weights) const {
  std::int64_t weight = 0;
  for (auto const demand : weights.ids()) weight += serves(demand) ? weights[demand] : 0;
  return weight;
}

OpenSites open_before(SiteScene const& scene) {
  OpenSites open{scene.served, scene.job.at_least};
  for (auto const site : scene.sites.ids()) {
    if (is_open_now(scene, site)) open.open(site);
  }
  return open;
}

OpenSites open_after(SiteScene const& scene, std::vector<SiteId> const& opened) {
  OpenSites open{scene.served, scene.job.at_least};
  auto const is_open = sites_open_after(scene, opened);
  for (auto const site : is_open.ids()) {
    if (is_open[site] != 0) open.open(site);
  }
  return open;
}

std::vector<SiteStep> steps_of(SiteScene const& scene, std::vector<SiteId> const& opened) {
  auto const is_open = sites_open_after(scene, opened);
  std::vector<SiteId> opening;
  std::vector<SiteId> closing;
  SiteRules now;
  for (auto const site : scene.sites.ids()) {
    bool const is_there = is_open_now(scene, site);
    bool const is_planned = is_open[site] != 0;
    if (is_planned && !is_there) opening.push_back(site);
    if (is_there && !is_planned) closing.push_back(site);
    now.statuses.push_back(is_there ? SiteStatus::Kept : SiteStatus::Candidate);
  }
  auto open = open_before(scene);
  auto together = open.served(scene.served.weights);
  std::vector<SiteStep> steps;
  auto const add = [&](SiteId site, bool opens) -> SiteStep& {
    auto changed = opens ? open.open(site) : open.close(site);
    auto const adds = (opens ? 1 : -1) * weight_of(scene.served, changed);
    together += adds;
    return steps.emplace_back(SiteStep{site, opens, adds, together, {}, {}, std::move(changed)});
  };
  if (scene.job.is_of_ways()) {
    for (auto const& way : ways_of(scene, opening, closing)) {
      auto& step = add(way.site, std::ranges::binary_search(opening, way.site));
      step.travel = way.travel;
      step.longest = way.longest;
    }
    return steps;
  }
  for (auto const& [site, adds, sum] : siting::opening_order(scene.served, now, opening))
    add(site, true);
  while (!closing.empty()) {
    auto const least =
        std::ranges::min_element(closing, {}, [&](SiteId site) { return open.loss(site); });
    auto const site = *least;
    closing.erase(least);
    add(site, false);
  }
  return steps;
}

}  // namespace gapmap::engine
