#pragma once
// Random instances of siting with few sites, and what every set of them is worth.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "gapmap/siting/plan.h"
#include "tests/support/random.h"

namespace gapmap::siting {

/// What a set of sites is worth by each problem, added up by hand.
struct Worth {
  std::int64_t travel = 0;
  std::int64_t served = 0;
  std::int64_t greatest = 0;
  bool serves_all = true;
};

struct Instance {
  SiteCosts costs;
  SiteRules rules;

  [[nodiscard]] SiteStatus status(std::size_t site) const {
    return rules.statuses.empty() ? SiteStatus::Candidate : rules.statuses[SiteId{site}];
  }
  [[nodiscard]] bool may_open(std::uint32_t set) const {
    for (std::size_t s = 0; s < costs.site_count; ++s) {
      bool const is_in = (set >> s & 1U) != 0;
      if (is_in ? status(s) == SiteStatus::Kept || status(s) == SiteStatus::Excluded
                : status(s) == SiteStatus::Required)
        return false;
    }
    return true;
  }
  [[nodiscard]] std::int64_t largest() const {
    std::int64_t most = 0;
    for (auto const cost : costs.costs) most = std::max(most, cost);
    return most;
  }
  /// `at_least`: open sites that a demand needs to be served.
  [[nodiscard]] Worth of(std::uint32_t set, std::uint32_t at_least = 1) const {
    Worth worth;
    for (auto const demand : costs.weights.ids()) {
      std::uint32_t allowed = 0;
      std::uint32_t open = 0;
      std::optional<std::int64_t> cost;
      for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
        auto const pair = costs.at(demand, k);
        auto const site = pair.site.value();
        allowed += status(site) != SiteStatus::Excluded ? 1 : 0;
        bool const is_open = status(site) == SiteStatus::Kept || (set >> site & 1U) != 0;
        open += is_open ? 1 : 0;
        if (is_open && open == at_least) cost = pair.cost;
      }
      if (allowed < at_least) continue;
      worth.travel += costs.weights[demand] * cost.value_or(2 * largest());
      worth.served += cost ? costs.weights[demand] : 0;
      worth.greatest = std::max(worth.greatest, cost.value_or(0));
      worth.serves_all = worth.serves_all && cost;
    }
    return worth;
  }
};

inline Instance drawn(Random& random, std::uint32_t most_sites = 9,
                      std::uint32_t most_demands = 14) {
  Instance instance;
  auto const sites = random.whole(1, most_sites);
  instance.costs.site_count = sites;
  auto const demands = random.whole(1, most_demands);
  auto const density = random.chance(0.3) ? 1.0 : 0.4;
  auto const costs = random.chance(0.5) ? 1000U : 4U;  // many ties
  for (std::uint32_t d = 0; d < demands; ++d) {
    std::vector<SiteCosts::Pair> row;
    for (std::uint32_t s = 0; s < sites; ++s) {
      if (random.chance(density)) row.push_back({SiteId{s}, random.whole(0, costs)});
    }
    instance.costs.add(random.whole(0, 9), std::move(row));
  }
  std::uint32_t required = 0;
  if (random.chance(0.5)) {
    for (std::uint32_t s = 0; s < sites; ++s) {
      instance.rules.statuses.push_back(random.chance(0.2)   ? SiteStatus::Kept
                                        : random.chance(0.2) ? SiteStatus::Excluded
                                        : random.chance(0.1) ? SiteStatus::Required
                                                             : SiteStatus::Candidate);
      required += instance.rules.statuses[SiteId{s}] == SiteStatus::Required ? 1 : 0;
    }
  }
  instance.rules.most = random.whole(required, sites);
  return instance;
}

inline std::uint32_t set_of(SitePlan const& plan) {
  std::uint32_t set = 0;
  for (auto const site : plan.opened) set |= 1U << site.value();
  return set;
}

inline std::int64_t price_of_set(Instance const& instance, std::uint32_t set) {
  std::int64_t sum = 0;
  for (std::size_t s = 0; s < instance.costs.site_count; ++s) {
    if ((set >> s & 1U) != 0)
      sum += instance.rules.prices.empty() ? 1 : instance.rules.prices[SiteId{s}];
  }
  return sum;
}

/// An instance with rules of one, two or all three kinds.
inline Instance drawn_with_rules(Random& random, std::uint32_t most_sites = 9,
                                 std::uint32_t most_demands = 14) {
  auto instance = drawn(random, most_sites, most_demands);
  auto& rules = instance.rules;
  auto const sites = static_cast<std::uint32_t>(instance.costs.site_count);
  auto const kinds = random.whole(1, 7);
  if ((kinds & 1U) != 0) {
    for (std::uint32_t s = 0; s < sites; ++s) rules.prices.push_back(random.whole(0, 9));
    rules.budget = random.whole(0, 4 * sites);
  }
  if ((kinds & 2U) != 0 && sites > 1) {
    auto const pairs = random.whole(1, sites);
    for (std::uint32_t k = 0; k < pairs; ++k) {
      auto const one = random.whole(0, sites - 2);
      rules.apart.push_back({SiteId{one}, SiteId{random.whole(one + 1, sites - 1)}});
    }
  }
  if ((kinds & 4U) != 0) {
    rules.quotas.resize(random.whole(1, 3));
    for (std::uint32_t s = 0; s < sites; ++s) {
      auto const group = random.whole(0, 3);
      if (group < rules.quotas.size()) rules.quotas[group].sites.push_back(SiteId{s});
    }
    for (auto& quota : rules.quotas) {
      if (random.chance(0.4)) quota.least = random.whole(0, 2);
      if (random.chance(0.6)) quota.most = quota.least + random.whole(0, 1);
    }
  }
  return instance;
}

/// Whether a set keeps the rules but `most`, looked at one by one.
inline bool keeps_rules(Instance const& instance, std::uint32_t set) {
  if (!instance.may_open(set)) return false;
  auto const& rules = instance.rules;
  auto const has = [&](SiteId site) { return (set >> site.value() & 1U) != 0; };
  auto const is_kept = [&](SiteId site) {
    return instance.status(site.value()) == SiteStatus::Kept;
  };
  if (rules.budget && price_of_set(instance, set) > *rules.budget) return false;
  for (auto const& [one, other] : rules.apart) {
    bool const are_both = (has(one) || is_kept(one)) && (has(other) || is_kept(other));
    if (are_both && !(is_kept(one) && is_kept(other))) return false;
  }
  return std::ranges::all_of(rules.quotas, [&](SiteQuota const& quota) {
    auto const opened = std::ranges::count_if(quota.sites, has);
    return opened >= quota.least && opened <= quota.most;
  });
}

/// The instance as the problems see it: candidates too near sites that are always open are
/// excluded.
inline Instance settled_by_hand(Instance instance) {
  auto& statuses = instance.rules.statuses;
  auto const before = statuses;
  for (auto const& [one, other] : instance.rules.apart) {
    for (auto const& [open, near] : {std::pair{one, other}, std::pair{other, one}}) {
      if (before.empty()) continue;
      bool const is_open = before[open] == SiteStatus::Kept || before[open] == SiteStatus::Required;
      if (is_open && before[near] == SiteStatus::Candidate) statuses[near] = SiteStatus::Excluded;
    }
  }
  return instance;
}

}  // namespace gapmap::siting
