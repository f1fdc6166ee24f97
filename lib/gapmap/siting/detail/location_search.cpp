#include "gapmap/siting/detail/location_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "gapmap/siting/detail/cover_plan.h"
#include "gapmap/siting/detail/interchange.h"
#include "gapmap/siting/detail/linear_program.h"
#include "gapmap/siting/detail/regional_search.h"
#include "gapmap/siting/detail/relaxation.h"

namespace gapmap::siting {
namespace {

constexpr std::size_t kRootRounds = 3000;
constexpr std::size_t kRoundsOfStage = 60;  ///< after which a plan is made of the sites opened
constexpr std::size_t kRoundsOfNode = 120;
constexpr auto kUnbounded = std::numeric_limits<double>::infinity();
/// Where more sites are undecided, branching ends nowhere soon: regions make a better plan first.
constexpr std::size_t kSitesOfRegions = 1000;
/// Of sites that are open to about this share, deciding tells most: less certain ones change less
/// when closed, more certain ones when opened.
constexpr double kBranchingShare = 0.7;

/// The least multiple of the unit that is no less than the bound.
std::int64_t whole(std::int64_t bound, std::int64_t unit) {
  auto const down = bound / unit * unit;
  return down < bound ? down + unit : down;
}

/// Returns the multipliers of the linear relaxation of a covering model whose demands must all be
/// served: the best that there are. Nothing if the effort ran out.
std::vector<std::int64_t> multipliers_of_program(LocationModel const& model, Effort& effort) {
  LinearProgram program;
  auto const unit = static_cast<double>(model.unit);
  for (auto const opening : model.opening)
    program.numbers.push_back({.price = static_cast<double>(opening) / unit});
  for (std::size_t d = 0; d < model.demand_count(); ++d) {
    auto& row = program.rows.emplace_back(LinearProgram::Row{
        .terms = {}, .lowest = static_cast<double>(model.needs[d]), .highest = kUnbounded});
    for (auto k = model.first[d]; k < model.first[d + 1]; ++k)
      row.terms.push_back({model.sites[k], 1});
  }
  std::vector<std::int64_t> multipliers;
  auto const solution = solve(program, effort);
  for (std::size_t d = 0; d < solution.prices_of_rows.size(); ++d) {
    multipliers.push_back(std::clamp<std::int64_t>(std::llround(solution.prices_of_rows[d] * unit),
                                                   0, model.highest_multiplier(d)));
  }
  return multipliers;
}

class Search {
 public:
  Search(LocationModel const& model, SearchGoal const& goal, Effort& effort)
      : model_{model}, goal_{goal}, effort_{effort} {}

  LocationPlan run() {
    if (auto all = open_all()) return *all;
    cost_ = cost_of(model_, {});
    std::optional<Interchange> changes;
    if (!goal_.must_serve) changes.emplace(model_);
    if (changes) {
      changes->open_greedily(effort_);
      changes->improve(effort_);
      offer(changes->open(), changes->cost(), nullptr);
    } else {
      auto const weights = std::vector<std::int64_t>(model_.demand_count(), 1);
      auto const open = completed_cover(model_, {}, weights);
      offer(open, cost_of(model_, open), nullptr);
    }
    auto const bound = explore_root(changes ? &*changes : nullptr);
    std::ranges::sort(best_);
    return {best_, cost_, std::min(cost_, whole(bound, model_.unit))};
  }

 private:
  /// A node: what is left, and what was decided before.
  struct Node {
    LocationModel model;
    std::vector<std::uint32_t> names;   ///< of its sites in the whole model
    std::vector<std::uint32_t> opened;  ///< sites of the whole model that are open
    std::vector<std::int64_t> multipliers;
  };

  /// Where opening costs nothing and all sites may be open, everybody has the best site; others
  /// stay closed.
  [[nodiscard]] std::optional<LocationPlan> open_all() const {
    bool const is_free = std::ranges::all_of(model_.opening, [](auto cost) { return cost == 0; });
    if (!is_free || model_.most < model_.site_count()) return std::nullopt;
    std::vector<char> is_best(model_.site_count(), 0);
    for (std::size_t d = 0; d < model_.demand_count(); ++d) {
      auto const end = std::min(model_.first[d] + model_.needs[d], model_.first[d + 1]);
      for (auto k = model_.first[d]; k < end; ++k) is_best[model_.sites[k]] = 1;
    }
    LocationPlan plan;
    for (std::uint32_t s = 0; s < model_.site_count(); ++s) {
      if (is_best[s] != 0) plan.open.push_back(s);
    }
    plan.cost = plan.bound = cost_of(model_, plan.open);
    return plan;
  }

  std::int64_t explore_root(Interchange* changes) {
    Relaxation relaxation{model_, goal_.must_serve ? multipliers_of_opening(model_)
                                                   : multipliers_of_plan(model_, best_)};
    std::size_t used = 0;
    while (used < kRootRounds && !is_done(relaxation.bound())) {
      auto const rounds = relaxation.ascend(cost_, kRoundsOfStage, effort_);
      used += rounds;
      if (changes != nullptr) {
        changes->begin(relaxation.opened());
        changes->improve(effort_);
        offer(changes->open(), changes->cost(), nullptr);
      } else {
        offer_opened(model_, relaxation, nullptr);
      }
      if (rounds < kRoundsOfStage || effort_.is_spent()) break;
    }
    if (is_done(relaxation.bound()) || effort_.is_spent()) return relaxation.bound();
    if (goal_.must_serve && !goal_.is_region) {
      if (auto better = multipliers_of_program(model_, effort_); !better.empty()) {
        relaxation.move_to(std::move(better));
        offer_opened(model_, relaxation, nullptr);
      }
      if (is_done(relaxation.bound()) || effort_.is_spent()) return relaxation.bound();
    }
    auto states = relaxation.forced(cost_);
    auto const undecided = static_cast<std::size_t>(std::ranges::count(states, SiteState::Free));
    if (!goal_.is_region && undecided > kSitesOfRegions) {
      auto const open = improve_regionally(model_, best_, goal_, effort_);
      offer(open, cost_of(model_, open), nullptr);
      if (is_done(relaxation.bound()) || effort_.is_spent()) return relaxation.bound();
      states = relaxation.forced(cost_);
    }
    Node root{model_, {}, {}, relaxation.multipliers()};
    for (std::uint32_t s = 0; s < model_.site_count(); ++s) root.names.push_back(s);
    return std::max(relaxation.bound(), explore(child(root, states, root.multipliers)));
  }

  /// Offers the plan that a relaxation's opened sites make.
  void offer_opened(LocationModel const& model, Relaxation const& relaxation, Node const* node) {
    auto open = relaxation.opened();
    if (goal_.must_serve) open = completed_cover(model, std::move(open), relaxation.multipliers());
    offer(open, cost_of(model, open), node);
  }

  /// Whether nothing below this bound is worth looking at.
  [[nodiscard]] bool is_done(std::int64_t bound) const {
    return bound > cost_ - model_.unit || cost_ <= goal_.good_enough || bound > goal_.too_much;
  }

  void offer(std::vector<std::uint32_t> const& open, std::int64_t cost, Node const* node) {
    if (cost >= cost_) return;
    cost_ = cost;
    best_.clear();
    if (node != nullptr) best_ = node->opened;
    for (auto const site : open) best_.push_back(node == nullptr ? site : node->names[site]);
  }

  [[nodiscard]] static Node child(Node const& node, std::vector<SiteState> const& states,
                                  std::vector<std::int64_t> const& multipliers) {
    auto left = decide(node.model, states);
    Node next;
    next.opened = node.opened;
    for (std::size_t s = 0; s < states.size(); ++s) {
      if (states[s] == SiteState::Open) next.opened.push_back(node.names[s]);
    }
    for (auto const site : left.sites) next.names.push_back(node.names[site]);
    next.multipliers.assign(left.model.demand_count(), 0);
    for (std::size_t d = 0; d < multipliers.size(); ++d) {
      if (left.demands[d] != kNobody) next.multipliers[left.demands[d]] += multipliers[d];
    }
    next.model = std::move(left.model);
    for (std::size_t d = 0; d < next.multipliers.size(); ++d)
      next.multipliers[d] = std::min(next.multipliers[d], next.model.highest_multiplier(d));
    return next;
  }

  /// Returns a bound of everything below the node.
  std::int64_t explore(Node node) {
    while (true) {
      auto const& model = node.model;
      if (model.most == 0 || model.site_count() == 0) {
        auto const cost = cost_of(model, {});
        offer({}, cost, &node);
        return cost;
      }
      Relaxation relaxation{model, std::move(node.multipliers)};
      relaxation.ascend(cost_, kRoundsOfNode, effort_);
      if (is_done(relaxation.bound())) return relaxation.bound();
      offer_opened(model, relaxation, &node);
      if (is_done(relaxation.bound())) return relaxation.bound();
      if (effort_.is_spent()) return relaxation.bound();
      auto states = relaxation.forced(cost_);
      bool const is_any_forced =
          std::ranges::any_of(states, [](SiteState state) { return state != SiteState::Free; });
      if (is_any_forced) {
        node = child(node, states, relaxation.multipliers());
        continue;
      }
      auto const& shares = relaxation.shares();
      auto const by_doubt = [](double share) { return std::abs(share - kBranchingShare); };
      auto const site =
          static_cast<std::size_t>(std::ranges::min_element(shares, {}, by_doubt) - shares.begin());
      states[site] = SiteState::Open;
      auto const if_open = explore(child(node, states, relaxation.multipliers()));
      if (is_done(relaxation.bound())) return relaxation.bound();
      if (effort_.is_spent()) return relaxation.bound();
      states[site] = SiteState::Closed;
      auto const if_closed = explore(child(node, states, relaxation.multipliers()));
      return std::max(relaxation.bound(), std::min(if_open, if_closed));
    }
  }

  LocationModel const& model_;
  SearchGoal const& goal_;
  Effort& effort_;
  std::vector<std::uint32_t> best_;
  std::int64_t cost_ = 0;
};

}  // namespace

LocationPlan search(LocationModel const& model, Effort& effort, SearchGoal const& goal) {
  return Search{model, goal, effort}.run();
}

}  // namespace gapmap::siting
