// Areas that act alone, beside every set of sites.
#include "gapmap/siting/borders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>

#include "gapmap/siting/problems.h"
#include "gapmap/units/error.h"
#include "tests/siting/instance.h"
#include "tests/support/random.h"

namespace gapmap::siting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Divided : Instance {
  SiteAreas areas;

  /// The same without pairs of a demand and a site of another area that is not kept.
  [[nodiscard]] Instance alone() const {
    Instance alone{{}, rules};
    alone.costs.site_count = costs.site_count;
    for (auto const demand : costs.weights.ids()) {
      std::vector<SiteCosts::Pair> row;
      for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
        auto const pair = costs.at(demand, k);
        bool const is_kept = status(pair.site.value()) == SiteStatus::Kept;
        if (is_kept || areas.of_sites[pair.site] == areas.of_demands[demand]) row.push_back(pair);
      }
      alone.costs.add(costs.weights[demand], std::move(row));
    }
    return alone;
  }
};

Divided divided(Random& random) {
  Divided drawn_one{drawn(random), {}};
  auto& areas = drawn_one.areas;
  areas.count = random.whole(1, 4);
  auto const last = static_cast<std::uint32_t>(areas.count - 1);
  for (std::size_t d = 0; d < drawn_one.costs.weights.size(); ++d)
    areas.of_demands.push_back(SiteAreaId{random.whole(0, last)});
  for (std::size_t s = 0; s < drawn_one.costs.site_count; ++s)
    areas.of_sites.push_back(SiteAreaId{random.whole(0, last)});
  return drawn_one;
}

/// The most that any set of so many sites serves alone, by number.
std::vector<std::int64_t> most_served(Instance const& alone, std::uint32_t at_least) {
  std::vector<std::int64_t> most(alone.costs.site_count + 1, -1);
  for (std::uint32_t set = 0; set < 1U << alone.costs.site_count; ++set) {
    if (!alone.may_open(set)) continue;
    auto const served = alone.of(set, at_least).served;
    for (auto n = static_cast<std::size_t>(std::popcount(set)); n < most.size(); ++n)
      most[n] = std::max(most[n], served);
  }
  return most;
}

TEST(Borders, NoSetThatCountsNothingAcrossThemServesMore) {
  Random random{41};
  std::size_t worth = 0;
  std::size_t never = 0;
  std::size_t more = 0;
  for (int round = 0; round < 600; ++round) {
    auto const instance = divided(random);
    auto const at_least = random.chance(0.2) ? 2U : 1U;
    Effort effort;
    auto const joint = maximal_covering(instance.costs, instance.rules, effort, at_least);
    auto const made =
        covering_alone(instance.costs, instance.rules, instance.areas, joint.value, {}, at_least);
    auto const alone = instance.alone();
    auto const most = most_served(alone, at_least);
    ASSERT_EQ(made.value, most[instance.rules.most]);
    ASSERT_EQ(made.bound, made.value);
    ASSERT_LE(made.value, joint.value);
    std::uint32_t set = 0;
    std::int64_t sum = 0;
    for (auto const area : made.plans.ids()) {
      sum += made.plans[area].value;
      for (auto const site : made.plans[area].opened)
        ASSERT_EQ(instance.areas.of_sites[site], area);
      set |= set_of(made.plans[area]);
    }
    ASSERT_EQ(sum, made.value);
    ASSERT_TRUE(instance.may_open(set));
    ASSERT_EQ(alone.of(set, at_least).served, made.value);
    ASSERT_LE(std::popcount(set), static_cast<int>(instance.rules.most));
    auto const enough =
        std::ranges::find_if(most, [&](std::int64_t served) { return served >= joint.value; });
    ASSERT_EQ(made.needed.has_value(), enough != most.end());
    if (made.needed) {
      ASSERT_EQ(made.needed->at_least, static_cast<std::uint32_t>(enough - most.begin()));
      ASSERT_EQ(made.needed->at_most, made.needed->at_least);
    }
    worth += joint.value > made.value ? 1 : 0;
    never += made.needed ? 0 : 1;
    more += made.needed && made.needed->at_least > instance.rules.most ? 1 : 0;
  }
  EXPECT_GT(worth, 50U);
  EXPECT_GT(never, 50U);
  EXPECT_GT(more, 5U);
}

TEST(Borders, BoundsHoldHoweverLittleEffortThereIs) {
  Random random{42};
  for (int round = 0; round < 300; ++round) {
    auto const instance = divided(random);
    auto const as_much = std::int64_t{random.whole(0, 30)};
    auto const best = covering_alone(instance.costs, instance.rules, instance.areas, as_much);
    auto const early =
        covering_alone(instance.costs, instance.rules, instance.areas, as_much, {.rounds = 1});
    ASSERT_LE(early.value, best.value);
    ASSERT_GE(early.bound, best.bound);
    ASSERT_EQ(early.needed.has_value(), best.needed.has_value());
    if (!best.needed) continue;
    ASSERT_LE(early.needed->at_least, best.needed->at_least);
    ASSERT_GE(early.needed->at_most, best.needed->at_most);
  }
}

/// How many demands are served when every site is open that may be.
std::size_t served_by_all(Instance const& instance) {
  return instance.costs.weights.size() - unservable(instance.costs, instance.rules).size();
}

TEST(Borders, NoCheaperSetServesEverybodyAlone) {
  Random random{43};
  std::size_t only_joint = 0;
  for (int round = 0; round < 400; ++round) {
    auto instance = divided(random);
    if (random.chance(0.5)) {
      for (std::size_t s = 0; s < instance.costs.site_count; ++s)
        instance.rules.prices.push_back(random.whole(1, 9));
    }
    auto const made = set_covering_alone(instance.costs, instance.rules, instance.areas);
    auto const alone = instance.alone();
    std::optional<std::int64_t> best;
    for (std::uint32_t set = 0; set < 1U << instance.costs.site_count; ++set) {
      if (!alone.may_open(set) || !alone.of(set).serves_all) continue;
      auto const price = price_of_set(instance, set);
      best = std::min(best.value_or(price), price);
    }
    ASSERT_EQ(made.value, best);
    ASSERT_EQ(made.bound, made.value);
    std::uint32_t set = 0;
    for (auto const& plan : made.plans) set |= set_of(plan);
    ASSERT_TRUE(alone.of(set).serves_all);
    for (auto const area : made.plans.ids()) {
      for (auto const site : made.plans[area].opened)
        ASSERT_EQ(instance.areas.of_sites[site], area);
    }
    only_joint += served_by_all(instance) > served_by_all(alone) ? 1 : 0;
  }
  EXPECT_GT(only_joint, 50U);
}

/// Two areas with a site each: the western one reaches over the border, the eastern one is small.
struct TwoSides {
  SiteCosts costs;
  SiteAreas areas{2, IdVector<DemandId, SiteAreaId>{{SiteAreaId{0}, SiteAreaId{1}, SiteAreaId{1}}},
                  IdVector<SiteId, SiteAreaId>{{SiteAreaId{0}, SiteAreaId{1}}}};
  SiteRules rules{.most = 1};
  TwoSides() {
    costs.site_count = 2;
    costs.add(10, {{SiteId{0}, 1}});
    costs.add(8, {{SiteId{0}, 5}});
    costs.add(1, {{SiteId{1}, 1}});
  }
};

TEST(Borders, CountNobodyWhoIsServedAcross) {
  TwoSides const its;
  auto const made = covering_alone(its.costs, its.rules, its.areas, 18);
  EXPECT_EQ(made.value, 10);
  EXPECT_THAT(made.plans[SiteAreaId{0}].opened, ElementsAre(SiteId{0}));
  EXPECT_THAT(made.plans[SiteAreaId{1}].opened, IsEmpty());
  EXPECT_EQ(made.needed, std::nullopt) << "8 have no site on their side";
  EXPECT_EQ(covering_alone(its.costs, its.rules, its.areas, 11).needed, (SitesNeeded{2, 2}));
  EXPECT_THAT(served_within(its.costs, its.rules, its.areas, {SiteId{0}}),
              ElementsAre(DemandId{0}));
}

TEST(Borders, AreOpenToSitesThatAreKept) {
  TwoSides its;
  its.rules.statuses = IdVector<SiteId, SiteStatus>{{SiteStatus::Kept, SiteStatus::Candidate}};
  auto const made = covering_alone(its.costs, its.rules, its.areas, 19);
  EXPECT_EQ(made.value, 19);
  EXPECT_EQ(made.needed, (SitesNeeded{1, 1}));
  EXPECT_THAT(served_within(its.costs, its.rules, its.areas, {}),
              ElementsAre(DemandId{0}, DemandId{1}));
}

TEST(Borders, RefuseMoreRequiredSitesThanMayOpen) {
  TwoSides its;
  its.rules.statuses = IdVector<SiteId, SiteStatus>{2, SiteStatus::Required};
  EXPECT_THROW((void)covering_alone(its.costs, its.rules, its.areas, 0), InputError);
}

}  // namespace
}  // namespace gapmap::siting
