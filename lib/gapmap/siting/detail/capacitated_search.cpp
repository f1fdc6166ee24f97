#include "gapmap/siting/detail/capacitated_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "gapmap/siting/detail/interchange.h"
#include "gapmap/siting/detail/location_program.h"
#include "gapmap/siting/detail/relaxation.h"

namespace gapmap::siting {
namespace {

constexpr std::size_t kRoundsOfRoot = 1500;
/// Of what the bound lacks: less gained since the last beginning is not worth another one.
constexpr double kLittleGain = 0.1;
/// Where there are more pairs to look at, sites are not tried one for another.
constexpr double kMostExchanges = 5e7;
constexpr std::size_t kRoundsOfPlan = 20;  ///< after which a plan is made of the sites opened

class CapacitatedSearch {
 public:
  CapacitatedSearch(CapacitatedModel const& model, Effort& effort)
      : model_{model}, location_{model.location}, effort_{effort} {
    is_always_open_.assign(location_.site_count(), 0);
    for (auto const site : model.always_open) is_always_open_[site] = 1;
  }

  CapacitatedAnswer run() {
    auto const free_most = location_.most - static_cast<std::uint32_t>(model_.always_open.size());
    auto const any = any_set(model_.rules, location_.site_count(), free_most);
    if (!any.open) return {.plan = std::nullopt, .is_impossible = any.is_impossible};
    base_ = *any.open;
    base_.insert(base_.end(), model_.always_open.begin(), model_.always_open.end());
    offer(base_);
    if (!model_.likely.empty()) move_and_offer(model_.likely);
    if (is_done(model_.bound)) return concluded(model_.bound);
    // Without capacities at first.
    Interchange changes{location_, model_.rules};
    changes.begin(base_);
    changes.open_greedily(effort_);
    changes.improve(effort_);
    auto const begin = changes.open();
    make_plan(begin);
    Relaxation relaxation{location_, multipliers_of_plan(location_, begin), model_.rules,
                          &model_.capacities};
    auto bound_before = relaxation.bound();
    for (std::size_t used = 0;
         used < kRoundsOfRoot && !is_done(std::max(relaxation.bound(), model_.bound));) {
      auto const rounds = relaxation.ascend(plan_.cost, kRoundsOfPlan, effort_);
      used += rounds;
      make_plan(in_order(relaxation));
      if (effort_.is_spent()) break;
      if (rounds == kRoundsOfPlan) continue;
      // Steps have become too small: anew from here, as long as it is worth it.
      auto const lacking = static_cast<double>(plan_.cost - relaxation.bound());
      if (static_cast<double>(relaxation.bound() - bound_before) < kLittleGain * lacking) break;
      bound_before = relaxation.bound();
      relaxation.move_to(relaxation.multipliers());
    }
    auto bound = std::max(relaxation.bound(), model_.bound);
    if (!is_done(bound)) exchange_sites();
    if (!is_done(bound) && !effort_.is_spent())
      bound =
          std::max(bound, solve_remainder(relaxation.forced(plan_.cost), closed_pairs(relaxation)));
    return concluded(bound);
  }

 private:
  CapacitatedAnswer concluded(std::int64_t bound) {
    auto const down = bound / location_.unit * location_.unit;
    plan_.bound = std::min(down < bound ? down + location_.unit : down, plan_.cost);
    std::ranges::sort(plan_.open);
    return {.plan = std::move(plan_)};
  }

  [[nodiscard]] bool is_done(std::int64_t bound) const {
    return bound > plan_.cost - location_.unit;
  }

  [[nodiscard]] bool is_allowed(std::vector<std::uint32_t> const& open) const {
    return open.size() <= location_.most && keeps(model_.rules, location_.site_count(), open);
  }

  bool offer(std::vector<std::uint32_t> open) {
    auto shares = assigned(location_, model_.capacities, open);
    return offer(std::move(open), std::move(shares));
  }

  bool offer(std::vector<std::uint32_t> open, std::vector<Share> shares) {
    auto const cost = cost_of(location_, model_.capacities, shares);
    if (has_plan_ && cost >= plan_.cost) return false;
    has_plan_ = true;
    plan_ = {std::move(open), std::move(shares), cost, 0};
    return true;
  }

  /// All sites: those that a relaxation opens, then by how much of them it opened on the way.
  [[nodiscard]] std::vector<std::uint32_t> in_order(Relaxation const& relaxation) const {
    std::vector<std::uint32_t> order(location_.site_count());
    std::iota(order.begin(), order.end(), 0U);
    auto const& shares = relaxation.shares();
    auto const& opened = relaxation.opened();
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
      bool const is_a = std::ranges::binary_search(opened, a);
      bool const is_b = std::ranges::binary_search(opened, b);
      return is_a != is_b ? is_a : shares[a] > shares[b];
    });
    return order;
  }

  /// Opens sites in this order as far as the rules allow, then moves them.
  void make_plan(std::vector<std::uint32_t> const& order) {
    auto open = base_;
    OpenSums sums{model_.rules, location_.site_count()};
    sums.begin(open);
    for (auto const site : order) {
      if (open.size() >= location_.most) break;
      if (std::ranges::find(open, site) != open.end() || !sums.allow(site, std::nullopt)) continue;
      sums.change(site, std::nullopt);
      open.push_back(site);
    }
    if (open == last_tried_) return;
    last_tried_ = open;
    move_and_offer(std::move(open));
  }

  void move_and_offer(std::vector<std::uint32_t> open) {
    // Each site moves to where its demands are served best, until that is no better.
    auto served = assigned(location_, model_.capacities, open);
    auto cost = cost_of(location_, model_.capacities, served);
    while (!effort_.is_spent()) {
      auto moved = moved_within(open, served);
      if (!is_allowed(moved)) break;
      auto next = assigned(location_, model_.capacities, moved);
      auto const next_cost = cost_of(location_, model_.capacities, next);
      if (next_cost >= cost) break;
      open = std::move(moved);
      served = std::move(next);
      cost = next_cost;
    }
    offer(std::move(open), std::move(served));
  }

  /// Tries each site that is open for each that is not, as often as it is better.
  void exchange_sites() {
    auto const pairs = static_cast<double>(plan_.open.size()) *
                       static_cast<double>(location_.site_count()) *
                       static_cast<double>(location_.sites.size());
    if (pairs > kMostExchanges) return;
    bool is_better = true;
    while (is_better) {
      is_better = false;
      for (std::size_t k = 0; k < plan_.open.size(); ++k) {
        if (is_always_open_[plan_.open[k]] != 0) continue;
        for (std::uint32_t s = 0; s < location_.site_count() && !effort_.is_spent(); ++s) {
          if (std::ranges::find(plan_.open, s) != plan_.open.end()) continue;
          auto open = plan_.open;
          open[k] = s;
          if (keeps(model_.rules, location_.site_count(), open))
            is_better = offer(std::move(open)) || is_better;
        }
      }
    }
  }

  /// Returns for each open site the one that serves its demands at the least cost, if it can.
  [[nodiscard]] std::vector<std::uint32_t> moved_within(std::vector<std::uint32_t> const& open,
                                                        std::vector<Share> const& served) const {
    std::vector<char> is_taken(location_.site_count(), 0);
    for (auto const site : open) is_taken[site] = 1;
    std::vector<std::uint32_t> moved;
    std::vector<std::int64_t> saves(location_.site_count());
    for (auto const site : open) {
      auto best = site;
      if (is_always_open_[site] == 0) {
        std::ranges::fill(saves, 0);
        std::int64_t load = 0;
        for (auto const& share : served) {
          if (share.site != site) continue;
          load += share.load;
          for (auto k = location_.first[share.demand]; k < location_.first[share.demand + 1]; ++k)
            saves[location_.sites[k]] += location_.unserved[share.demand] - location_.costs[k];
        }
        for (std::uint32_t s = 0; s < saves.size(); ++s) {
          bool const can = is_taken[s] == 0 && model_.capacities.of_sites[s] >= load;
          if (can && saves[s] > saves[best]) best = s;
        }
      }
      is_taken[site] = best == site ? 1 : 0;
      is_taken[best] = 1;
      moved.push_back(best);
    }
    return moved;
  }

  /// A pair of a demand that is split says nothing of a part of it.
  [[nodiscard]] std::vector<char> closed_pairs(Relaxation const& relaxation) const {
    return model_.capacities.is_split ? std::vector<char>{} : relaxation.closed_pairs(plan_.cost);
  }

  /// Returns a bound of plans that are cheaper than the best before, or what that costs.
  std::int64_t solve_remainder(std::vector<SiteState> states, std::vector<char> const& is_closed) {
    for (auto const site : model_.always_open) states[site] = SiteState::Open;
    MixedProgram program;
    auto& numbers = program.linear.numbers;
    auto& rows = program.linear.rows;
    for (std::uint32_t s = 0; s < location_.site_count(); ++s) {
      numbers.push_back({.price = 0,
                         .lowest = states[s] == SiteState::Open ? 1.0 : 0.0,
                         .highest = states[s] == SiteState::Closed ? 0.0 : 1.0});
      program.whole.push_back(s);
    }
    rows = rows_of(model_.rules, location_.site_count(), location_.most);
    std::vector<LinearProgram::Row> loads(location_.site_count());
    for (std::uint32_t s = 0; s < loads.size(); ++s) {
      loads[s] = {{{s, -static_cast<double>(model_.capacities.of_sites[s])}},
                  -std::numeric_limits<double>::infinity(),
                  0};
    }
    std::int64_t grain = 0;
    std::int64_t largest = 1;
    auto const number = [&](std::int64_t price) {
      grain = std::gcd(grain, price);
      largest = std::max(largest, price);
      numbers.push_back({.price = static_cast<double>(price)});
      return static_cast<std::uint32_t>(numbers.size() - 1);
    };
    struct Pair {
      std::uint32_t demand;
      std::uint32_t site;
      std::uint32_t number;
    };
    std::vector<Pair> pairs;
    auto base = location_.fixed;
    for (std::uint32_t d = 0; d < location_.demand_count(); ++d) {
      auto const load = static_cast<double>(model_.capacities.loads[d]);
      LinearProgram::Row all{{}, 1, 1};
      auto const least = location_.first[d] < location_.first[d + 1]
                             ? location_.costs[location_.first[d]]
                             : location_.unserved[d];
      base += least;
      for (auto k = location_.first[d]; k < location_.first[d + 1]; ++k) {
        auto const site = location_.sites[k];
        if (states[site] == SiteState::Closed || (!is_closed.empty() && is_closed[k] != 0))
          continue;
        auto const x = number(location_.costs[k] - least);
        if (!model_.capacities.is_split) program.whole.push_back(x);
        pairs.push_back({d, site, x});
        all.terms.push_back({x, 1});
        if (load > 0) loads[site].terms.push_back({x, load});
        if (states[site] == SiteState::Free) rows.push_back({{{site, 1}, {x, -1}}, 0, 1});
      }
      all.terms.push_back({number(location_.unserved[d] - least), 1});
      rows.push_back(std::move(all));
    }
    for (auto& row : loads) {
      if (row.terms.size() > 1) rows.push_back(std::move(row));
    }
    // Parts of a demand cost parts of a grain.
    grain = model_.capacities.is_split ? location_.unit : std::max<std::int64_t>(grain, 1);
    auto const scale = static_cast<double>(grain) *
                       std::max(1.0, static_cast<double>(largest / grain) / kLargestPrice);
    for (auto& of : numbers) of.price /= scale;
    auto const before = plan_.cost;
    auto const known =
        (static_cast<double>(before - base) - static_cast<double>(grain) / 2) / scale;
    auto const found = solve(program, effort_, known);
    if (found.is_found) {
      auto open = open_sites(found.numbers, location_.site_count());
      std::vector<Share> shares;
      for (auto const& [demand, site, x] : pairs) {
        auto const load = static_cast<double>(model_.capacities.loads[demand]);
        if (!model_.capacities.is_split) {
          if (found.numbers[x] > kHalf)
            shares.push_back({demand, site, model_.capacities.loads[demand]});
        } else if (auto const part = std::llround(found.numbers[x] * load); part > 0) {
          shares.push_back({demand, site, part});
        }
      }
      if (is_allowed(open)) {
        if (fits(location_, model_.capacities, open, shares)) offer(open, std::move(shares));
        offer(std::move(open));
      }
    }
    if (found.is_impossible) return before;
    return std::min(base + whole_bound(found.bound, scale, grain), before);
  }

  static constexpr double kLargestPrice = 1e4;
  static constexpr double kHalf = 0.5;

  CapacitatedModel const& model_;
  LocationModel const& location_;
  Effort& effort_;
  std::vector<char> is_always_open_;
  std::vector<std::uint32_t> base_;
  std::vector<std::uint32_t> last_tried_;
  CapacitatedPlan plan_;
  bool has_plan_ = false;
};

}  // namespace

CapacitatedAnswer search(CapacitatedModel const& model, Effort& effort) {
  return CapacitatedSearch{model, effort}.run();
}

}  // namespace gapmap::siting
