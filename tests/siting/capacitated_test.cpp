// Sites that serve only so much, against trying every set and every way to share out demands.
#include "gapmap/siting/capacitated.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <map>

#include "gapmap/siting/problems.h"
#include "gapmap/units/error.h"
#include "tests/siting/instance.h"
#include "tests/support/random.h"

namespace gapmap::siting {
namespace {

struct Limited {
  Instance instance;
  SiteCapacities capacities;
  std::int64_t unserved = 0;

  [[nodiscard]] std::int64_t load(DemandId demand) const {
    return capacities.loads.empty() ? instance.costs.weights[demand] : capacities.loads[demand];
  }
};

Limited drawn_limited(Random& random, Sourcing sourcing) {
  Limited limited{drawn_with_rules(random, 5, 6), {}, 0};
  auto& costs = limited.instance.costs;
  for (auto& weight : costs.weights) weight = random.whole(0, 4);
  limited.capacities.sourcing = sourcing;
  for (std::size_t s = 0; s < costs.site_count; ++s)
    limited.capacities.of_sites.push_back(random.whole(0, 7));
  if (sourcing == Sourcing::Single && random.chance(0.5)) {
    for (std::size_t d = 0; d < costs.weights.size(); ++d)
      limited.capacities.loads.push_back(random.whole(0, 4));
  }
  limited.unserved = 2 * limited.instance.largest();
  return limited;
}

/// The least that demands pay with open sites, by what is used of the capacities after each demand.
/// `is_covering`: who is served pays nothing, others their weight.
std::int64_t least_paid(Limited const& limited, Instance const& settled, std::uint32_t set,
                        bool is_covering) {
  auto const& costs = settled.costs;
  using Used = std::vector<std::int64_t>;
  std::map<Used, std::int64_t> now{{Used(costs.site_count, 0), 0}};
  for (auto const demand : costs.weights.ids()) {
    std::size_t allowed = 0;
    for (std::size_t k = 0; k < costs.row_size(demand); ++k)
      allowed += settled.status(costs.at(demand, k).site.value()) != SiteStatus::Excluded ? 1 : 0;
    if (allowed == 0) continue;
    bool const is_split = limited.capacities.sourcing == Sourcing::Split;
    auto const parts = is_split ? costs.weights[demand] : 1;
    auto const weight = is_split ? 1 : costs.weights[demand];
    auto const load = is_split ? 1 : limited.load(demand);
    for (std::int64_t part = 0; part < parts; ++part) {
      std::map<Used, std::int64_t> next;
      auto const keep = [&](Used const& used, std::int64_t paid) {
        auto const [at, is_new] = next.try_emplace(used, paid);
        if (!is_new) at->second = std::min(at->second, paid);
      };
      for (auto const& [used, paid] : now) {
        keep(used, paid + weight * (is_covering ? 1 : limited.unserved));
        for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
          auto const [site, cost] = costs.at(demand, k);
          bool const is_open =
              settled.status(site.value()) == SiteStatus::Kept || (set >> site.value() & 1U) != 0;
          if (!is_open || used[site.value()] + load > limited.capacities.of_sites[site]) continue;
          auto then = used;
          then[site.value()] += load;
          keep(then, paid + (is_covering ? 0 : weight * cost));
        }
      }
      now = std::move(next);
    }
  }
  auto least = now.begin()->second;
  for (auto const& [used, paid] : now) least = std::min(least, paid);
  return least;
}

/// What the assignments of a plan cost; they fit and are of open sites.
std::int64_t paid_by(Limited const& limited, Instance const& settled, AssignedPlan const& plan,
                     bool is_covering) {
  auto const& costs = settled.costs;
  std::map<SiteId, std::int64_t> used;
  std::map<DemandId, std::int64_t> served;
  std::int64_t paid = 0;
  for (auto const demand : costs.weights.ids()) {
    std::size_t allowed = 0;
    for (std::size_t k = 0; k < costs.row_size(demand); ++k)
      allowed += settled.status(costs.at(demand, k).site.value()) != SiteStatus::Excluded ? 1 : 0;
    if (allowed > 0) paid += costs.weights[demand] * (is_covering ? 1 : limited.unserved);
  }
  for (auto const& [demand, site, load] : plan.assignments) {
    EXPECT_TRUE(settled.status(site.value()) == SiteStatus::Kept ||
                (set_of(plan) >> site.value() & 1U) != 0);
    used[site] += load;
    bool const is_split = limited.capacities.sourcing == Sourcing::Split;
    if (!is_split) {
      EXPECT_EQ(load, limited.load(demand));
      EXPECT_EQ(served.count(demand), 0U);
    }
    served[demand] += load;
    EXPECT_LE(served[demand], limited.load(demand));
    bool is_reached = false;
    for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
      if (costs.at(demand, k).site != site) continue;
      is_reached = true;
      auto const weight = is_split ? load : costs.weights[demand];
      paid -= weight * (is_covering ? 1 : limited.unserved - costs.at(demand, k).cost);
    }
    EXPECT_TRUE(is_reached);
  }
  for (auto const& [site, load] : used) EXPECT_LE(load, limited.capacities.of_sites[site]);
  return paid;
}

AssignedPlan solved(Limited const& limited, bool is_covering, Effort& effort) {
  auto const& [instance, capacities, unserved] = limited;
  return is_covering ? capacitated_covering(instance.costs, instance.rules, capacities, effort)
                     : capacitated_p_median(instance.costs, instance.rules, capacities, effort);
}

void hold_against_all(Sourcing sourcing, bool is_covering, int rounds) {
  Random random{31};
  int plans = 0;
  int limits = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE(round);
    auto const limited = drawn_limited(random, sourcing);
    auto const& instance = limited.instance;
    auto const settled = settled_by_hand(instance);
    std::optional<std::int64_t> best;
    for (std::uint32_t set = 0; set < 1U << instance.costs.site_count; ++set) {
      if (!keeps_rules(instance, set)) continue;
      if (static_cast<std::uint32_t>(std::popcount(set)) > instance.rules.most) continue;
      auto const paid = least_paid(limited, settled, set, is_covering);
      best = std::min(best.value_or(paid), paid);
    }
    Effort effort;
    if (!best) {
      EXPECT_THROW(static_cast<void>(solved(limited, is_covering, effort)), InputError);
      continue;
    }
    std::int64_t servable = 0;
    for (auto const demand : instance.costs.weights.ids()) {
      bool is_servable_at_all = false;
      for (std::size_t k = 0; k < instance.costs.row_size(demand); ++k) {
        auto const site = instance.costs.at(demand, k).site.value();
        is_servable_at_all = is_servable_at_all || settled.status(site) != SiteStatus::Excluded;
      }
      if (is_servable_at_all) servable += instance.costs.weights[demand];
    }
    auto const paid = [&](std::int64_t value) { return is_covering ? servable - value : value; };
    auto const plan = solved(limited, is_covering, effort);
    ASSERT_TRUE(keeps_rules(instance, set_of(plan)));
    ASSERT_LE(plan.opened.size(), instance.rules.most);
    ASSERT_EQ(paid(plan.value), paid_by(limited, settled, plan, is_covering));
    ASSERT_EQ(paid(plan.value), *best);
    ASSERT_TRUE(plan.is_proven()) << plan.value << " " << plan.bound;
    for (std::size_t const rounds_left : {0U, 1U, 5U}) {
      Effort little{{.rounds = rounds_left}};
      auto const early = solved(limited, is_covering, little);
      ASSERT_EQ(paid(early.value), paid_by(limited, settled, early, is_covering));
      ASSERT_GE(paid(early.value), *best);
      ASSERT_LE(paid(early.bound), *best);
    }
    ++plans;
    limits += least_paid(limited, settled, (1U << instance.costs.site_count) - 1, is_covering) > 0;
  }
  EXPECT_GT(plans, rounds / 2);
  EXPECT_GT(limits, rounds / 10);
}

TEST(Capacitated, PMedianOfWholeDemandsTravelsLeast) {
  hold_against_all(Sourcing::Single, false, 800);
}
TEST(Capacitated, PMedianOfSplitDemandsTravelsLeast) {
  hold_against_all(Sourcing::Split, false, 800);
}
TEST(Capacitated, CoveringOfWholeDemandsServesMost) {
  hold_against_all(Sourcing::Single, true, 800);
}
TEST(Capacitated, CoveringOfSplitDemandsServesMost) {
  hold_against_all(Sourcing::Split, true, 800);
}

TEST(Capacitated, WhereNothingIsEverFullThePlanIsThatWithoutCapacities) {
  Random random{32};
  for (int round = 0; round < 100; ++round) {
    SCOPED_TRACE(round);
    auto const instance = drawn(random, 20, 60);
    SiteCapacities const capacities{
        .of_sites = IdVector<SiteId, std::int64_t>(instance.costs.site_count, 1000)};
    Effort effort;
    auto const within = capacitated_covering(instance.costs, instance.rules, capacities, effort);
    Effort other;
    auto const without = maximal_covering(instance.costs, instance.rules, other);
    ASSERT_EQ(within.value, without.value);
    ASSERT_EQ(effort.rounds(), other.rounds()) << "nothing else is looked for";
  }
}

TEST(Capacitated, WherePlacesFillThePlanIsProvenByTheirCapacities) {
  // Sixty demands of ten on a line; each site reaches ten of them and has room for fifteen.
  SiteCosts costs;
  costs.site_count = 50;
  for (std::size_t d = 0; d < 60; ++d) {
    std::vector<SiteCosts::Pair> row;
    for (std::size_t s = d < 10 ? 0 : d - 9; s <= std::min<std::size_t>(d, 49); ++s)
      row.push_back({SiteId{s}, 0});
    costs.add(10, std::move(row));
  }
  SiteRules rules{.statuses = {}, .most = 6};
  for (std::size_t s = 0; s < 50; ++s)
    rules.statuses.push_back(s == 25 ? SiteStatus::Kept : SiteStatus::Candidate);
  for (auto const& [sourcing, best] :
       {std::pair{Sourcing::Split, 7 * 15}, {Sourcing::Single, 7 * 10}}) {
    SiteCapacities const capacities{.of_sites = IdVector<SiteId, std::int64_t>(50, 15),
                                    .sourcing = sourcing};
    Effort effort{{.rounds = 20'000}};
    auto const plan = capacitated_covering(costs, rules, capacities, effort);
    EXPECT_EQ(plan.value, best);
    EXPECT_TRUE(plan.is_proven());
  }
}

}  // namespace
}  // namespace gapmap::siting
