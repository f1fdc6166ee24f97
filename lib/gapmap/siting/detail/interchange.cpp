#include "gapmap/siting/detail/interchange.h"

#include <algorithm>
#include <limits>

namespace gapmap::siting {
namespace {

constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::vector<SetRule> const Interchange::kNoRules{};

Interchange::Interchange(LocationModel const& model, std::vector<SetRule> const& rules)
    : model_{model},
      sums_{rules, model.site_count()},
      slots_{std::min<std::size_t>(model.most, model.site_count())},
      demands_of_{demands_of_sites(model)},
      slot_of_(model.site_count(), kNone),
      site_in_(slots_, kNone),
      nearest_(model.demand_count()),
      second_(model.demand_count()),
      times_(model.demand_count(), 0),
      gains_(model.site_count()),
      losses_(slots_),
      shared_(model.site_count() * slots_) {
  begin({});
}

void Interchange::begin(std::vector<std::uint32_t> const& open) {
  std::ranges::fill(slot_of_, kNone);
  std::ranges::fill(site_in_, kNone);
  std::ranges::fill(gains_, 0);
  std::ranges::fill(losses_, 0);
  std::ranges::fill(shared_, 0);
  sums_.begin(open);
  cost_ = model_.fixed;
  open_count_ = open.size();
  for (std::uint32_t slot = 0; slot < open.size(); ++slot) {
    slot_of_[open[slot]] = slot;
    site_in_[slot] = open[slot];
    cost_ += model_.opening[open[slot]];
  }
  for (std::size_t d = 0; d < model_.demand_count(); ++d) {
    look_up(d);
    account(d, 1);
    auto const nearest = nearest_[d];
    bool const is_served =
        model_.needs[d] > 1 ? times_[d] >= model_.needs[d] : nearest < model_.first[d + 1];
    cost_ += !is_served ? model_.unserved[d] : model_.needs[d] > 1 ? 0 : model_.costs[nearest];
  }
}

void Interchange::look_up(std::size_t demand) {
  auto const end = model_.first[demand + 1];
  if (model_.needs[demand] > 1) {
    times_[demand] = 0;
    for (auto k = model_.first[demand]; k < end; ++k)
      times_[demand] += slot_of_[model_.sites[k]] != kNone ? 1 : 0;
    nearest_[demand] = second_[demand] = end;
    return;
  }
  auto k = model_.first[demand];
  while (k < end && slot_of_[model_.sites[k]] == kNone) ++k;
  nearest_[demand] = k;
  if (k < end) ++k;
  while (k < end && slot_of_[model_.sites[k]] == kNone) ++k;
  second_[demand] = k;
}

void Interchange::account_for_several(std::size_t demand, std::int64_t sign) {
  auto const lacking = static_cast<std::int64_t>(model_.needs[demand]) - times_[demand];
  if (lacking != 0 && lacking != 1) return;  // no single change makes a difference
  auto const worth = sign * model_.unserved[demand];
  auto const begin = model_.first[demand];
  auto const end = model_.first[demand + 1];
  for (auto k = begin; k < end; ++k) {
    auto const slot = slot_of_[model_.sites[k]];
    if (slot != kNone) {
      if (lacking == 0) losses_[slot] += worth;
      continue;
    }
    if (lacking == 1) gains_[model_.sites[k]] += worth;
    // One for another changes nothing: neither is there a loss, nor a gain.
    for (auto other = begin; other < end; ++other) {
      auto const closed = slot_of_[model_.sites[other]];
      if (closed != kNone) shared(model_.sites[k], closed) += lacking == 0 ? worth : -worth;
    }
  }
}

void Interchange::account(std::size_t demand, std::int64_t sign) {
  if (model_.needs[demand] > 1) {
    account_for_several(demand, sign);
    return;
  }
  auto const end = model_.first[demand + 1];
  auto const nearest = nearest_[demand];
  auto const second = second_[demand];
  auto const cost_of_rank = [&](std::uint32_t k) {
    return k < end ? model_.costs[k] : model_.unserved[demand];
  };
  auto const now = cost_of_rank(nearest);
  for (auto k = model_.first[demand]; k < nearest; ++k)
    gains_[model_.sites[k]] += sign * (now - model_.costs[k]);
  if (nearest == end) return;
  auto const slot = slot_of_[model_.sites[nearest]];
  auto const then = cost_of_rank(second);
  losses_[slot] += sign * (then - now);
  for (auto k = model_.first[demand]; k < second; ++k) {
    if (k == nearest) continue;
    shared(model_.sites[k], slot) += sign * (then - std::max(now, model_.costs[k]));
  }
}

Interchange::Change Interchange::best_change() const {
  Change best;
  bool const has_room = open_count_ < slots_;
  for (std::size_t slot = 0; slot < slots_; ++slot) {
    if (site_in_[slot] == kNone) continue;
    auto const saves = model_.opening[site_in_[slot]] - losses_[slot];
    Change const change{std::nullopt, slot, saves};
    if (saves > best.saves && is_allowed(change)) best = change;
  }
  for (std::uint32_t s = 0; s < model_.site_count(); ++s) {
    if (slot_of_[s] != kNone) continue;
    auto const alone = gains_[s] - model_.opening[s];
    Change const opening{s, std::nullopt, alone};
    if (has_room && alone > best.saves && is_allowed(opening)) best = opening;
    auto const* const shares = shared_.data() + s * slots_;
    for (std::size_t slot = 0; slot < slots_; ++slot) {
      if (site_in_[slot] == kNone) continue;
      auto const saves = alone + shares[slot] - losses_[slot] + model_.opening[site_in_[slot]];
      Change const change{s, slot, saves};
      if (saves > best.saves && is_allowed(change)) best = change;
    }
  }
  return best;
}

bool Interchange::is_allowed(Change const& change) const {
  return sums_.allow(change.opened,
                     change.closed ? std::optional{site_in_[*change.closed]} : std::nullopt);
}

void Interchange::make(Change const& change) {
  // Demands that it touches: those that the closed site serves or would serve next, and those to
  // whom the opened one is nearer than their second.
  std::vector<std::uint32_t> touched;
  auto const touch = [&](std::uint32_t site, auto concerns) {
    for (auto const demand : demands_of_.at(site)) {
      if (concerns(demand)) touched.push_back(demand);
    }
  };
  auto const site_at = [&](std::uint32_t demand, std::uint32_t k) {
    return k < model_.first[demand + 1] ? model_.sites[k] : kNone;
  };
  std::optional<std::uint32_t> closed;
  if (change.closed) closed = site_in_[*change.closed];
  sums_.change(change.opened, closed);
  if (closed) {
    touch(*closed, [&](std::uint32_t demand) {
      return model_.needs[demand] > 1 || site_at(demand, nearest_[demand]) == *closed ||
             site_at(demand, second_[demand]) == *closed;
    });
  }
  if (change.opened) {
    touch(*change.opened, [&](std::uint32_t demand) {
      if (model_.needs[demand] > 1) return true;
      auto const end = model_.sites.begin() + second_[demand];
      return std::find(model_.sites.begin() + model_.first[demand], end, *change.opened) != end;
    });
  }
  std::ranges::sort(touched);
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  for (auto const demand : touched) account(demand, -1);
  if (closed) {
    slot_of_[*closed] = kNone;
    site_in_[*change.closed] = kNone;
    --open_count_;
  }
  if (change.opened) {
    auto const slot =
        static_cast<std::size_t>(std::ranges::find(site_in_, kNone) - site_in_.begin());
    slot_of_[*change.opened] = static_cast<std::uint32_t>(slot);
    site_in_[slot] = *change.opened;
    ++open_count_;
  }
  for (auto const demand : touched) {
    look_up(demand);
    account(demand, 1);
  }
  cost_ -= change.saves;
}

void Interchange::open_greedily(Effort& effort) {
  while (open_count_ < slots_ && !effort.is_spent()) {
    Change best;
    for (std::uint32_t s = 0; s < model_.site_count(); ++s) {
      Change const change{s, std::nullopt, gains_[s] - model_.opening[s]};
      if (slot_of_[s] == kNone && change.saves > best.saves && is_allowed(change)) best = change;
    }
    if (!best.opened) best.opened = most_lacked();
    if (!best.opened) return;
    make(best);
  }
}

std::optional<std::uint32_t> Interchange::most_lacked() const {
  std::vector<std::int64_t> lacked(model_.site_count(), 0);
  for (std::size_t d = 0; d < model_.demand_count(); ++d) {
    if (model_.needs[d] < 2 || times_[d] >= model_.needs[d]) continue;
    for (auto k = model_.first[d]; k < model_.first[d + 1]; ++k) {
      auto const site = model_.sites[k];
      if (slot_of_[site] == kNone && sums_.allow(site, std::nullopt))
        lacked[site] += model_.unserved[d];
    }
  }
  auto const most = std::ranges::max_element(lacked);
  if (most == lacked.end() || *most == 0) return std::nullopt;
  return static_cast<std::uint32_t>(most - lacked.begin());
}

void Interchange::improve(Effort& effort) {
  while (!effort.is_spent()) {
    auto const change = best_change();
    if (change.saves <= 0) return;
    make(change);
  }
}

std::vector<std::uint32_t> Interchange::open() const {
  std::vector<std::uint32_t> sites;
  for (std::uint32_t s = 0; s < slot_of_.size(); ++s) {
    if (slot_of_[s] != kNone) sites.push_back(s);
  }
  return sites;
}

}  // namespace gapmap::siting
