// Orders of opening and the curve of covering, beside each other and by hand.
#include "gapmap/siting/order.h"

#include <gtest/gtest.h>

#include <bit>
#include <map>

#include "gapmap/siting/problems.h"
#include "gapmap/units/error.h"
#include "tests/siting/instance.h"
#include "tests/support/random.h"

namespace gapmap::siting {
namespace {

using Pairs = std::vector<SiteCosts::Pair>;

TEST(OpeningOrder, EachSiteAddsWhomThoseBeforeItDoNotServe) {
  SiteCosts costs;
  costs.site_count = 4;
  costs.add(1, Pairs{{SiteId{0}, 1}, {SiteId{1}, 1}});
  costs.add(2, Pairs{{SiteId{0}, 1}});
  costs.add(4, Pairs{{SiteId{1}, 1}, {SiteId{2}, 1}});
  costs.add(8, Pairs{{SiteId{3}, 1}, {SiteId{2}, 1}});
  SiteRules rules;
  rules.statuses = IdVector<SiteId, SiteStatus>{4, SiteStatus::Candidate};
  rules.statuses[SiteId{3}] = SiteStatus::Kept;
  auto const steps = opening_order(costs, rules, {SiteId{2}, SiteId{0}, SiteId{1}});
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].site, SiteId{1}) << "1 + 4; 8 has a kept site";
  EXPECT_EQ(steps[0].adds, 5);
  EXPECT_EQ(steps[0].together, 13);
  EXPECT_EQ(steps[1].site, SiteId{0});
  EXPECT_EQ(steps[1].adds, 2);
  EXPECT_EQ(steps[2].adds, 0);
  EXPECT_EQ(steps[2].together, 15);
}

TEST(CoveringCurve, RisesUntilEverybodyIsServedAndNoOrderIsAboveIt) {
  Random random{16};
  std::size_t order_costs = 0;
  for (int round = 0; round < 200; ++round) {
    SiteCosts costs;
    costs.site_count = random.whole(1, 12);
    auto const demands = random.whole(1, 30);
    std::int64_t all = 0;
    for (std::uint32_t d = 0; d < demands; ++d) {
      Pairs row;
      for (std::size_t s = 0; s < costs.site_count; ++s) {
        if (random.chance(0.25)) row.push_back({SiteId{s}, 1});
      }
      std::int64_t const weight = random.whole(0, 99);
      if (!row.empty()) all += weight;
      costs.add(weight, std::move(row));
    }
    auto const curve = covering_curve(costs, {});
    ASSERT_EQ(curve.front().value, 0);
    ASSERT_EQ(curve.back().value, all);
    for (std::size_t n = 0; n < curve.size(); ++n) {
      ASSERT_TRUE(curve[n].is_proven());
      ASSERT_LE(curve[n].opened.size(), n);
      if (n > 0) {
        ASSERT_GT(curve[n].value, curve[n - 1].value);
      }
    }
    auto const steps = opening_order(costs, {}, curve.back().opened);
    for (std::size_t n = 0; n < steps.size(); ++n) {
      ASSERT_LE(steps[n].together, curve[n + 1].value);
      order_costs += steps[n].together < curve[n + 1].value ? 1 : 0;
    }
    if (!steps.empty()) {
      ASSERT_EQ(steps.back().together, all);
    }
  }
  EXPECT_GT(order_costs, 0U) << "a plan for all is not the best start for few";
}

TEST(CoveringCurve, IsNeverBelowOneSiteMoreHoweverLittleEffortThereIs) {
  Random random{17};
  for (int round = 0; round < 100; ++round) {
    auto const instance = drawn(random, 12, 30);
    auto const best = covering_curve(instance.costs, instance.rules);
    auto const early = covering_curve(instance.costs, instance.rules, {.rounds = 1});
    for (std::size_t n = 0; n < early.size(); ++n) {
      auto const& of = best[std::min(n, best.size() - 1)];
      ASSERT_LE(early[n].value, of.value);
      ASSERT_GE(early[n].bound, of.value);
      ASSERT_EQ(early[n].value, instance.of(set_of(early[n])).served);
      if (n > 0) {
        ASSERT_GE(early[n].value, early[n - 1].value);
        ASSERT_GE(early[n].bound, early[n - 1].bound);
      }
    }
  }
}

TEST(CoveringCurve, BeginsWithTheFewestThatQuotasAllow) {
  SiteCosts costs;
  costs.site_count = 4;
  for (std::uint32_t s = 0; s < 4; ++s) costs.add(1U << s, Pairs{{SiteId{s}, 1}});
  SiteRules const rules{.quotas = {{.sites = {SiteId{0}, SiteId{1}}, .least = 1},
                                   {.sites = {SiteId{2}, SiteId{3}}, .least = 1, .most = 1}}};
  auto const curve = covering_curve(costs, rules);
  ASSERT_EQ(curve.size(), 3U);
  EXPECT_EQ(curve[0].opened, (std::vector{SiteId{1}, SiteId{3}}));
  EXPECT_EQ(curve[1].value, 11);
  EXPECT_EQ(curve[2].value, 11) << "the second group has one site only";
}

/// Against every set of so many sites that keeps the rules.
void hold_curve(Instance const& instance, std::uint32_t at_least, int& curves) {
  auto const settled = settled_by_hand(instance);
  std::map<std::uint32_t, std::int64_t> most;
  for (std::uint32_t set = 0; set < 1U << instance.costs.site_count; ++set) {
    if (!keeps_rules(settled, set)) continue;
    auto const sites = static_cast<std::uint32_t>(std::popcount(set));
    auto const served = settled.of(set, at_least).served;
    auto const [at, is_new] = most.try_emplace(sites, served);
    if (!is_new) at->second = std::max(at->second, served);
  }
  bool const is_any = !most.empty() && most.begin()->first <= instance.rules.most;
  if (!is_any) {
    EXPECT_THROW((void)covering_curve(instance.costs, instance.rules, {}, at_least), InputError);
    return;
  }
  auto const curve = covering_curve(instance.costs, instance.rules, {}, at_least);
  ++curves;
  std::int64_t all = 0;
  for (auto const weight : instance.costs.weights) all += weight;
  for (auto const demand : unservable(instance.costs, instance.rules, at_least))
    all -= instance.costs.weights[demand];
  std::int64_t best = 0;
  auto sites = most.begin()->first;
  for (auto const& plan : curve) {
    ASSERT_EQ(plan.most, sites);
    if (most.contains(sites)) best = std::max(best, most.at(sites));
    ASSERT_EQ(plan.value, best);
    ASSERT_TRUE(plan.is_proven());
    ASSERT_LE(plan.opened.size(), plan.most);
    ASSERT_TRUE(keeps_rules(settled, set_of(plan)));
    ++sites;
  }
  auto const last = std::min(instance.rules.most, most.rbegin()->first);
  for (auto const& [number, served] : most) {
    if (number <= last) best = std::max(best, served);
  }
  ASSERT_EQ(curve.back().value, best) << "whoever has more sites serves no more";
  if (curve.back().most < last) {
    ASSERT_EQ(curve.back().value, all);
  }
}

TEST(CoveringCurve, WithRulesHasTheMostOfEachNumber) {
  Random random{18};
  int curves = 0;
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    hold_curve(drawn_with_rules(random, 7, 12), 1, curves);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(curves, 150);
}

TEST(CoveringCurve, WithBackupHasTheMostOfEachNumber) {
  Random random{19};
  int curves = 0;
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    hold_curve(drawn(random, 7, 12), random.whole(1, 3), curves);
    hold_curve(drawn_with_rules(random, 6, 8), 2, curves);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(curves, 300);
}

}  // namespace
}  // namespace gapmap::siting
