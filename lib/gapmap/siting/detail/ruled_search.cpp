#include "gapmap/siting/detail/ruled_search.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>

#include "gapmap/siting/detail/interchange.h"
#include "gapmap/siting/detail/location_program.h"
#include "gapmap/siting/detail/relaxation.h"

namespace gapmap::siting {
namespace {

constexpr std::size_t kRounds = 3000;
constexpr std::size_t kRoundsOfPrice = 240;
constexpr int kStepsOfPrice = 16;
constexpr std::size_t kRoundsOfStage = 60;  ///< after which a plan is made of the sites opened

bool serves_all(LocationModel const& model, std::vector<std::uint32_t> const& open) {
  std::vector<char> is_open(model.site_count(), 0);
  for (auto const site : open) is_open[site] = 1;
  for (std::size_t d = 0; d < model.demand_count(); ++d) {
    std::uint32_t times = 0;
    for (auto k = model.first[d]; k < model.first[d + 1]; ++k)
      times += is_open[model.sites[k]] != 0 ? 1 : 0;
    if (times < model.needs[d]) return false;
  }
  return true;
}

class RuledSearch {
 public:
  RuledSearch(LocationModel const& model, std::vector<SetRule> const& rules, Effort& effort,
              SearchGoal const& goal)
      : model_{model}, rules_{rules}, effort_{effort}, goal_{goal} {}

  RuledPlan run() {
    auto const any = any_set(rules_, model_.site_count(), model_.most);
    if (!any.open) return {.plan = std::nullopt, .is_impossible = any.is_impossible};
    auto const& base = any.open;
    offer(*base);
    improve(*base, {});
    Relaxation relaxation{model_,
                          goal_.must_serve || !best_ ? multipliers_of_opening(model_)
                                                     : multipliers_of_plan(model_, best_->open),
                          rules_};
    ascend(relaxation, kRounds, *base);
    if (!is_done(relaxation.bound()) && has_prices()) {
      auto const priced = with_best_price(relaxation, *base);
      if (priced.bound() > relaxation.bound()) return concluded(priced);
    }
    return concluded(relaxation);
  }

 private:
  /// Whether the first rule is one of prices that may bind.
  [[nodiscard]] bool has_prices() const {
    std::int64_t all = 0;
    bool are_any = false;
    for (auto const& term : rules_.front().terms) {
      all += term.factor;
      are_any = are_any || term.factor > 1;
    }
    return are_any && all > rules_.front().highest;
  }

  /// Makes a plan after every stage.
  void ascend(Relaxation& relaxation, std::size_t rounds_left,
              std::vector<std::uint32_t> const& base) {
    while (rounds_left >= kRoundsOfStage && !is_done(relaxation.bound())) {
      auto const rounds = relaxation.ascend(dearest_better(), kRoundsOfStage, effort_);
      rounds_left -= kRoundsOfStage;
      improve(base, relaxation.opened());
      if (rounds < kRoundsOfStage || effort_.is_spent()) break;
    }
  }

  /// Looks for the multiplier of a budget by halving: one that is too low opens too much. It is
  /// worth many demands, so that steps for all multipliers together hardly move it.
  Relaxation with_best_price(Relaxation relaxation, std::vector<std::uint32_t> const& base) {
    auto best = std::make_unique<Relaxation>(relaxation);
    std::int64_t low = 0;
    std::int64_t high =
        (dearest_better() - model_.fixed) / std::max<std::int64_t>(1, rules_.front().highest);
    for (int step = 0; step < kStepsOfPrice && !effort_.is_spent() && low + 1 < high; ++step) {
      auto const middle = low + (high - low) / 2;
      relaxation.hold_first_rule(middle);
      ascend(relaxation, kRoundsOfPrice, base);
      if (relaxation.bound() > best->bound()) best = std::make_unique<Relaxation>(relaxation);
      if (is_done(relaxation.bound())) break;
      (relaxation.excess_of_first_rule() > 0 ? low : high) = middle;
    }
    return *best;
  }

  RuledPlan concluded(Relaxation const& relaxation) {
    auto bound = relaxation.bound();
    if (is_done(bound)) return finished(bound);
    if (!effort_.is_spent()) bound = std::max(bound, solve_remainder(relaxation));
    if (best_) return finished(bound);
    return {.plan = std::nullopt, .is_impossible = is_impossible_};
  }

  /// No plan that is still looked for costs more.
  [[nodiscard]] std::int64_t dearest_better() const {
    if (best_) return best_->cost;
    return std::accumulate(model_.opening.begin(), model_.opening.end(), model_.fixed) +
           model_.unit;
  }

  [[nodiscard]] bool is_done(std::int64_t bound) const {
    return best_ && bound > best_->cost - model_.unit;
  }

  /// Solves what the relaxation leaves undecided. Returns a bound of all plans that are cheaper
  /// than the best before, or what that costs.
  std::int64_t solve_remainder(Relaxation const& relaxation) {
    auto const states = relaxation.forced(dearest_better());
    if (std::ranges::count(states, SiteState::Open) > static_cast<std::ptrdiff_t>(model_.most))
      return nothing_better();
    std::vector<std::uint32_t> possible;
    for (std::uint32_t s = 0; s < states.size(); ++s) {
      if (states[s] != SiteState::Closed) possible.push_back(s);
    }
    if (goal_.must_serve && !serves_all(model_, possible)) return nothing_better();
    auto const left = decide(model_, states, IdleSites::Keep);
    auto const rules = remaining(rules_, model_.site_count(), left.opened, left.sites);
    auto program = location_program(left.model, rules, goal_.must_serve);
    auto known = std::numeric_limits<double>::infinity();
    // Half a grain less than the plan: whatever is better is below it.
    if (best_) {
      known = (static_cast<double>(best_->cost - program.base) -
               static_cast<double>(program.grain) / 2) /
              program.scale;
    }
    auto const before = best_;
    auto const found = solve(program.program, effort_, known);
    if (found.is_found) {
      auto open = left.opened;
      for (auto const site : open_sites(found.numbers, left.sites.size()))
        open.push_back(left.sites[site]);
      offer(std::move(open));
    }
    if (found.is_impossible) return nothing_better();
    auto const bound = program.base + whole_bound(found.bound, program.scale, program.grain);
    return before ? std::min(bound, before->cost) : bound;
  }

  std::int64_t nothing_better() {
    is_impossible_ = !best_;
    return best_ ? best_->cost : 0;
  }

  /// Adds to a set that keeps the rules what it may of others, and makes the best of it.
  void improve(std::vector<std::uint32_t> open, std::vector<std::uint32_t> const& others) {
    OpenSums sums{rules_, model_.site_count()};
    sums.begin(open);
    for (auto const site : others) {
      bool const is_in = std::ranges::find(open, site) != open.end();
      if (is_in || open.size() >= model_.most || !sums.allow(site, std::nullopt)) continue;
      sums.change(site, std::nullopt);
      open.push_back(site);
    }
    Interchange changes{model_, rules_};
    changes.begin(open);
    changes.open_greedily(effort_);
    changes.improve(effort_);
    offer(changes.open());
  }

  void offer(std::vector<std::uint32_t> open) {
    if (open.size() > model_.most) return;
    if (!keeps(rules_, model_.site_count(), open)) return;
    if (goal_.must_serve && !serves_all(model_, open)) return;
    auto const cost = cost_of(model_, open);
    if (best_ && cost >= best_->cost) return;
    best_ = LocationPlan{std::move(open), cost, 0};
  }

  RuledPlan finished(std::int64_t bound) {
    std::ranges::sort(best_->open);
    // The least multiple of the unit that is no less.
    auto const down = bound / model_.unit * model_.unit;
    best_->bound = std::min(down < bound ? down + model_.unit : down, best_->cost);
    return {.plan = std::move(best_)};
  }

  LocationModel const& model_;
  std::vector<SetRule> const& rules_;
  Effort& effort_;
  SearchGoal const& goal_;
  std::optional<LocationPlan> best_;
  bool is_impossible_ = false;
};

}  // namespace

RuledPlan search(LocationModel const& model, std::vector<SetRule> const& rules, Effort& effort,
                 SearchGoal const& goal) {
  return RuledSearch{model, rules, effort, goal}.run();
}

}  // namespace gapmap::siting
