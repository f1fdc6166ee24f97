#include "gapmap/siting/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "gapmap/siting/detail/cover_reduction.h"
#include "gapmap/siting/detail/location_search.h"
#include "gapmap/siting/detail/question.h"
#include "gapmap/siting/detail/ruled_search.h"
#include "gapmap/units/error.h"

namespace gapmap {

double SitePlan::gap() const noexcept {
  if (is_proven()) return 0;
  if (value == 0) return std::numeric_limits<double>::infinity();
  return std::abs(static_cast<double>(value - bound)) / static_cast<double>(value);
}

namespace siting {
namespace {

/// Rows whose costs are all zero are in the order of sites, so that equal ones are found.
SiteCosts as_covers(SiteCosts const& costs, std::int64_t limit) {
  SiteCosts covers;
  covers.site_count = costs.site_count;
  for (auto const demand : costs.weights.ids()) {
    std::vector<SiteCosts::Pair> row;
    for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
      auto const pair = costs.at(demand, k);
      if (pair.cost > limit) break;
      row.push_back({pair.site, 0});
    }
    covers.add(costs.weights[demand], std::move(row));
  }
  return covers;
}

/// What opening a site costs in problems that do not ask.
std::int64_t nothing(SiteId /*site*/) { return 0; }

constexpr auto kAnyCost = std::numeric_limits<std::int64_t>::max();

/// Calls `visit` with every demand and the cheapest cost among sites that are always open and
/// `opened`, or with `rank` that of the next ones; none if it does not reach so many.
template <class Visit>
void for_each_demand(SiteCosts const& costs, SiteRules const& rules,
                     std::vector<SiteId> const& opened, Visit visit, std::uint32_t rank = 1) {
  IdVector<SiteId, char> is_open(costs.site_count, 0);
  for (std::size_t s = 0; s < costs.site_count; ++s)
    is_open[SiteId{s}] = is_always_open(rules, SiteId{s}) ? 1 : 0;
  for (auto const site : opened) is_open[site] = 1;
  for (auto const demand : costs.weights.ids()) {
    std::optional<std::int64_t> cheapest;
    auto left = rank;
    for (std::size_t k = 0; k < costs.row_size(demand) && !cheapest; ++k) {
      auto const pair = costs.at(demand, k);
      if (is_open[pair.site] != 0 && --left == 0) cheapest = pair.cost;
    }
    visit(demand, cheapest);
  }
}

/// Allows as many sites as are left when `closing` of the candidates are closed.
SiteRules after_closing(SiteCosts const& costs, SiteRules const& rules, std::uint32_t closing) {
  std::uint32_t candidates = 0;
  std::uint32_t required = 0;
  for (std::size_t s = 0; s < costs.site_count; ++s) {
    auto const status = status_of(rules, SiteId{s});
    candidates += status == SiteStatus::Candidate ? 1 : 0;
    required += status == SiteStatus::Required ? 1 : 0;
  }
  if (closing > candidates) {
    throw InputError{
        {},
        fmt::format("{} places are to be closed, but only {} may be", closing, candidates),
        "close fewer, or keep fewer"};
  }
  auto after = rules;
  after.most = required + candidates - closing;
  return after;
}

/// What is found of a question.
struct Answer {
  std::optional<std::vector<SiteId>> opened;  ///< nothing: no allowed set was found
  std::int64_t bound = 0;                     ///< in whole units
  bool is_impossible = false;                 ///< no allowed set does what is asked
};

Answer answered(Question const& ask, Effort& effort, SearchGoal const& goal, bool is_covering) {
  auto const unit = ask.model.unit;
  if (!ask.rules.empty()) {
    auto const found = search(ask.model, ask.rules, effort, goal);
    if (found.plan) return {ask.named(found.plan->open), found.plan->bound / unit};
    return {.opened = std::nullopt, .is_impossible = found.is_impossible};
  }
  if (!is_covering) {
    auto const found = search(ask.model, effort, goal);
    return {ask.named(found.open), found.bound / unit};
  }
  auto const left = without_dominated(ask.model, effort, goal.must_serve);
  auto const found = search(left.model, effort, goal);
  auto open = left.opened;
  for (auto const site : found.open) open.push_back(left.sites[site]);
  return {ask.named(open), found.bound / unit};
}

/// Serves every servable demand of a table of covers with at most `rules.most` sites, which only
/// rules for sets hold it to. Without those it ends early with `enough` sites or when more are
/// needed.
Answer cover_all(SiteCosts const& covers, SiteRules const& rules, Effort& effort,
                 std::uint32_t at_least = 1, std::optional<std::int64_t> enough = {}) {
  std::int64_t dearest = 0;
  for (std::size_t s = 0; s < covers.site_count; ++s) {
    dearest = std::max(dearest, price_of(rules, SiteId{s}));
  }
  // More than the sites that a demand needs: whoever is left out is served for less.
  auto const too_dear = std::int64_t{at_least} * dearest + 1;
  auto const ask =
      question(covers, rules,
               {.opening = [&](SiteId site) { return price_of(rules, site); },
                .serving = [](DemandId, std::int64_t) { return 0; },
                .unserved = [&](DemandId) { return too_dear; },
                .total = static_cast<double>(too_dear) * static_cast<double>(covers.weights.size()),
                .need = at_least});
  SearchGoal goal{.must_serve = true};
  if (enough) {
    goal.good_enough = *enough * ask.model.unit;
    goal.too_much = *enough * ask.model.unit;
  }
  return answered(ask, effort, goal, true);
}

}  // namespace

std::vector<DemandId> unservable(SiteCosts const& costs, SiteRules const& given,
                                 std::uint32_t at_least) {
  auto const rules = settled(costs, given);
  std::vector<DemandId> demands;
  for (auto const demand : costs.weights.ids()) {
    if (!is_servable(costs, rules, demand, at_least)) demands.push_back(demand);
  }
  return demands;
}

SitePlan p_median(SiteCosts const& costs, SiteRules const& given, Effort& effort,
                  std::optional<std::int64_t> cost_unserved) {
  auto const rules = settled(costs, given);
  std::int64_t largest = 0;
  for (auto const cost : costs.costs) largest = std::max(largest, cost);
  auto const unserved = cost_unserved.value_or(2 * largest);
  expects(unserved >= largest, "who is not served pays no less than anybody who is");
  auto const ask = question(
      costs, rules,
      {.opening = nothing,
       .serving = [&](DemandId demand, std::int64_t cost) { return costs.weights[demand] * cost; },
       .unserved = [&](DemandId demand) { return costs.weights[demand] * unserved; },
       .total = static_cast<double>(unserved) * weight_of_all(costs)});
  auto found = answered(ask, effort, {}, false);
  if (!found.opened) throw_not_found(found.is_impossible, false);
  SitePlan plan{std::move(*found.opened), 0, found.bound};
  for_each_demand(costs, rules, plan.opened,
                  [&](DemandId demand, std::optional<std::int64_t> cost) {
                    if (is_servable(costs, rules, demand))
                      plan.value += costs.weights[demand] * cost.value_or(unserved);
                  });
  return plan;
}

SitePlan maximal_covering(SiteCosts const& costs, SiteRules const& given, Effort& effort,
                          std::uint32_t at_least) {
  expects(at_least > 0, "who is served needs a site");
  auto const rules = settled(costs, given);
  auto const covers = as_covers(costs, kAnyCost);
  auto const ask = question(covers, rules,
                            {.opening = nothing,
                             .serving = [](DemandId, std::int64_t) { return 0; },
                             .unserved = [&](DemandId demand) { return covers.weights[demand]; },
                             .total = weight_of_all(covers),
                             .need = at_least});
  auto found = answered(ask, effort, {}, true);
  if (!found.opened) throw_not_found(found.is_impossible, false);
  SitePlan plan{std::move(*found.opened), 0, 0};
  std::int64_t servable = 0;
  for_each_demand(
      covers, rules, plan.opened,
      [&](DemandId demand, std::optional<std::int64_t> cost) {
        if (is_servable(covers, rules, demand, at_least)) servable += covers.weights[demand];
        if (cost) plan.value += covers.weights[demand];
      },
      at_least);
  plan.bound = servable - found.bound;
  return plan;
}

SitePlan least_harm(SiteCosts const& costs, SiteRules const& rules, std::uint32_t closing,
                    Effort& effort) {
  return maximal_covering(costs, after_closing(costs, rules, closing), effort);
}

SitePlan least_added_travel(SiteCosts const& costs, SiteRules const& given, std::uint32_t closing,
                            Effort& effort, std::optional<std::int64_t> cost_unserved) {
  auto const rules = settled(costs, given);
  auto plan = p_median(costs, after_closing(costs, rules, closing), effort, cost_unserved);
  // Now everybody who can be served has the cheapest of all allowed sites.
  std::int64_t now = 0;
  for (auto const demand : costs.weights.ids()) {
    for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
      auto const pair = costs.at(demand, k);
      if (status_of(rules, pair.site) == SiteStatus::Excluded) continue;
      now += costs.weights[demand] * pair.cost;
      break;
    }
  }
  plan.value -= now;
  plan.bound -= now;
  return plan;
}

SitePlan set_covering(SiteCosts const& costs, SiteRules const& given, Effort& effort,
                      std::uint32_t at_least) {
  expects(at_least > 0, "who is served needs a site");
  auto without_most = given;
  without_most.most = SiteRules{}.most;
  auto const rules = settled(costs, std::move(without_most));
  auto cover = cover_all(as_covers(costs, kAnyCost), rules, effort, at_least);
  if (!cover.opened) throw_not_found(cover.is_impossible, true);
  SitePlan plan{std::move(*cover.opened), 0, cover.bound};
  for (auto const site : plan.opened) plan.value += price_of(rules, site);
  return plan;
}

std::optional<SitePlan> p_center(SiteCosts const& costs, SiteRules const& given, Effort& effort) {
  auto const rules = settled(costs, given);
  auto distances = costs.costs;
  std::ranges::sort(distances);
  distances.erase(std::unique(distances.begin(), distances.end()), distances.end());
  auto const greatest = [&](std::vector<SiteId> const& opened) -> std::optional<std::int64_t> {
    std::int64_t most = 0;
    bool is_anybody_left = false;
    for_each_demand(costs, rules, opened, [&](DemandId demand, std::optional<std::int64_t> cost) {
      if (!is_servable(costs, rules, demand)) return;
      is_anybody_left = is_anybody_left || !cost;
      most = std::max(most, cost.value_or(0));
    });
    return is_anybody_left ? std::nullopt : std::optional{most};
  };
  // A demand whose allowed sites are all farther than a limit makes the limit impossible.
  std::int64_t least = 0;
  for (auto const demand : costs.weights.ids()) {
    for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
      auto const pair = costs.at(demand, k);
      if (status_of(rules, pair.site) == SiteStatus::Excluded) continue;
      least = std::max(least, pair.cost);
      break;
    }
  }
  if (distances.empty()) return SitePlan{required_of(costs, rules), 0, 0};
  std::int64_t const most = rules.most;
  auto low =
      static_cast<std::size_t>(std::ranges::lower_bound(distances, least) - distances.begin());
  auto high = distances.size() - 1;
  auto proven = low;  // no limit below this one is possible
  std::optional<SitePlan> best;
  while (low <= high) {
    auto const middle = best || high == low ? low + (high - low) / 2 : high;
    auto const covers = as_covers(costs, distances[middle]);
    auto const cover = has_set_rules(rules)
                           ? cover_all(covers, rules, effort)
                           : cover_all(covers, {.statuses = rules.statuses}, effort, 1, most);
    if (cover.opened && static_cast<std::int64_t>(cover.opened->size()) <= most) {
      auto const value = greatest(*cover.opened);
      best = SitePlan{*cover.opened, value.value_or(0), 0};
      // The plan may be better than was asked.
      high = static_cast<std::size_t>(std::ranges::lower_bound(distances, best->value) -
                                      distances.begin());
      if (high == low) break;
      --high;
    } else {
      // Without rules for sets the bound is of the number of sites.
      bool const is_impossible =
          cover.is_impossible || (!has_set_rules(rules) && cover.bound > most);
      if (!best && is_impossible) return std::nullopt;
      if (!best) throw_not_found(false, true);
      if (is_impossible && proven == low) proven = middle + 1;
      low = middle + 1;
    }
  }
  if (best) best->bound = std::min(best->value, distances[std::min(proven, distances.size() - 1)]);
  return best;
}

}  // namespace siting
}  // namespace gapmap
