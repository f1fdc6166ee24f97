// Rules for sets of sites, against trying every set that keeps them.
#include <gtest/gtest.h>

#include <bit>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <stop_token>
#include <thread>

#include "gapmap/siting/capacitated.h"
#include "gapmap/siting/order.h"
#include "gapmap/siting/problems.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"
#include "tests/siting/instance.h"
#include "tests/support/random.h"

namespace gapmap::siting {
namespace {

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

/// A town in which everything takes rounds.
Instance town_with_rules() {
  Random random{8};
  Instance instance;
  instance.costs.site_count = 30;
  for (std::uint32_t d = 0; d < 120; ++d) {
    std::vector<SiteCosts::Pair> row;
    auto const x = random.whole(0, 999);
    auto const y = random.whole(0, 999);
    for (std::uint32_t s = 0; s < 30; ++s) {
      // Sites on a grid of six by five.
      auto const along = std::abs(static_cast<int>(x) - static_cast<int>(s % 6 * 180));
      auto const across = std::abs(static_cast<int>(y) - static_cast<int>(s / 6 * 240));
      row.push_back({SiteId{s}, along + across});
    }
    instance.costs.add(random.whole(1, 99), std::move(row));
  }
  for (std::uint32_t s = 0; s < 30; ++s) instance.rules.prices.push_back(random.whole(50, 150));
  instance.rules.budget = 700;
  instance.rules.apart = {{SiteId{0}, SiteId{1}}, {SiteId{2}, SiteId{3}}};
  instance.rules.quotas = {{.sites = {SiteId{4}, SiteId{5}, SiteId{6}}, .least = 1, .most = 2}};
  return instance;
}

TEST(SetRules, WhatIsStoppedOrOutOfTimeHasAPlanAndABoundThatHolds) {
  auto const instance = town_with_rules();
  SiteCapacities capacities;
  capacities.of_sites = IdVector<SiteId, std::int64_t>(30, 1500);
  Effort all;
  auto const best = p_median(instance.costs, instance.rules, all);
  EXPECT_LT(best.gap(), 1e-6);
  auto const check = [&](Effort& effort) {
    auto const plan = p_median(instance.costs, instance.rules, effort);
    EXPECT_TRUE(keeps_rules(instance, set_of(plan)));
    EXPECT_GE(plan.value, best.value);
    EXPECT_LE(plan.bound, best.value);
  };
  std::stop_source source;
  source.request_stop();
  {
    Stoppable const here{source.get_token()};
    Effort stopped;
    check(stopped);
  }
  Effort no_time{{.time = std::chrono::milliseconds{0}}};
  check(no_time);
  Effort little{{.rounds = 100}};
  check(little);
  Effort again{{.time = std::chrono::milliseconds{0}}};
  auto const assigned_plan =
      capacitated_p_median(instance.costs, instance.rules, capacities, again);
  EXPECT_LE(assigned_plan.bound, assigned_plan.value);
  EXPECT_GE(assigned_plan.value, best.bound) << "capacities make nothing shorter";
}

/// Ends a search soon after it has begun, wherever it is then.
class FinishesAfter {
 public:
  explicit FinishesAfter(std::chrono::microseconds wait)
      : thread_{[this, wait] {
          std::this_thread::sleep_for(wait);
          finish_.request_stop();
        }} {}
  [[nodiscard]] EffortLimits limits() const { return {.finish = finish_.get_token()}; }

 private:
  std::stop_source finish_;
  std::jthread thread_;
};

/// A plan, or that none was found in time.
template <class Search>
std::optional<SitePlan> found_by(Search const& search) {
  try {
    return search();
  } catch (InputError const&) {
    return std::nullopt;
  }
}

TEST(SetRules, WhoeverAsksToFinishGetsThePlanSoFarAtAnyMoment) {
  auto const with_rules = town_with_rules();
  auto without_rules = with_rules;
  without_rules.rules = {.most = 8};
  int plans = 0;
  for (auto const& instance : {with_rules, without_rules}) {
    auto const& costs = instance.costs;
    auto const& rules = instance.rules;
    Effort all;
    auto const best = maximal_covering(costs, rules, all);
    auto const fewest = set_covering(costs, rules, all);
    for (int const wait : {0, 50, 200, 800, 3000, 12000}) {
      SCOPED_TRACE(wait);
      FinishesAfter const soon{std::chrono::microseconds{wait}};
      auto const search = [&](auto const& problem) {
        return found_by([&]() -> std::optional<SitePlan> {
          Effort effort{soon.limits()};
          return problem(effort);
        });
      };
      auto const covering =
          search([&](Effort& effort) { return maximal_covering(costs, rules, effort); });
      auto const cover = search([&](Effort& effort) { return set_covering(costs, rules, effort); });
      search([&](Effort& effort) { return p_center(costs, rules, effort); });
      if (covering) {
        EXPECT_TRUE(keeps_rules(instance, set_of(*covering)));
        EXPECT_LE(covering->value, best.value);
        EXPECT_GE(covering->bound, best.value);
        ++plans;
      }
      if (cover) {
        EXPECT_GE(cover->value, fewest.value);
        EXPECT_LE(cover->bound, fewest.value);
      }
      auto const curve = covering_curve(costs, rules, soon.limits());
      for (auto const& plan : curve) EXPECT_GE(plan.bound, plan.value);
    }
  }
  EXPECT_GE(plans, 6) << "without rules there is always one";
}

TEST(SetRules, ACurveEndsWithTheNumberThatWasLookedAt) {
  auto const instance = town_with_rules();
  std::stop_source finish;
  finish.request_stop();
  EXPECT_LE(covering_curve(instance.costs, {.most = 8}, {.finish = finish.get_token()}).size(), 1U)
      << "who asked to finish hears of no further numbers";
}

TEST(SetRules, RequiredSitesThatBreakThemAreAnError) {
  SiteCosts costs;
  costs.site_count = 3;
  costs.add(8, {{SiteId{0}, 5}, {SiteId{2}, 6}});
  IdVector<SiteId, SiteStatus> const statuses{
      {SiteStatus::Required, SiteStatus::Kept, SiteStatus::Candidate}};
  Effort effort;
  EXPECT_THROW(static_cast<void>(p_median(costs, {.statuses = statuses, .budget = 0}, effort)),
               InputError);
  EXPECT_THROW(static_cast<void>(p_median(
                   costs, {.statuses = statuses, .apart = {{SiteId{1}, SiteId{0}}}}, effort)),
               InputError);
  SiteRules const near_kept{.statuses = statuses, .apart = {{SiteId{1}, SiteId{2}}}};
  EXPECT_EQ(maximal_covering(costs, near_kept, effort).opened, std::vector{SiteId{0}})
      << "a candidate too near a kept site is excluded";
}

}  // namespace
}  // namespace gapmap::siting
