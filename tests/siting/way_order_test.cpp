// Orders of opening and closing where ways are to be short, each step against every other choice.
#include "gapmap/siting/way_order.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "gapmap/siting/problems.h"
#include "tests/siting/instance.h"
#include "tests/support/random.h"

namespace gapmap::siting {
namespace {

struct Way {
  std::int64_t travel = 0;
  std::optional<std::int64_t> longest = 0;
};

Way way_of(Instance const& instance, std::vector<char> const& is_open) {
  Way way;
  auto const& costs = instance.costs;
  for (auto const demand : costs.weights.ids()) {
    bool is_servable = false;
    std::optional<std::int64_t> cost;
    for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
      auto const pair = costs.at(demand, k);
      auto const site = pair.site.value();
      is_servable = is_servable || instance.status(site) != SiteStatus::Excluded;
      if (is_open[site] != 0) cost = std::min(cost.value_or(pair.cost), pair.cost);
    }
    if (!is_servable) continue;
    way.travel += costs.weights[demand] * cost.value_or(2 * instance.largest());
    if (!cost) way.longest.reset();
    if (way.longest) way.longest = std::max(*way.longest, *cost);
  }
  return way;
}

bool is_shorter(Way const& a, Way const& b, WaysBy by) {
  if (by == WaysBy::Longest && a.longest != b.longest)
    return a.longest && (!b.longest || *a.longest < *b.longest);
  return a.travel < b.travel;
}

TEST(WayOrder, EachStepIsTheBestThatWasLeft) {
  Random random{41};
  for (int round = 0; round < 400; ++round) {
    SCOPED_TRACE(round);
    auto const instance = drawn(random);
    WayChanges changes;
    std::vector<char> is_open(instance.costs.site_count, 0);
    for (std::size_t s = 0; s < is_open.size(); ++s) {
      auto const fate = random.whole(0, 3);
      if (fate == 0 || fate == 1) changes.open.push_back(SiteId{s});
      if (fate == 1) changes.closing.push_back(SiteId{s});
      if (fate == 2) changes.opening.push_back(SiteId{s});
      is_open[s] = fate <= 1 ? 1 : 0;
    }
    auto const by = random.chance(0.5) ? WaysBy::Travel : WaysBy::Longest;
    auto const steps = way_order(instance.costs, instance.rules, changes, by);
    ASSERT_EQ(steps.size(), changes.opening.size() + changes.closing.size());
    for (std::size_t n = 0; n < steps.size(); ++n) {
      bool const opens = n < changes.opening.size();
      auto const with = [&](SiteId site) {
        auto then = is_open;
        then[site.value()] = opens ? 1 : 0;
        return way_of(instance, then);
      };
      auto const made = with(steps[n].site);
      ASSERT_EQ(steps[n].travel, made.travel);
      ASSERT_EQ(steps[n].longest, made.longest);
      for (auto const site : opens ? changes.opening : changes.closing) {
        if (is_open[site.value()] == (opens ? 1 : 0)) continue;
        ASSERT_FALSE(is_shorter(with(site), made, by));
        if (site < steps[n].site) {
          ASSERT_TRUE(is_shorter(made, with(site), by)) << "of equals the lower SiteId";
        }
      }
      is_open[steps[n].site.value()] = opens ? 1 : 0;
    }
  }
}

TEST(WayOrder, EndsWithTheValueOfThePlan) {
  Random random{42};
  for (int round = 0; round < 200; ++round) {
    auto const instance = drawn(random);
    Effort effort;
    auto const plan = p_median(instance.costs, instance.rules, effort);
    WayChanges changes{.open = {}, .opening = plan.opened, .closing = {}};
    for (std::size_t s = 0; s < instance.costs.site_count; ++s) {
      if (instance.status(s) == SiteStatus::Kept) changes.open.push_back(SiteId{s});
    }
    auto const steps = way_order(instance.costs, instance.rules, changes, WaysBy::Travel);
    if (!steps.empty()) {
      ASSERT_EQ(steps.back().travel, plan.value);
    }
  }
}

}  // namespace
}  // namespace gapmap::siting
