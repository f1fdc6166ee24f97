#include "gapmap/siting/detail/question.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gapmap/units/error.h"

namespace gapmap::siting {
namespace {

/// Sums stay below this, with room for what is added on the way.
constexpr int kBitsOfSums = 58;
/// Multipliers need no finer fractions of a unit.
constexpr int kMostBitsOfUnit = 20;

std::vector<SiteState> states_of(SiteCosts const& costs, SiteRules const& rules) {
  std::vector<SiteState> states;
  for (std::size_t s = 0; s < costs.site_count; ++s) {
    states.push_back(is_always_open(rules, SiteId{s})                      ? SiteState::Open
                     : status_of(rules, SiteId{s}) == SiteStatus::Excluded ? SiteState::Closed
                                                                           : SiteState::Free);
  }
  return states;
}

/// The largest power of two that sums of `total` leave room for.
std::int64_t unit_for(double total) {
  auto const bits = static_cast<int>(std::ceil(std::log2(std::max(total, 1.0))));
  expects(bits <= kBitsOfSums, "sums of costs and weights fit 60 bits");
  return std::int64_t{1} << std::min(kBitsOfSums - bits, kMostBitsOfUnit);
}

}  // namespace

SiteStatus status_of(SiteRules const& rules, SiteId site) {
  return rules.statuses.empty() ? SiteStatus::Candidate : rules.statuses[site];
}

bool is_always_open(SiteRules const& rules, SiteId site) {
  auto const status = status_of(rules, site);
  return status == SiteStatus::Kept || status == SiteStatus::Required;
}

std::int64_t price_of(SiteRules const& rules, SiteId site) {
  return rules.prices.empty() ? 1 : rules.prices[site];
}

bool is_servable(SiteCosts const& costs, SiteRules const& rules, DemandId demand,
                 std::uint32_t at_least) {
  for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
    if (status_of(rules, costs.at(demand, k).site) == SiteStatus::Excluded) continue;
    if (--at_least == 0) return true;
  }
  return false;
}

double weight_of_all(SiteCosts const& costs) {
  double sum = 0;
  for (auto const weight : costs.weights) sum += static_cast<double>(weight);
  return sum;
}

std::vector<SiteId> Question::named(std::vector<std::uint32_t> const& open) const {
  auto names = required;
  for (auto const site : open) names.push_back(SiteId{sites[site]});
  std::ranges::sort(names);
  return names;
}

void check(SiteCosts const& costs, SiteRules const& rules) {
  expects(rules.statuses.empty() || rules.statuses.size() == costs.site_count,
          "every site has a status, or none");
  expects(rules.prices.empty() || rules.prices.size() == costs.site_count,
          "every site has a price, or none");
  expects(std::ranges::all_of(rules.prices, [](std::int64_t price) { return price >= 0; }),
          "prices are not negative");
  auto const required = std::ranges::count(rules.statuses, SiteStatus::Required);
  if (required > rules.most) {
    throw InputError{
        {},
        fmt::format("{} sites are required, but at most {} may be opened", required, rules.most),
        "allow more, or require fewer"};
  }
}

Question question(SiteCosts const& costs, SiteRules const& rules, Worths const& worths) {
  check(costs, rules);
  auto const states = states_of(costs, rules);
  Question asked;
  LocationModel whole;
  auto total = worths.total;
  for (std::size_t s = 0; s < costs.site_count; ++s)
    total += static_cast<double>(worths.opening(SiteId{s}));
  whole.unit = unit_for(total);
  std::uint32_t kept = 0;
  for (std::size_t s = 0; s < costs.site_count; ++s) {
    auto const status = status_of(rules, SiteId{s});
    bool const is_kept = status == SiteStatus::Kept;
    whole.opening.push_back(is_kept ? 0 : worths.opening(SiteId{s}) * whole.unit);
    kept += is_kept ? 1 : 0;
    if (status == SiteStatus::Required) asked.required.push_back(SiteId{s});
  }
  // Kept sites are no part of `most`.
  whole.most = static_cast<std::uint32_t>(
      std::min<std::size_t>(std::size_t{rules.most} + kept, costs.site_count));
  std::vector<std::uint32_t> row_sites;
  std::vector<std::int64_t> row_costs;
  for (auto const demand : costs.weights.ids()) {
    row_sites.clear();
    row_costs.clear();
    for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
      auto const pair = costs.at(demand, k);
      if (states[pair.site.value()] == SiteState::Closed) continue;
      row_sites.push_back(pair.site.value());
      row_costs.push_back(worths.serving(demand, pair.cost) * whole.unit);
    }
    if (row_sites.size() < worths.need) continue;
    whole.add(row_sites, row_costs, worths.unserved(demand) * whole.unit, worths.need);
  }
  auto left = decide(whole, states);
  asked.model = std::move(left.model);
  asked.sites = std::move(left.sites);
  return asked;
}

}  // namespace gapmap::siting
