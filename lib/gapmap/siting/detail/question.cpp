#include "gapmap/siting/detail/question.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
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

/// Returns the rules for sets of those sites that are still free.
std::vector<SetRule> rules_of(SiteRules const& given, Question const& asked) {
  std::map<SiteId, std::uint32_t> numbers;
  for (std::uint32_t s = 0; s < asked.sites.size(); ++s) {
    if (!is_always_open(given, SiteId{asked.sites[s]})) numbers[SiteId{asked.sites[s]}] = s;
  }
  std::vector<SetRule> rules;
  if (given.budget) {
    SetRule rule{{}, 0, *given.budget};
    for (auto const site : asked.required) rule.highest -= price_of(given, site);
    for (auto const& [site, number] : numbers)
      rule.terms.push_back({number, price_of(given, site)});
    rules.push_back(std::move(rule));
  }
  for (auto const& quota : given.quotas) {
    std::int64_t required = 0;
    SetRule rule;
    for (auto const site : std::set<SiteId>{quota.sites.begin(), quota.sites.end()}) {
      required += status_of(given, site) == SiteStatus::Required ? 1 : 0;
      auto const number = numbers.find(site);
      if (number != numbers.end()) rule.terms.push_back({number->second, 1});
    }
    rule.lowest = quota.least - required;
    rule.highest = quota.most - required;
    rules.push_back(std::move(rule));
  }
  for (auto const& [one, other] : given.apart) {
    auto const a = numbers.find(one);
    auto const b = numbers.find(other);
    if (a != numbers.end() && b != numbers.end())
      rules.push_back({{{a->second, 1}, {b->second, 1}}, 0, 1});
  }
  // That none is left does not make it another problem.
  if (rules.empty()) rules.emplace_back();
  return rules;
}

/// How many free sites a budget pays for at most.
std::uint32_t affordable(SiteRules const& rules, Question const& asked) {
  if (!rules.budget) return asked.model.most;
  std::vector<std::int64_t> prices;
  for (auto const site : asked.sites) {
    if (!is_always_open(rules, SiteId{site})) prices.push_back(price_of(rules, SiteId{site}));
  }
  std::ranges::sort(prices);
  auto left = *rules.budget;
  for (auto const site : asked.required) left -= price_of(rules, site);
  std::uint32_t sites = 0;
  for (; sites < prices.size() && prices[sites] <= left; ++sites) left -= prices[sites];
  return sites;
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

std::int64_t unit_for(double total) {
  auto const bits = static_cast<int>(std::ceil(std::log2(std::max(total, 1.0))));
  expects(bits <= kBitsOfSums, "sums of costs and weights fit 60 bits");
  return std::int64_t{1} << std::min(kBitsOfSums - bits, kMostBitsOfUnit);
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

void throw_not_found(bool is_impossible, bool must_serve) {
  if (!is_impossible) {
    throw InputError{{},
                     "no set of sites that keeps all rules was found in time",
                     "allow more time, or loosen a rule"};
  }
  throw InputError{{},
                   must_serve ? "no set of sites that keeps all rules serves everybody"
                              : "no set of sites keeps all rules",
                   "loosen the budget, the quotas or the distance between sites"};
}

bool has_set_rules(SiteRules const& rules) {
  return rules.budget || !rules.apart.empty() || !rules.quotas.empty();
}

std::vector<SiteId> required_of(SiteCosts const& costs, SiteRules const& rules) {
  std::vector<SiteId> required;
  for (std::size_t s = 0; s < costs.site_count; ++s) {
    if (status_of(rules, SiteId{s}) == SiteStatus::Required) required.push_back(SiteId{s});
  }
  return required;
}

SiteRules settled(SiteCosts const& costs, SiteRules rules) {
  expects(rules.statuses.empty() || rules.statuses.size() == costs.site_count,
          "every site has a status, or none");
  expects(rules.prices.empty() || rules.prices.size() == costs.site_count,
          "every site has a price, or none");
  expects(std::ranges::all_of(rules.prices, [](std::int64_t price) { return price >= 0; }),
          "prices are not negative");
  auto const required = required_of(costs, rules);
  if (required.size() > rules.most) {
    throw InputError{{},
                     fmt::format("{} sites are required, but at most {} may be opened",
                                 required.size(), rules.most),
                     "allow more, or require fewer"};
  }
  std::int64_t price = 0;
  for (auto const site : required) price += price_of(rules, site);
  if (rules.budget && price > *rules.budget) {
    throw InputError{
        {},
        fmt::format("required sites cost {} together, but the budget is {}", price, *rules.budget),
        "raise the budget, or require fewer"};
  }
  for (auto const& quota : rules.quotas) {
    expects(std::ranges::all_of(quota.sites,
                                [&](SiteId site) { return site.value() < costs.site_count; }),
            "quotas are of known sites");
  }
  if (rules.apart.empty()) return rules;
  if (rules.statuses.empty())
    rules.statuses = IdVector<SiteId, SiteStatus>(costs.site_count, SiteStatus::Candidate);
  auto const before = rules.statuses;
  for (auto const& [one, other] : rules.apart) {
    expects(one.value() < costs.site_count && other.value() < costs.site_count && one != other,
            "pairs of sites apart are of known sites");
    for (auto const& [open, near] : {std::pair{one, other}, std::pair{other, one}}) {
      auto const there = before[open];
      if (there != SiteStatus::Kept && there != SiteStatus::Required) continue;
      if (before[near] == SiteStatus::Required) {
        throw InputError{{},
                         fmt::format("site {} is required, but too near site {}, which is open too",
                                     near.value(), open.value()),
                         "require only one of them, or allow a smaller distance"};
      }
      if (before[near] == SiteStatus::Candidate) rules.statuses[near] = SiteStatus::Excluded;
    }
  }
  return rules;
}

void add_rules(SiteRules const& rules, Question& asked) {
  asked.rules = rules_of(rules, asked);
  asked.model.most = std::min(asked.model.most, affordable(rules, asked));
}

Question question(SiteCosts const& costs, SiteRules const& rules, Worths const& worths) {
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
  }
  asked.required = required_of(costs, rules);
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
  bool const has_rules = has_set_rules(rules);
  auto left = decide(whole, states, has_rules ? IdleSites::Keep : IdleSites::LeaveOut);
  asked.model = std::move(left.model);
  asked.sites = std::move(left.sites);
  if (has_rules) add_rules(rules, asked);
  return asked;
}

}  // namespace gapmap::siting
