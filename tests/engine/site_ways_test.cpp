// Plans that make ways short, and what each place does to them.
#include <gtest/gtest.h>

#include <limits>

#include "gapmap/engine/site.h"
#include "tests/engine/planned.h"

namespace gapmap::engine {
namespace {

/// Every pair of places that could close, beside the two that the plan closes.
TEST(SiteWays, ClosingByTravelAddsLeastToTheWays) {
  auto const made = planned(savo_site(R"({"close": 2, "by": "travel"})"));
  ASSERT_EQ(made.result.steps.size(), 2U);
  ASSERT_TRUE(made.result.ways_before);
  EXPECT_TRUE(made.result.plan.is_proven());
  auto const& scene = made.scene;
  auto const travel = [&](SiteId one, SiteId other) {
    auto rules = scene.rules;
    for (auto& status : rules.statuses)
      if (status == SiteStatus::Candidate) status = SiteStatus::Kept;
    rules.statuses[one] = rules.statuses[other] = SiteStatus::Candidate;
    rules.most = 0;
    siting::Effort effort;
    return siting::p_median(scene.costs, rules, effort).value;
  };
  auto least = travel(made.result.steps[0].site, made.result.steps[1].site);
  EXPECT_EQ(made.result.plan.value, least);
  EXPECT_EQ(made.result.steps[1].travel, least);
  for (auto const one : scene.sites.ids()) {
    for (auto const other : scene.sites.ids()) {
      if (one < other && scene.sites[one].exists && scene.sites[other].exists) {
        EXPECT_GE(travel(one, other), least);
      }
    }
  }
}

TEST(SiteWays, EachPlaceOfAMedianMakesWaysShorter) {
  auto const made = planned(savo_site(R"({"open": 3, "problem": "median"})"));
  auto before = *made.result.ways_before;
  std::int64_t saved = std::numeric_limits<std::int64_t>::max();
  for (auto const& step : made.result.steps) {
    ASSERT_TRUE(step.travel);
    EXPECT_LE(before - *step.travel, saved) << "the first saves most";
    saved = before - *step.travel;
    before = *step.travel;
  }
  EXPECT_EQ(before, made.result.plan.value);
  expect_steps_to_add_up(made);
}

}  // namespace
}  // namespace gapmap::engine
