#include "gapmap/siting/detail/relaxation.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>

namespace gapmap::siting {
namespace {

// The step is `size_` times what the bound lacks to the best known cost, by the length of the
// direction squared. It grows while the bound does along it, and shrinks when that has not got
// better for some rounds.
constexpr double kGreatestSize = 2;
constexpr double kLeastSize = 0.002;
constexpr double kGrowth = 1.1;
constexpr double kShrinking = 0.66;
constexpr std::size_t kPatience = 10;

// How much of a direction is the last slope: less when many rounds gain little.
constexpr double kLeastPart = 0.001;
constexpr std::size_t kRoundsOfPart = 60;
constexpr double kLittle = 0.05;  ///< of what the bound lacks

/// What a rule may add to a bound at most, so that sums fit.
constexpr std::int64_t kHighestOfSide = std::int64_t{1} << 57;

}  // namespace

std::vector<std::int64_t> multipliers_of_plan(LocationModel const& model,
                                              std::span<std::uint32_t const> open) {
  std::vector<char> is_open(model.site_count(), 0);
  for (auto const site : open) is_open[site] = 1;
  std::vector<std::int64_t> multipliers;
  multipliers.reserve(model.demand_count());
  for (std::size_t d = 0; d < model.demand_count(); ++d) {
    auto const end = model.first[d + 1];
    auto const next_open = [&](std::uint32_t k) {
      while (k < end && is_open[model.sites[k]] == 0) ++k;
      return k;
    };
    auto const cost = [&](std::uint32_t k) { return k < end ? model.costs[k] : model.unserved[d]; };
    auto const best = next_open(model.first[d]);
    auto const second = best < end ? next_open(best + 1) : end;
    multipliers.push_back(
        std::min(cost(best) + (cost(second) - cost(best)) / 2, model.highest_multiplier(d)));
  }
  return multipliers;
}

std::vector<std::int64_t> multipliers_of_opening(LocationModel const& model) {
  std::vector<std::int64_t> demands(model.site_count(), 0);
  for (auto const site : model.sites) ++demands[site];
  std::vector<std::int64_t> multipliers;
  multipliers.reserve(model.demand_count());
  for (std::size_t d = 0; d < model.demand_count(); ++d) {
    auto least = model.highest_multiplier(d);
    for (auto k = model.first[d]; k < model.first[d + 1]; ++k) {
      auto const site = model.sites[k];
      least = std::min(least, model.opening[site] / demands[site]);
    }
    multipliers.push_back(least);
  }
  return multipliers;
}

Relaxation::Relaxation(LocationModel const& model, std::vector<std::int64_t> multipliers,
                       std::vector<SetRule> const& rules, Capacities const* capacities)
    : model_{model},
      capacities_{capacities},
      at_{std::move(multipliers)},
      worths_(model.site_count()),
      is_opened_(model.site_count(), 0),
      shares_(model.site_count(), 0) {
  for (auto const& rule : rules) {
    std::int64_t all = 0;
    for (auto const& term : rule.terms) all += term.factor;
    if (rule.highest < all) add_side(rule, 1, rule.highest);
    if (rule.lowest > 0) add_side(rule, -1, rule.lowest);
  }
  if (capacities != nullptr) begin_offers();
  at_.resize(model.demand_count() + sides_.size(), 0);
  slopes_.resize(at_.size(), 0);
  keep(evaluate());
  bound_of_stage_ = bound_;
  find_slopes();
  direction_ = slopes_;
  for (auto const site : opened_) shares_[site] = 1;
}

void Relaxation::add_side(SetRule const& rule, std::int64_t sign, std::int64_t limit) {
  Side side{rule.terms, sign, limit};
  std::int64_t largest = 1;
  for (auto const& term : rule.terms) largest = std::max(largest, term.factor);
  side.largest = static_cast<double>(largest);
  // No more is opened than may be.
  auto const sites = std::min<std::size_t>(rule.terms.size(), model_.most);
  auto const all = std::abs(limit) + largest * static_cast<std::int64_t>(sites);
  side.highest = kHighestOfSide / std::max<std::int64_t>(all, 1);
  sides_.push_back(std::move(side));
}

std::int64_t Relaxation::highest(std::size_t multiplier) const {
  auto const demands = model_.demand_count();
  return multiplier < demands ? model_.highest_multiplier(multiplier)
                              : sides_[multiplier - demands].highest;
}

std::int64_t Relaxation::evaluate() {
  std::ranges::copy(model_.opening, worths_.begin());
  auto bound = model_.fixed;
  auto const* const sites = model_.sites.data();
  auto const* const costs = model_.costs.data();
  for (std::size_t d = 0; d < model_.demand_count(); ++d) {
    auto const at = at_[d];
    bound += at * model_.needs[d];
    if (capacities_ != nullptr) continue;
    auto const end = model_.first[d + 1];
    for (auto k = model_.first[d]; k < end && costs[k] < at; ++k)
      worths_[sites[k]] += costs[k] - at;
  }
  if (capacities_ != nullptr) fill_sites();
  for (std::size_t r = 0; r < sides_.size(); ++r) {
    auto const at = sides_[r].sign * at_[model_.demand_count() + r];
    if (at == 0) continue;
    bound -= at * sides_[r].limit;
    for (auto const& [site, factor] : sides_[r].terms) worths_[site] += at * factor;
  }
  order_.clear();
  for (std::uint32_t s = 0; s < worths_.size(); ++s) {
    if (worths_[s] < 0) order_.push_back(s);
  }
  auto const by_worth = [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(worths_[a], a) < std::tie(worths_[b], b);
  };
  if (order_.size() > model_.most) {
    std::nth_element(order_.begin(), order_.begin() + model_.most, order_.end(), by_worth);
    order_.resize(model_.most);
  }
  for (auto const site : opened_) is_opened_[site] = 0;
  opened_ = order_;
  for (auto const site : opened_) {
    is_opened_[site] = 1;
    bound += worths_[site];
  }
  return bound;
}

void Relaxation::begin_offers() {
  offers_.resize(model_.site_count());
  for (std::uint32_t d = 0; d < model_.demand_count(); ++d) {
    for (auto k = model_.first[d]; k < model_.first[d + 1]; ++k)
      offers_[model_.sites[k]].push_back({d, model_.costs[k], 0});
  }
}

void Relaxation::fill_sites() {
  std::vector<KnapsackItem> items;
  std::vector<Offer*> taken;
  for (std::size_t s = 0; s < offers_.size(); ++s) {
    items.clear();
    taken.clear();
    for (auto& offer : offers_[s]) {
      offer.share = 0;
      if (offer.cost >= at_[offer.demand]) continue;
      items.push_back({at_[offer.demand] - offer.cost, capacities_->loads[offer.demand]});
      taken.push_back(&offer);
    }
    auto const filled = fill(items, capacities_->of_sites[s], capacities_->is_split);
    worths_[s] -= filled.value;
    for (std::size_t k = 0; k < taken.size(); ++k) taken[k]->share = filled.shares[k];
  }
}

void Relaxation::find_slopes() {
  auto const* const sites = model_.sites.data();
  auto const* const costs = model_.costs.data();
  for (std::size_t d = 0; d < model_.demand_count(); ++d) {
    auto const at = at_[d];
    if (capacities_ != nullptr) {
      slopes_[d] = 1;
      continue;
    }
    int served = 0;
    auto const end = model_.first[d + 1];
    for (auto k = model_.first[d]; k < end && costs[k] < at; ++k) served += is_opened_[sites[k]];
    slopes_[d] = static_cast<int>(model_.needs[d]) - served;
  }
  if (capacities_ != nullptr) {
    for (auto const site : opened_) {
      for (auto const& offer : offers_[site]) slopes_[offer.demand] -= offer.share;
    }
  }
  for (std::size_t r = 0; r < sides_.size(); ++r) {
    auto const& side = sides_[r];
    auto sum = -side.limit;
    for (auto const& [site, factor] : side.terms) sum += is_opened_[site] != 0 ? factor : 0;
    bool const is_held = r == 0 && is_first_rule_held_;
    slopes_[model_.demand_count() + r] =
        is_held ? 0 : static_cast<double>(side.sign * sum) / side.largest;
  }
}

void Relaxation::keep(std::int64_t bound) {
  if (has_bound_ && bound <= bound_) return;
  has_bound_ = true;
  bound_ = bound;
  best_ = at_;
  worths_at_best_ = worths_;
  opened_at_best_ = opened_;
  std::ranges::sort(opened_at_best_);
}

std::size_t Relaxation::ascend(std::int64_t best, std::size_t rounds, Effort& effort) {
  std::size_t used = 0;
  while (used < rounds && size_ > kLeastSize && bound_ <= best - model_.unit && effort.spend()) {
    ++used;
    double length = 0;
    for (std::size_t d = 0; d < direction_.size(); ++d) {
      // What cannot move is no part of the step.
      bool const is_held =
          (best_[d] == 0 && direction_[d] < 0) || (best_[d] == highest(d) && direction_[d] > 0);
      if (!is_held) length += direction_[d] * direction_[d];
    }
    if (!(length > 0)) break;
    auto const step = size_ * static_cast<double>(best - bound_) / length;
    for (std::size_t d = 0; d < at_.size(); ++d) {
      auto const is_side = d >= model_.demand_count();
      auto const size = is_side ? step / sides_[d - model_.demand_count()].largest : step;
      auto const moved = std::llround(size * direction_[d]);
      at_[d] = std::clamp<std::int64_t>(best_[d] + moved, 0, highest(d));
    }
    auto const bound = evaluate();
    find_slopes();
    auto const along = turn();
    if (bound > bound_) {
      keep(bound);
      since_better_ = 0;
      if (along > 0) size_ = std::min(kGreatestSize, size_ * kGrowth);
    } else if (++since_better_ >= kPatience) {
      size_ *= kShrinking;
      since_better_ = 0;
    }
    if (++rounds_ % kRoundsOfPart == 0) {
      auto const lacking = static_cast<double>(best - bound_);
      if (static_cast<double>(bound_ - bound_of_stage_) < kLittle * lacking)
        part_ = std::max(kLeastPart, part_ / 2);
      bound_of_stage_ = bound_;
    }
  }
  return used;
}

void Relaxation::hold_first_rule(std::int64_t multiplier) {
  is_first_rule_held_ = true;
  size_ = kFirstSize;
  part_ = kFirstPart;
  since_better_ = 0;
  at_ = best_;
  at_[model_.demand_count()] = std::min(multiplier, sides_.front().highest);
  has_bound_ = false;
  keep(evaluate());
  bound_of_stage_ = bound_;
  find_slopes();
  direction_ = slopes_;
}

double Relaxation::excess_of_first_rule() const {
  auto excess = -static_cast<double>(sides_.front().limit);
  for (auto const& [site, factor] : sides_.front().terms)
    excess += shares_[site] * static_cast<double>(factor);
  return excess;
}

void Relaxation::move_to(std::vector<std::int64_t> multipliers) {
  size_ = kFirstSize;
  part_ = kFirstPart;
  since_better_ = 0;
  at_ = std::move(multipliers);
  keep(evaluate());
  at_ = best_;
  evaluate();
  find_slopes();
  direction_ = slopes_;
}

double Relaxation::turn() {
  double along = 0;
  double of_direction = 0;
  double of_slope = 0;
  for (std::size_t d = 0; d < slopes_.size(); ++d) {
    along += slopes_[d] * direction_[d];
    of_direction += direction_[d] * direction_[d];
    of_slope += slopes_[d] * slopes_[d];
  }
  // The part that makes the direction shortest.
  auto const apart = of_direction + of_slope - 2 * along;
  auto part = apart > 0 ? (of_direction - along) / apart : part_;
  part = part < 0 ? part_ / 10 : std::min(part, part_);
  for (std::size_t d = 0; d < slopes_.size(); ++d)
    direction_[d] += part * (slopes_[d] - direction_[d]);
  for (auto& share : shares_) share *= 1 - part;
  for (auto const site : opened_) shares_[site] += part;
  return along;
}

std::vector<SiteState> Relaxation::forced(std::int64_t best) const {
  auto const too_much = best - model_.unit;  // a plan that costs more than this is no better
  std::vector<char> is_opened(model_.site_count(), 0);
  for (auto const site : opened_at_best_) is_opened[site] = 1;
  bool const is_full = opened_at_best_.size() == model_.most;
  std::int64_t dearest = 0;  // what the last one of those opened is worth
  std::int64_t next = 0;     // the best of all others
  if (is_full && !opened_at_best_.empty()) {
    dearest = worths_at_best_[opened_at_best_.front()];
    for (auto const site : opened_at_best_) dearest = std::max(dearest, worths_at_best_[site]);
  }
  for (std::size_t s = 0; s < is_opened.size(); ++s) {
    if (is_opened[s] == 0) next = std::min(next, worths_at_best_[s]);
  }
  std::vector<SiteState> states(model_.site_count(), SiteState::Free);
  for (std::size_t s = 0; s < states.size(); ++s) {
    auto const worth = worths_at_best_[s];
    if (is_opened[s] != 0) {
      if (bound_ - worth + next > too_much) states[s] = SiteState::Open;
    } else if (model_.most == 0 || bound_ + worth - dearest > too_much) {
      states[s] = SiteState::Closed;
    }
  }
  return states;
}

std::vector<char> Relaxation::closed_pairs(std::int64_t best) const {
  auto const too_much = best - model_.unit;
  // What opening each site costs with the multipliers of the rules.
  auto opening = model_.opening;
  for (std::size_t r = 0; r < sides_.size(); ++r) {
    auto const at = sides_[r].sign * best_[model_.demand_count() + r];
    for (auto const& [site, factor] : sides_[r].terms) opening[site] += at * factor;
  }
  std::int64_t dearest = 0;
  if (opened_at_best_.size() == model_.most && !opened_at_best_.empty()) {
    dearest = worths_at_best_[opened_at_best_.front()];
    for (auto const site : opened_at_best_) dearest = std::max(dearest, worths_at_best_[site]);
  }
  std::vector<std::vector<std::int64_t>> limits(model_.site_count());
  for (std::uint32_t s = 0; s < limits.size(); ++s) {
    bool const is_opened = std::ranges::binary_search(opened_at_best_, s);
    auto const others = bound_ - (is_opened ? worths_at_best_[s] : dearest) + opening[s];
    std::vector<KnapsackItem> items;
    for (auto const& offer : offers_[s])
      items.push_back({best_[offer.demand] - offer.cost, capacities_->loads[offer.demand]});
    for (auto const value : values_with_each(items, capacities_->of_sites[s]))
      limits[s].push_back(others - value);
  }
  std::vector<char> is_closed(model_.sites.size(), 0);
  std::vector<std::size_t> next(model_.site_count(), 0);
  for (std::size_t k = 0; k < model_.sites.size(); ++k) {
    auto const site = model_.sites[k];
    is_closed[k] = limits[site][next[site]++] > too_much ? 1 : 0;
  }
  return is_closed;
}

}  // namespace gapmap::siting
