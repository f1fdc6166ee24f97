#pragma once
// Random instances of siting with few sites, and what every set of them is worth.

#include <algorithm>
#include <cstdint>
#include <optional>
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

inline Instance drawn(Random& random) {
  Instance instance;
  auto const sites = random.whole(1, 9);
  instance.costs.site_count = sites;
  auto const demands = random.whole(1, 14);
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

}  // namespace gapmap::siting
