#include "gapmap/siting/way_order.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "gapmap/siting/detail/question.h"
#include "gapmap/units/stop.h"

namespace gapmap::siting {
namespace {

constexpr auto kNoWay = std::numeric_limits<std::int64_t>::max();

/// Ways to those sites that are open now or will be, and which of them are.
class Ways {
 public:
  Ways(SiteCosts const& costs, SiteRules const& rules, WayChanges const& changes,
       std::int64_t unserved)
      : unserved_{unserved}, is_open_(costs.site_count, 0) {
    IdVector<SiteId, char> matters(costs.site_count, 0);
    for (auto const* const sites : {&changes.open, &changes.opening}) {
      for (auto const site : *sites) matters[site] = 1;
    }
    for (auto const site : changes.open) is_open_[site] = 1;
    for (auto const demand : costs.weights.ids()) {
      if (!is_servable(costs, rules, demand)) continue;
      weights_.push_back(costs.weights[demand]);
      for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
        auto const pair = costs.at(demand, k);
        if (matters[pair.site] != 0) pairs_.push_back(pair);
      }
      first_.push_back(pairs_.size());
    }
  }

  /// Returns the step that a change of the site would be.
  [[nodiscard]] WayStep after(SiteId site) {
    auto& is_open = is_open_[site];
    is_open = is_open == 0 ? 1 : 0;
    WayStep step{site, 0, 0};
    for (std::size_t d = 0; d < weights_.size(); ++d) {
      auto cost = kNoWay;
      for (auto k = first_[d]; k < first_[d + 1] && cost == kNoWay; ++k) {
        if (is_open_[pairs_[k].site] != 0) cost = pairs_[k].cost;
      }
      step.travel += weights_[d] * (cost == kNoWay ? unserved_ : cost);
      if (cost == kNoWay) step.longest.reset();
      if (step.longest) step.longest = std::max(*step.longest, cost);
    }
    is_open = is_open == 0 ? 1 : 0;
    return step;
  }
  void change(SiteId site) { is_open_[site] = is_open_[site] == 0 ? 1 : 0; }

 private:
  std::int64_t unserved_;
  std::vector<std::int64_t> weights_;
  std::vector<std::size_t> first_{0};
  std::vector<SiteCosts::Pair> pairs_;
  IdVector<SiteId, char> is_open_;
};

}  // namespace

std::vector<WayStep> way_order(SiteCosts const& costs, SiteRules const& given,
                               WayChanges const& changes, WaysBy by,
                               std::optional<std::int64_t> cost_unserved) {
  auto const rules = settled(costs, given);
  std::int64_t largest = 0;
  for (auto const cost : costs.costs) largest = std::max(largest, cost);
  Ways ways{costs, rules, changes, cost_unserved.value_or(2 * largest)};
  auto const rank = [by](WayStep const& step) {
    auto const longest = by == WaysBy::Longest ? step.longest.value_or(kNoWay) : 0;
    return std::tuple{longest, step.travel, step.site};
  };
  std::vector<WayStep> steps;
  for (auto left : {changes.opening, changes.closing}) {
    while (!left.empty()) {
      stop_if_asked();
      auto best = ways.after(left.front());
      for (auto const site : left) {
        auto const step = ways.after(site);
        if (rank(step) < rank(best)) best = step;
      }
      ways.change(best.site);
      left.erase(std::ranges::find(left, best.site));
      steps.push_back(best);
    }
  }
  return steps;
}

}  // namespace gapmap::siting
