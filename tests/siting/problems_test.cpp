// The problems of siting, against trying every allowed set of sites.
#include "gapmap/siting/problems.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "gapmap/units/error.h"
#include "tests/siting/instance.h"
#include "tests/support/random.h"

namespace gapmap::siting {
namespace {

class AgainstEverySet : public ::testing::Test {
 protected:
  /// Calls `check` with instances, and every allowed set of each.
  template <class Check>
  static void each(int rounds, Check check) {
    Random random{2026};
    for (int round = 0; round < rounds; ++round) {
      SCOPED_TRACE(round);
      auto const instance = drawn(random);
      std::vector<std::uint32_t> sets;
      for (std::uint32_t set = 0; set < 1U << instance.costs.site_count; ++set) {
        if (instance.may_open(set)) sets.push_back(set);
      }
      check(instance, sets);
      if (HasFatalFailure()) return;
    }
  }
  static bool is_allowed(Instance const& instance, std::uint32_t set) {
    return static_cast<std::uint32_t>(std::popcount(set)) <= instance.rules.most;
  }
};

TEST_F(AgainstEverySet, PMedianTravelsLeast) {
  each(2000, [](Instance const& instance, std::vector<std::uint32_t> const& sets) {
    Effort effort;
    auto const plan = p_median(instance.costs, instance.rules, effort);
    ASSERT_TRUE(instance.may_open(set_of(plan)) && is_allowed(instance, set_of(plan)));
    ASSERT_EQ(plan.value, instance.of(set_of(plan)).travel);
    ASSERT_TRUE(plan.is_proven());
    for (auto const set : sets) {
      if (is_allowed(instance, set)) {
        ASSERT_GE(instance.of(set).travel, plan.value);
      }
    }
  });
}

TEST_F(AgainstEverySet, MaximalCoveringServesMost) {
  int served = 0;
  each(2000, [&](Instance const& instance, std::vector<std::uint32_t> const& sets) {
    Effort effort;
    auto const plan = maximal_covering(instance.costs, instance.rules, effort);
    ASSERT_TRUE(instance.may_open(set_of(plan)) && is_allowed(instance, set_of(plan)));
    ASSERT_EQ(plan.value, instance.of(set_of(plan)).served);
    ASSERT_TRUE(plan.is_proven());
    for (auto const set : sets) {
      if (is_allowed(instance, set)) {
        ASSERT_LE(instance.of(set).served, plan.value);
      }
    }
    served += plan.value > 0 ? 1 : 0;
  });
  EXPECT_GT(served, 1000);
}

TEST_F(AgainstEverySet, SetCoveringOpensFewest) {
  int several = 0;
  each(2000, [&](Instance const& instance, std::vector<std::uint32_t> const& sets) {
    Effort effort;
    auto const plan = set_covering(instance.costs, instance.rules, effort);
    ASSERT_TRUE(instance.may_open(set_of(plan)));
    ASSERT_TRUE(instance.of(set_of(plan)).serves_all);
    ASSERT_EQ(plan.value, static_cast<std::int64_t>(plan.opened.size()));
    ASSERT_TRUE(plan.is_proven());
    for (auto const set : sets) {
      if (instance.of(set).serves_all) {
        ASSERT_GE(std::popcount(set), plan.value);
      }
    }
    several += plan.value > 1 ? 1 : 0;
  });
  EXPECT_GT(several, 500);
}

TEST_F(AgainstEverySet, SetCoveringIsCheapestWherePricesDiffer) {
  Random random{9};
  int dearer_than_few = 0;
  each(2000, [&](Instance instance, std::vector<std::uint32_t> const& sets) {
    for (std::size_t s = 0; s < instance.costs.site_count; ++s)
      instance.rules.prices.push_back(random.whole(0, 9));
    auto const price = [&](std::uint32_t set) {
      std::int64_t sum = 0;
      for (std::size_t s = 0; s < instance.costs.site_count; ++s)
        sum += (set >> s & 1U) != 0 ? instance.rules.prices[SiteId{s}] : 0;
      return sum;
    };
    Effort effort;
    auto const plan = set_covering(instance.costs, instance.rules, effort);
    ASSERT_TRUE(instance.may_open(set_of(plan)));
    ASSERT_TRUE(instance.of(set_of(plan)).serves_all);
    ASSERT_EQ(plan.value, price(set_of(plan)));
    ASSERT_TRUE(plan.is_proven());
    bool is_fewest = true;
    for (auto const set : sets) {
      if (!instance.of(set).serves_all) continue;
      ASSERT_GE(price(set), plan.value);
      is_fewest = is_fewest && std::popcount(set) >= std::popcount(set_of(plan));
    }
    dearer_than_few += is_fewest ? 0 : 1;
  });
  EXPECT_GT(dearer_than_few, 30);
}

TEST_F(AgainstEverySet, BackupServesMostWithTwoOrThree) {
  int served = 0;
  each(2000, [&](Instance const& instance, std::vector<std::uint32_t> const& sets) {
    for (std::uint32_t const at_least : {2U, 3U}) {
      Effort effort;
      auto const plan = maximal_covering(instance.costs, instance.rules, effort, at_least);
      ASSERT_TRUE(instance.may_open(set_of(plan)) && is_allowed(instance, set_of(plan)));
      ASSERT_EQ(plan.value, instance.of(set_of(plan), at_least).served);
      ASSERT_TRUE(plan.is_proven());
      for (auto const set : sets) {
        if (is_allowed(instance, set)) {
          ASSERT_LE(instance.of(set, at_least).served, plan.value);
        }
      }
      served += plan.value > 0 ? 1 : 0;
    }
  });
  EXPECT_GT(served, 500);
}

TEST_F(AgainstEverySet, BackupForAllOpensFewest) {
  int several = 0;
  each(2000, [&](Instance const& instance, std::vector<std::uint32_t> const& sets) {
    Effort effort;
    auto const plan = set_covering(instance.costs, instance.rules, effort, 2);
    ASSERT_TRUE(instance.may_open(set_of(plan)));
    ASSERT_TRUE(instance.of(set_of(plan), 2).serves_all);
    ASSERT_TRUE(plan.is_proven());
    for (auto const set : sets) {
      if (instance.of(set, 2).serves_all) {
        ASSERT_GE(std::popcount(set), plan.value);
      }
    }
    several += plan.value > 2 ? 1 : 0;
  });
  EXPECT_GT(several, 200);
}

TEST_F(AgainstEverySet, ClosingDoesLeastHarm) {
  each(500, [](Instance const& instance, std::vector<std::uint32_t> const& sets) {
    int candidates = 0;
    int required = 0;
    for (std::size_t s = 0; s < instance.costs.site_count; ++s) {
      candidates += instance.status(s) == SiteStatus::Candidate ? 1 : 0;
      required += instance.status(s) == SiteStatus::Required ? 1 : 0;
    }
    auto const closing = candidates / 2;
    auto const left = required + candidates - closing;
    Effort effort;
    auto const plan =
        least_harm(instance.costs, instance.rules, static_cast<std::uint32_t>(closing), effort);
    ASSERT_TRUE(instance.may_open(set_of(plan)));
    ASSERT_LE(static_cast<int>(plan.opened.size()), left);
    for (auto const set : sets) {
      if (std::popcount(set) <= left) {
        ASSERT_LE(instance.of(set).served, plan.value);
      }
    }
  });
}

TEST_F(AgainstEverySet, ClosingAddsLeastTravel) {
  int added = 0;
  each(500, [&](Instance const& instance, std::vector<std::uint32_t> const& sets) {
    int candidates = 0;
    std::uint32_t all = 0;
    for (std::size_t s = 0; s < instance.costs.site_count; ++s) {
      auto const status = instance.status(s);
      candidates += status == SiteStatus::Candidate ? 1 : 0;
      bool const may_open = status == SiteStatus::Candidate || status == SiteStatus::Required;
      all |= may_open ? 1U << s : 0;
    }
    auto const closing = candidates / 2;
    Effort effort;
    auto const plan = least_added_travel(instance.costs, instance.rules,
                                         static_cast<std::uint32_t>(closing), effort);
    ASSERT_TRUE(plan.is_proven());
    ASSERT_EQ(plan.value, instance.of(set_of(plan)).travel - instance.of(all).travel);
    ASSERT_LE(std::popcount(set_of(plan)), std::popcount(all) - closing);
    for (auto const set : sets) {
      if (std::popcount(set) <= std::popcount(all) - closing) {
        ASSERT_GE(instance.of(set).travel - instance.of(all).travel, plan.value);
      }
    }
    added += plan.value > 0 ? 1 : 0;
  });
  EXPECT_GT(added, 100);
}

TEST_F(AgainstEverySet, PCenterKeepsTheFarthestNearest) {
  int impossible = 0;
  each(2000, [&](Instance const& instance, std::vector<std::uint32_t> const& sets) {
    Effort effort;
    auto const plan = p_center(instance.costs, instance.rules, effort);
    std::optional<std::int64_t> best;
    for (auto const set : sets) {
      auto const worth = instance.of(set);
      if (is_allowed(instance, set) && worth.serves_all)
        best = std::min(best.value_or(worth.greatest), worth.greatest);
    }
    ASSERT_EQ(plan.has_value(), best.has_value());
    impossible += best ? 0 : 1;
    if (!plan) return;
    ASSERT_TRUE(instance.may_open(set_of(*plan)) && is_allowed(instance, set_of(*plan)));
    ASSERT_EQ(plan->value, *best);
    ASSERT_EQ(plan->value, instance.of(set_of(*plan)).greatest);
    ASSERT_TRUE(plan->is_proven());
  });
  EXPECT_GT(impossible, 100);
  EXPECT_LT(impossible, 1900);
}

TEST(Siting, DemandsThatNoAllowedSiteServesAreListedAndLeftOut) {
  SiteCosts costs;
  costs.site_count = 2;
  costs.add(8, {{SiteId{0}, 5}});
  costs.add(4, {{SiteId{1}, 7}});
  costs.add(2, {});
  SiteRules rules{.statuses =
                      IdVector<SiteId, SiteStatus>{{SiteStatus::Excluded, SiteStatus::Candidate}}};
  EXPECT_EQ(unservable(costs, rules), (std::vector<DemandId>{DemandId{0}, DemandId{2}}));
  Effort effort;
  EXPECT_EQ(p_median(costs, rules, effort).value, 28);
  EXPECT_EQ(set_covering(costs, rules, effort).opened, std::vector<SiteId>{SiteId{1}});
  EXPECT_EQ(maximal_covering(costs, rules, effort).bound, 4);
  EXPECT_EQ(p_center(costs, rules, effort)->value, 7);
}

TEST(Siting, MoreRequiredThanAllowedIsAnError) {
  SiteCosts costs;
  costs.site_count = 3;
  costs.add(8, {{SiteId{0}, 5}});
  SiteRules const rules{
      .statuses = IdVector<SiteId, SiteStatus>{{SiteStatus::Required, SiteStatus::Required,
                                                SiteStatus::Candidate}},
      .most = 1};
  Effort effort;
  EXPECT_THROW(static_cast<void>(p_median(costs, rules, effort)), InputError);
  EXPECT_THROW(static_cast<void>(maximal_covering(costs, rules, effort)), InputError);
  EXPECT_THROW(static_cast<void>(p_center(costs, rules, effort)), InputError);
  EXPECT_THROW(static_cast<void>(least_harm(costs, rules, 2, effort)), InputError);
  EXPECT_EQ(least_harm(costs, rules, 1, effort).opened, (std::vector{SiteId{0}, SiteId{1}}));
}

TEST(Siting, OfTwoPairsWithOneSiteTheCheaperCounts) {
  SiteCosts costs;
  costs.site_count = 2;
  costs.add(1, {{SiteId{1}, 9}, {SiteId{0}, 4}, {SiteId{1}, 3}});
  ASSERT_EQ(costs.row_size(DemandId{0}), 2U);
  EXPECT_EQ(costs.at(DemandId{0}, 0), (SiteCosts::Pair{SiteId{1}, 3}));
}

TEST(Siting, CostsOfAReachTableAreThoseWithinTheLimit) {
  ReachTable<Millimeters> reach;
  reach.place_is_attached = IdVector<PlaceId, bool>{3, true};
  for (auto const& row :
       {std::vector<Reach<Millimeters>>{{PlaceId{2}, Millimeters{5}}, {PlaceId{0}, Millimeters{9}}},
        std::vector<Reach<Millimeters>>{}}) {
    reach.reaches.insert(reach.reaches.end(), row.begin(), row.end());
    reach.first_reach.push_back(static_cast<std::uint32_t>(reach.reaches.size()));
    reach.connections.push_back(Connection::Reached);
  }
  std::vector<std::int64_t> const weights{7, 8};
  auto const all = site_costs<Millimeters>(reach, weights);
  EXPECT_EQ(all.site_count, 3U);
  EXPECT_EQ(all.row_size(DemandId{0}), 2U);
  EXPECT_EQ(all.row_size(DemandId{1}), 0U);
  EXPECT_EQ(all.weights[DemandId{1}], 8);
  auto const near = site_costs<Millimeters>(reach, weights, Millimeters{5});
  ASSERT_EQ(near.row_size(DemandId{0}), 1U) << "the limit is inclusive";
  EXPECT_EQ(near.at(DemandId{0}, 0), (SiteCosts::Pair{SiteId{2}, 5}));
}

/// A town of points, in which nothing is proven within a few rounds.
SiteCosts town(std::size_t demands, std::size_t sites) {
  Random random{7};
  SiteCosts costs;
  costs.site_count = sites;
  std::vector<std::pair<double, double>> at;
  for (std::size_t s = 0; s < sites; ++s)
    at.emplace_back(random.whole(0, 9999), random.whole(0, 9999));
  for (std::size_t d = 0; d < demands; ++d) {
    double const x = random.whole(0, 9999);
    double const y = random.whole(0, 9999);
    std::vector<SiteCosts::Pair> row;
    for (std::size_t s = 0; s < sites; ++s) {
      row.push_back(
          {SiteId{s}, static_cast<std::int64_t>(std::hypot(x - at[s].first, y - at[s].second))});
    }
    costs.add(random.whole(1, 99), std::move(row));
  }
  return costs;
}

TEST(Siting, WhatRunsOutOfEffortHasAPlanAndABoundThatHolds) {
  auto const costs = town(300, 60);
  SiteRules const rules{.most = 7};
  Effort all;
  auto const best = p_median(costs, rules, all);
  ASSERT_TRUE(best.is_proven());
  for (std::size_t const rounds : {1U, 10U, 100U, 300U}) {
    Effort little{{.rounds = rounds}};
    auto const plan = p_median(costs, rules, little);
    EXPECT_EQ(plan.opened.size(), 7U);
    EXPECT_GE(plan.value, best.value) << rounds;
    EXPECT_LE(plan.bound, best.value) << rounds;
    EXPECT_GE(plan.gap(), 0);
    Effort again{{.rounds = rounds}};
    EXPECT_EQ(p_median(costs, rules, again).opened, plan.opened) << "same rounds, same plan";
  }
}

/// Rounds are counted, not timed: a search that goes astray needs many times as many.
TEST(Siting, TownsAreProvenWithinFewRounds) {
  auto const costs = town(400, 400);
  Effort median;
  EXPECT_TRUE(p_median(costs, {.most = 35}, median).is_proven());
  EXPECT_LT(median.rounds(), 15'000U);
  SiteCosts near;
  near.site_count = costs.site_count;
  for (auto const demand : costs.weights.ids()) {
    std::vector<SiteCosts::Pair> row;
    for (std::size_t k = 0; k < costs.row_size(demand) && costs.at(demand, k).cost < 1500; ++k)
      row.push_back(costs.at(demand, k));
    near.add(costs.weights[demand], std::move(row));
  }
  Effort covering;
  EXPECT_TRUE(maximal_covering(near, {.most = 20}, covering).is_proven());
  EXPECT_LT(covering.rounds(), 15'000U);
}

TEST(Siting, CostsTooLargeToAddUpAreRefused) {
  SiteCosts costs;
  costs.site_count = 1;
  costs.add(std::int64_t{1} << 40, {{SiteId{0}, std::int64_t{1} << 30}});
  Effort effort;
  EXPECT_THROW(static_cast<void>(p_median(costs, {.most = 1}, effort)), BrokenPromise);
}

}  // namespace
}  // namespace gapmap::siting
