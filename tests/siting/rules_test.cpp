// Rules for sets of sites, against trying every set that keeps them.
#include <gtest/gtest.h>

#include <bit>
#include <functional>

#include "gapmap/siting/problems.h"
#include "gapmap/units/error.h"
#include "tests/siting/instance.h"
#include "tests/support/random.h"

namespace gapmap::siting {
namespace {

std::int64_t price_of_set(Instance const& instance, std::uint32_t set) {
  std::int64_t sum = 0;
  for (std::size_t s = 0; s < instance.costs.site_count; ++s) {
    if ((set >> s & 1U) != 0)
      sum += instance.rules.prices.empty() ? 1 : instance.rules.prices[SiteId{s}];
  }
  return sum;
}

/// An instance with rules of one, two or all three kinds.
Instance drawn_with_rules(Random& random) {
  auto instance = drawn(random);
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
bool keeps_rules(Instance const& instance, std::uint32_t set) {
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
Instance settled_by_hand(Instance instance) {
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

struct Found {
  int plans = 0;
  int errors = 0;
};

/// Solves instances with `solve`, which gives what is minimised of the plan it returns, and holds
/// the plans against every set that keeps the rules and that `value` is of.
Found hold_against_sets(
    int rounds, bool counts_most, std::function<SitePlan(Instance const&, Effort&)> const& solve,
    std::function<std::optional<std::int64_t>(Instance const&, std::uint32_t)> const& value,
    int sign) {
  Random random{77};
  Found found;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE(round);
    auto const instance = drawn_with_rules(random);
    auto const settled = settled_by_hand(instance);
    std::optional<std::int64_t> best;
    for (std::uint32_t set = 0; set < 1U << instance.costs.site_count; ++set) {
      if (!keeps_rules(instance, set)) continue;
      if (counts_most && static_cast<std::uint32_t>(std::popcount(set)) > instance.rules.most)
        continue;
      if (auto const worth = value(settled, set))
        best = std::min(best.value_or(sign * *worth), sign * *worth);
    }
    Effort effort;
    if (!best) {
      EXPECT_THROW(static_cast<void>(solve(instance, effort)), InputError);
      ++found.errors;
      continue;
    }
    auto const plan = solve(instance, effort);
    auto const set = set_of(plan);
    EXPECT_TRUE(keeps_rules(instance, set));
    EXPECT_EQ(plan.value, value(settled, set));
    EXPECT_EQ(sign * plan.value, *best);
    EXPECT_TRUE(plan.is_proven()) << plan.value << " " << plan.bound;
    for (std::size_t const rounds_left : {0U, 1U, 5U}) {
      Effort little{{.rounds = rounds_left}};
      try {
        auto const early = solve(instance, little);
        EXPECT_GE(sign * early.value, *best);
        EXPECT_LE(sign * early.bound, *best);
        EXPECT_TRUE(keeps_rules(instance, set_of(early)));
      } catch (InputError const&) {
        EXPECT_FALSE(counts_most) << "only who must serve everybody finds no plan in time";
      }
    }
    ++found.plans;
    if (::testing::Test::HasFailure()) break;
  }
  return found;
}

TEST(SetRules, PMedianTravelsLeast) {
  auto const found = hold_against_sets(
      1500, true,
      [](Instance const& instance, Effort& effort) {
        return p_median(instance.costs, instance.rules, effort);
      },
      [](Instance const& instance, std::uint32_t set) {
        return std::optional{instance.of(set).travel};
      },
      1);
  EXPECT_GT(found.plans, 500);
  EXPECT_GT(found.errors, 50);
}

TEST(SetRules, MaximalCoveringServesMost) {
  for (std::uint32_t const at_least : {1U, 2U}) {
    auto const found = hold_against_sets(
        1500, true,
        [&](Instance const& instance, Effort& effort) {
          return maximal_covering(instance.costs, instance.rules, effort, at_least);
        },
        [&](Instance const& instance, std::uint32_t set) {
          return std::optional{instance.of(set, at_least).served};
        },
        -1);
    EXPECT_GT(found.plans, 500);
  }
}

TEST(SetRules, SetCoveringIsCheapest) {
  for (std::uint32_t const at_least : {1U, 2U}) {
    auto const found = hold_against_sets(
        1500, false,
        [&](Instance const& instance, Effort& effort) {
          return set_covering(instance.costs, instance.rules, effort, at_least);
        },
        [&](Instance const& instance, std::uint32_t set) {
          return instance.of(set, at_least).serves_all ? std::optional{price_of_set(instance, set)}
                                                       : std::nullopt;
        },
        1);
    EXPECT_GT(found.plans, 300);
    EXPECT_GT(found.errors, 300);
  }
}

TEST(SetRules, PCenterKeepsTheFarthestNearest) {
  Random random{5};
  int plans = 0;
  for (int round = 0; round < 1500; ++round) {
    SCOPED_TRACE(round);
    auto const instance = drawn_with_rules(random);
    auto const settled = settled_by_hand(instance);
    std::optional<std::int64_t> best;
    bool is_any = false;
    for (std::uint32_t set = 0; set < 1U << instance.costs.site_count; ++set) {
      if (!keeps_rules(instance, set)) continue;
      is_any = true;
      auto const worth = settled.of(set);
      if (worth.serves_all && static_cast<std::uint32_t>(std::popcount(set)) <= instance.rules.most)
        best = std::min(best.value_or(worth.greatest), worth.greatest);
    }
    if (!is_any) continue;
    Effort effort;
    auto const plan = p_center(instance.costs, instance.rules, effort);
    ASSERT_EQ(plan.has_value(), best.has_value());
    if (!plan) continue;
    ASSERT_TRUE(keeps_rules(instance, set_of(*plan)));
    ASSERT_EQ(plan->value, *best);
    ASSERT_TRUE(plan->is_proven());
    ++plans;
  }
  EXPECT_GT(plans, 300);
}

}  // namespace
}  // namespace gapmap::siting
