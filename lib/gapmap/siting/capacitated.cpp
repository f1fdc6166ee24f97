#include "gapmap/siting/capacitated.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

#include "gapmap/siting/problems.h"
#include "gapmap/siting/detail/capacitated_search.h"
#include "gapmap/siting/detail/question.h"
#include "gapmap/units/error.h"

namespace gapmap::siting {
namespace {

constexpr auto kNoNumber = std::numeric_limits<std::uint32_t>::max();

void expect_sound(SiteCosts const& costs, SiteCapacities const& capacities) {
  auto const is_negative = [](std::int64_t number) { return number < 0; };
  expects(capacities.of_sites.size() == costs.site_count, "every site has a capacity");
  expects(!std::ranges::any_of(capacities.of_sites, is_negative), "capacities are not negative");
  expects(capacities.loads.empty() || capacities.loads.size() == costs.weights.size(),
          "every demand has a load, or none");
  expects(!std::ranges::any_of(capacities.loads, is_negative), "loads are not negative");
  expects(capacities.loads.empty() || capacities.sourcing == Sourcing::Single,
          "split demands take their weight");
}

/// Without capacities plans are found and proven much faster; what is searched for that is limited.
constexpr std::size_t kRoundsWithoutCapacities = 5000;
constexpr int kShareOfTime = 4;

/// The best plan without capacities, where it was found: none within them is better.
template <class Solve>
std::optional<SitePlan> without_capacities(Effort& effort, Solve const& solve) {
  auto limits = effort.limits_of_part(kRoundsWithoutCapacities);
  if (limits.time) *limits.time /= kShareOfTime;
  Effort part{limits};
  std::optional<SitePlan> plan;
  try {
    plan = solve(part);
  } catch (InputError const&) {
    // That rules allow nothing is said by whoever looks for more than a beginning.
  }
  effort.add(part);
  return plan;
}

/// What one of a demand's weight costs at a pair's cost, and if it is not served.
struct UnitCosts {
  std::function<std::int64_t(std::int64_t)> serving;
  std::int64_t unserved;
};

/// Returns the plan with the value that is paid: the least cost of all demands that some allowed
/// site reaches.
AssignedPlan cheapest(SiteCosts const& costs, SiteRules const& given,
                      SiteCapacities const& capacities, UnitCosts const& unit_costs,
                      std::optional<SitePlan> const& likely, Effort& effort) {
  expect_sound(costs, capacities);
  auto const rules = settled(costs, given);
  Question asked;
  CapacitatedModel model;
  model.capacities.is_split = capacities.sourcing == Sourcing::Split;
  auto& location = model.location;
  location.unit = unit_for(static_cast<double>(unit_costs.unserved) * weight_of_all(costs));
  std::vector<std::uint32_t> numbers(costs.site_count, kNoNumber);
  for (std::uint32_t s = 0; s < costs.site_count; ++s) {
    if (status_of(rules, SiteId{s}) == SiteStatus::Excluded) continue;
    numbers[s] = static_cast<std::uint32_t>(asked.sites.size());
    if (is_always_open(rules, SiteId{s})) model.always_open.push_back(numbers[s]);
    asked.sites.push_back(s);
    location.opening.push_back(0);
    model.capacities.of_sites.push_back(capacities.of_sites[SiteId{s}]);
  }
  asked.required = required_of(costs, rules);
  auto const left = rules.most - asked.required.size();
  auto const free = asked.sites.size() - model.always_open.size();
  asked.model.most = static_cast<std::uint32_t>(std::min<std::size_t>(left, free));
  if (has_set_rules(rules)) add_rules(rules, asked);
  model.rules = std::move(asked.rules);
  location.most = asked.model.most + static_cast<std::uint32_t>(model.always_open.size());

  std::vector<DemandId> demands;
  std::vector<std::uint32_t> row_sites;
  std::vector<std::int64_t> row_costs;
  for (auto const demand : costs.weights.ids()) {
    if (!is_servable(costs, rules, demand)) continue;
    auto const weight = costs.weights[demand];
    auto const load = capacities.loads.empty() ? weight : capacities.loads[demand];
    row_sites.clear();
    row_costs.clear();
    for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
      auto const pair = costs.at(demand, k);
      bool const is_too_much = !model.capacities.is_split && load > capacities.of_sites[pair.site];
      if (numbers[pair.site.value()] == kNoNumber || is_too_much) continue;
      row_sites.push_back(numbers[pair.site.value()]);
      row_costs.push_back(weight * unit_costs.serving(pair.cost) * location.unit);
    }
    location.add(row_sites, row_costs, weight * unit_costs.unserved * location.unit);
    model.capacities.loads.push_back(load);
    demands.push_back(demand);
  }

  if (likely) {
    model.bound = likely->bound * location.unit;
    model.likely = model.always_open;
    for (auto const site : likely->opened) {
      if (!is_always_open(rules, site)) model.likely.push_back(numbers[site.value()]);
    }
  }

  auto const found = search(model, effort);
  if (!found.plan) throw_not_found(found.is_impossible, false);
  AssignedPlan plan;
  for (auto const site : found.plan->open) {
    if (status_of(rules, SiteId{asked.sites[site]}) != SiteStatus::Kept)
      plan.opened.push_back(SiteId{asked.sites[site]});
  }
  std::ranges::sort(plan.opened);
  plan.bound = found.plan->bound / location.unit;
  for (auto const demand : demands) plan.value += costs.weights[demand] * unit_costs.unserved;
  for (auto const& share : found.plan->shares) {
    Assignment const given_to{demands[share.demand], SiteId{asked.sites[share.site]}, share.load};
    plan.assignments.push_back(given_to);
    auto const weight = model.capacities.is_split ? share.load : costs.weights[given_to.demand];
    for (std::size_t k = 0; k < costs.row_size(given_to.demand); ++k) {
      auto const pair = costs.at(given_to.demand, k);
      if (pair.site != given_to.site) continue;
      plan.value -= weight * (unit_costs.unserved - unit_costs.serving(pair.cost));
    }
  }
  std::ranges::sort(plan.assignments, {}, [](Assignment const& of) {
    return std::pair{of.demand, of.site};
  });
  return plan;
}

/// Returns a number that no plan of covering serves more than: what those that are open in any case
/// can serve in parts, and for every further site no more than its capacity and those who reach it.
/// What a maximal flow gains from a set of sites is at most the sum of what it gains from each.
std::int64_t most_within_capacities(SiteCosts const& costs, SiteRules const& rules,
                                    SiteCapacities const& capacities, Effort& effort) {
  SiteRules open_now{.statuses = {}, .most = 0};
  std::uint32_t required = 0;
  for (std::uint32_t s = 0; s < costs.site_count; ++s) {
    auto const status = status_of(rules, SiteId{s});
    required += status == SiteStatus::Required ? 1 : 0;
    open_now.statuses.push_back(is_always_open(rules, SiteId{s}) ? SiteStatus::Kept
                                                                 : SiteStatus::Excluded);
  }
  std::int64_t served = 0;
  for (auto const demand : costs.weights.ids())
    served += is_servable(costs, open_now, demand) ? costs.weights[demand] : 0;
  served -=
      cheapest(costs, open_now, {.of_sites = capacities.of_sites, .sourcing = Sourcing::Split},
               {.serving = [](std::int64_t) { return 0; }, .unserved = 1}, {}, effort)
          .bound;
  IdVector<SiteId, std::int64_t> reach(costs.site_count, 0);
  for (auto const demand : costs.weights.ids()) {
    for (std::size_t k = 0; k < costs.row_size(demand); ++k)
      reach[costs.at(demand, k).site] += costs.weights[demand];
  }
  std::vector<std::int64_t> gains;
  for (auto const site : reach.ids()) {
    if (status_of(rules, site) == SiteStatus::Candidate)
      gains.push_back(std::min(reach[site], capacities.of_sites[site]));
  }
  std::ranges::sort(gains, std::ranges::greater{});
  auto const most =
      std::min<std::size_t>(rules.most - std::min(rules.most, required), gains.size());
  for (std::size_t i = 0; i < most; ++i) served += gains[i];
  return served;
}

}  // namespace

AssignedPlan capacitated_p_median(SiteCosts const& costs, SiteRules const& rules,
                                  SiteCapacities const& capacities, Effort& effort,
                                  std::optional<std::int64_t> cost_unserved) {
  std::int64_t largest = 0;
  for (auto const cost : costs.costs) largest = std::max(largest, cost);
  auto const unserved = cost_unserved.value_or(2 * largest);
  expects(unserved >= largest, "who is not served pays no less than anybody who is");
  auto const likely = without_capacities(
      effort, [&](Effort& part) { return p_median(costs, rules, part, cost_unserved); });
  return cheapest(costs, rules, capacities,
                  {.serving = [](std::int64_t cost) { return cost; }, .unserved = unserved}, likely,
                  effort);
}

AssignedPlan capacitated_covering(SiteCosts const& costs, SiteRules const& rules,
                                  SiteCapacities const& capacities, Effort& effort) {
  std::int64_t servable = 0;
  auto const settled_rules = settled(costs, rules);
  for (auto const demand : costs.weights.ids()) {
    if (is_servable(costs, settled_rules, demand)) servable += costs.weights[demand];
  }
  expect_sound(costs, capacities);
  auto likely = without_capacities(
      effort, [&](Effort& part) { return maximal_covering(costs, rules, part); });
  // Loads of their own are no weights, of which the sum of capacities would tell.
  if (likely && capacities.loads.empty())
    likely->bound =
        std::min(likely->bound, most_within_capacities(costs, settled_rules, capacities, effort));
  if (likely) likely->bound = servable - likely->bound;
  auto plan = cheapest(costs, rules, capacities,
                       {.serving = [](std::int64_t) { return 0; }, .unserved = 1}, likely, effort);
  plan.value = servable - plan.value;
  plan.bound = servable - plan.bound;
  return plan;
}

}  // namespace gapmap::siting
