#include "gapmap/siting/order.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "gapmap/siting/detail/question.h"
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

namespace {

/// Returns the plan with the site added that adds most weight; nothing if none adds any.
std::optional<CurvePlan> with_next_site(SiteCosts const& costs, SiteRules const& rules,
                                        CurvePlan const& plan, std::uint32_t at_least) {
  IdVector<SiteId, char> is_open(costs.site_count, 0);
  for (auto const site : rules.statuses.ids())
    is_open[site] = rules.statuses[site] == SiteStatus::Kept ? 1 : 0;
  for (auto const site : plan.opened) is_open[site] = 1;
  IdVector<SiteId, std::int64_t> adds(costs.site_count, 0);
  for (auto const demand : costs.weights.ids()) {
    std::uint32_t open = 0;
    for (std::size_t k = 0; k < costs.row_size(demand); ++k)
      open += is_open[costs.at(demand, k).site] != 0 ? 1 : 0;
    if (open + 1 != at_least) continue;
    for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
      auto const site = costs.at(demand, k).site;
      bool const may_open = status_of(rules, site) == SiteStatus::Candidate && is_open[site] == 0;
      if (may_open) adds[site] += costs.weights[demand];
    }
  }
  auto const most = std::ranges::max_element(adds);
  if (most == adds.end() || *most == 0) return std::nullopt;
  auto next = plan;
  next.value += *most;
  next.opened.push_back(SiteId{static_cast<std::size_t>(most - adds.begin())});
  std::ranges::sort(next.opened);
  return next;
}

/// How many sites may be opened at most, all together.
std::uint32_t most_opened(SiteCosts const& costs, SiteRules const& rules) {
  std::uint32_t sites = 0;
  std::int64_t left = rules.budget.value_or(0);
  std::vector<std::int64_t> prices;
  for (std::size_t s = 0; s < costs.site_count; ++s) {
    auto const status = status_of(rules, SiteId{s});
    if (status == SiteStatus::Candidate) prices.push_back(price_of(rules, SiteId{s}));
    if (status != SiteStatus::Required) continue;
    ++sites;
    left -= price_of(rules, SiteId{s});
  }
  std::ranges::sort(prices);
  for (auto const price : prices) {
    if (rules.budget && price > left) break;
    left -= price;
    ++sites;
  }
  return std::min(sites, rules.most);
}

}  // namespace

std::vector<CurvePlan> covering_curve(SiteCosts const& costs, SiteRules const& rules,
                                      EffortLimits const& limits, std::uint32_t at_least) {
  std::int64_t all = 0;
  for (auto const weight : costs.weights) all += weight;
  for (auto const demand : unservable(costs, rules, at_least)) all -= costs.weights[demand];
  auto const required = static_cast<std::uint32_t>(required_of(costs, rules).size());
  auto const least = std::min(required, rules.most);
  auto const most = std::max(most_opened(costs, rules), least);
  std::vector<CurvePlan> plans;
  for (auto sites = least; sites <= most; ++sites) {
    if (!plans.empty() && limits.finish.stop_requested()) break;
    auto with_so_many = rules;
    with_so_many.most = sites;
    Effort effort{limits};
    try {
      plans.push_back({maximal_covering(costs, with_so_many, effort, at_least), sites});
    } catch (InputError const&) {
      if (limits.finish.stop_requested()) break;
      // Quotas may ask for more than that; the curve begins with the fewest that keep the rules.
      if (plans.empty() && sites == most) throw;
      if (plans.empty()) continue;
      // None was found in time, but the one before is allowed.
      plans.push_back(plans.back());
      plans.back().most = sites;
      plans.back().bound = all;
    }
    if (plans.size() > 1) {
      // Without time enough a smaller plan may be better, or with one site more.
      auto const& before = plans[plans.size() - 2];
      auto const next =
          has_set_rules(rules) ? std::nullopt : with_next_site(costs, rules, before, at_least);
      auto const& known = next ? *next : before;
      auto& plan = plans.back();
      if (known.value > plan.value) {
        plan.value = known.value;
        plan.opened = known.opened;
      }
    }
    if (plans.back().value == all) break;
  }
  // What more sites cannot serve, fewer cannot.
  for (auto k = plans.size(); k-- > 1;)
    plans[k - 1].bound = std::min(plans[k - 1].bound, plans[k].bound);
  return plans;
}

}  // namespace gapmap::siting
