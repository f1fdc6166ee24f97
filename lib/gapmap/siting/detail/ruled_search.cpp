#include "gapmap/siting/detail/ruled_search.h"

#include <algorithm>
#include <utility>

#include "gapmap/siting/detail/interchange.h"
#include "gapmap/siting/detail/location_program.h"

namespace gapmap::siting {
namespace {

constexpr std::size_t kRoundsWithoutRules = 1500;
/// Of the time that is left, for the search without rules.
constexpr int kPartWithoutRules = 4;

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
    auto const without = search_without_rules();
    offer(without.open);
    if (best_ && best_->cost == without.bound) return finished(without.bound);
    auto const base = any_set();
    if (!base) return {.plan = std::nullopt, .is_impossible = is_impossible_};
    offer(*base);
    improve(*base, {});
    improve(*base, without.open);
    auto program = location_program(model_, rules_, goal_.must_serve);
    auto known = std::numeric_limits<double>::infinity();
    if (best_) {
      // Half a grain less than the plan: whatever is better is below it.
      known = (static_cast<double>(best_->cost - program.base) -
               static_cast<double>(program.grain) / 2) /
              program.scale;
    }
    auto const found = solve(program.program, effort_, known);
    offer(open_sites(found.numbers, model_.site_count()), !found.numbers.empty());
    if (!best_) return {.plan = std::nullopt, .is_impossible = found.is_impossible};
    return finished(std::max(
        without.bound, program.base + whole_bound(found.bound, program.scale, program.grain)));
  }

 private:
  LocationPlan search_without_rules() {
    auto limits = EffortLimits{.rounds = std::min(kRoundsWithoutRules, effort_.rounds_left())};
    if (auto const left = effort_.time_left()) limits.time = *left / kPartWithoutRules;
    Effort part{limits};
    auto goal = goal_;
    goal.is_region = true;
    auto plan = search(model_, part, goal);
    effort_.add(part);
    return plan;
  }

  /// Any set that keeps the rules, whoever is served. It is looked for however little effort there
  /// is: nothing can be said without it.
  std::optional<std::vector<std::uint32_t>> any_set() {
    if (keeps(rules_, model_.site_count(), {})) return std::vector<std::uint32_t>{};
    MixedProgram program;
    for (std::uint32_t s = 0; s < model_.site_count(); ++s) {
      program.linear.numbers.push_back({.price = 1});
      program.whole.push_back(s);
    }
    program.linear.rows = rows_of(rules_, model_.site_count(), model_.most);
    Effort enough;
    auto const found = solve(program, enough);
    is_impossible_ = found.is_impossible;
    auto open = open_sites(found.numbers, model_.site_count());
    if (!keeps(rules_, model_.site_count(), open)) return std::nullopt;
    return open;
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

  void offer(std::vector<std::uint32_t> open, bool is_found = true) {
    if (!is_found || open.size() > model_.most) return;
    if (!keeps(rules_, model_.site_count(), open)) return;
    if (goal_.must_serve && !serves_all(model_, open)) return;
    auto const cost = cost_of(model_, open);
    if (best_ && cost >= best_->cost) return;
    best_ = LocationPlan{std::move(open), cost, 0};
  }

  RuledPlan finished(std::int64_t bound) {
    std::ranges::sort(best_->open);
    best_->bound = std::min(bound, best_->cost);
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
