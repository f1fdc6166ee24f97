// How a plan is looked for.

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/engine/detail/site_borders.h"
#include "gapmap/engine/detail/site_capacities.h"
#include "gapmap/engine/detail/site_steps.h"
#include "gapmap/engine/site.h"

namespace gapmap::engine {
namespace {

using job::SiteProblem;

/// Closing with least added travel, as the travel that is left to all.
SitePlan travel_after_closing(SiteCosts const& costs, SiteRules const& rules, std::uint32_t close,
                              siting::Effort& effort) {
  auto plan = siting::least_added_travel(costs, rules, close, effort);
  auto all_open = rules;
  for (auto& status : all_open.statuses)
    status = status == SiteStatus::Candidate ? SiteStatus::Kept : status;
  siting::Effort any;
  auto const now = siting::p_median(costs, all_open, any).value;
  plan.value += now;
  plan.bound += now;
  return plan;
}

/// The plan of the job's problem, on the scene's costs or others of the same shape.
SitePlan plan_of(SiteScene const& scene, SiteCosts const& costs, siting::Effort& effort) {
  auto const& job = scene.job;
  auto const& rules = scene.rules;
  switch (job.problem) {
    case SiteProblem::Coverage:
      return siting::maximal_covering(costs, rules, effort, job.at_least);
    case SiteProblem::Fewest:
      return siting::set_covering(costs, rules, effort, job.at_least);
    case SiteProblem::Median:
      return siting::p_median(costs, rules, effort);
    case SiteProblem::Center:
      if (auto plan = siting::p_center(costs, rules, effort)) return *std::move(plan);
      throw UsageError{"open", fmt::format("no plan of {} places serves everybody", job.open),
                       "write a larger number"};
    case SiteProblem::Closing:
      return job.by_travel ? travel_after_closing(costs, rules, job.close, effort)
                           : siting::least_harm(costs, rules, job.close, effort);
  }
  return {};
}

/// Lets places that exist stay as far as the plan has room for them: a search has no reason to keep
/// those that add nothing, but whoever closes places has none to close them.
void keep_existing(SiteScene const& scene, SitePlan& plan) {
  auto const& job = scene.job;
  bool const is_closing = job.problem == SiteProblem::Closing;
  if (!is_closing && (!job.may_close || job.problem == SiteProblem::Fewest)) return;
  if (job.has_set_rules()) return;  // they may stand against it
  std::size_t room = scene.rules.most;
  if (is_closing) {
    auto const candidates = std::ranges::count(scene.rules.statuses, SiteStatus::Candidate);
    room = static_cast<std::size_t>(candidates) - job.close;
  }
  for (auto const site : scene.sites.ids()) {
    if (plan.opened.size() >= room) break;
    bool const may_stay =
        scene.sites[site].exists && scene.rules.statuses[site] == SiteStatus::Candidate;
    if (may_stay && !std::ranges::binary_search(plan.opened, site))
      plan.opened.insert(std::ranges::lower_bound(plan.opened, site), site);
  }
}

/// What the problem has to say of ways as they are now; nothing if somebody has none.
std::optional<std::int64_t> ways_now(SiteScene const& scene) {
  bool const is_any_kept =
      std::ranges::any_of(scene.sites, [](Site const& site) { return site.exists; });
  if (!scene.job.is_of_ways() || !is_any_kept) return std::nullopt;
  SiteRules now{.statuses = {}, .most = 0};
  for (auto const site : scene.sites.ids()) {
    bool const may_open = scene.rules.statuses[site] != SiteStatus::Excluded;
    now.statuses.push_back(scene.sites[site].exists ? SiteStatus::Kept
                           : may_open               ? SiteStatus::Candidate
                                                    : SiteStatus::Excluded);
  }
  siting::Effort effort;
  if (scene.job.problem != SiteProblem::Center)
    return siting::p_median(scene.costs, now, effort).value;
  auto const plan = siting::p_center(scene.costs, now, effort);
  return plan ? std::optional{plan->value} : std::nullopt;
}

/// The limits of the searches of a run: they share its time, and end when whoever waits for the
/// plan asks to finish.
class Efforts {
 public:
  Efforts(job::SiteJob const& job, std::size_t searches, std::stop_token const& finish)
      : left_{searches}, all_{{.time = job.time_limit, .finish = finish}} {}

  /// Returns the limits of the next search.
  siting::EffortLimits next() {
    auto limits = each();
    left_ -= std::min<std::size_t>(left_, 1);
    return limits;
  }
  /// Returns all that is left.
  [[nodiscard]] siting::EffortLimits rest() const {
    return all_.limits_of_part(all_.rounds_left());
  }
  /// Returns the limits of each of the searches that are left.
  [[nodiscard]] siting::EffortLimits each() const {
    auto limits = rest();
    if (limits.time) *limits.time /= static_cast<std::int64_t>(std::max<std::size_t>(left_, 1));
    return limits;
  }

 private:
  std::size_t left_;
  siting::Effort all_;
};

/// Judges a plan by other weights: what it serves, and what no plan exceeds.
PlanAtEnd judged(SiteScene const& scene, SitePlan const& plan, DemandWeights const& weights,
                 siting::Effort effort) {
  auto costs = scene.costs;
  costs.weights = weights;
  auto const best = plan_of(scene, costs, effort);
  auto const value = open_after(scene, plan.opened).served(weights);
  return {.value = value, .bound = std::max(value, best.bound)};
}

/// What a point of the curve may cost where no time is set: the last few per mille of a bound can
/// take longer than all else, and points are many. Of rounds, the curve is the same anywhere.
constexpr std::size_t kRoundsOfPoint = 5000;

/// The curve of coverage; empty if no allowed set was found in time.
std::vector<CurvePlan> curve_of(SiteScene const& scene, siting::EffortLimits limits) {
  if (!limits.time) limits.rounds = std::min(limits.rounds, kRoundsOfPoint);
  auto rules = scene.rules;
  rules.most = std::min(scene.job.curve, static_cast<std::uint32_t>(scene.sites.size()));
  try {
    return siting::covering_curve(scene.costs, rules, limits, scene.job.at_least);
  } catch (InputError const&) {
    return {};
  }
}

/// What areas do alone; nothing if some has no set that was found in time.
std::optional<PlansAlone> alone_in(SiteScene const& scene, SiteResult const& result,
                                   Efforts const& efforts) {
  try {
    return alone_of(scene, result.plan, efforts.rest());
  } catch (InputError const&) {
    return std::nullopt;
  }
}

/// The same within capacities: both go to the best room that the plan's places have.
PlanAtEnd judged_within_capacities(SiteScene const& scene, SitePlan const& plan,
                                   DemandWeights const& weights, siting::Effort effort) {
  auto costs = scene.costs;
  costs.weights = weights;
  auto const open = open_sites_after(scene, plan.opened);
  auto const its = capacitated_plan_of(scene, costs, open, effort);
  auto const best = capacitated_plan(scene, costs, scene.rules, effort);
  return {.value = its.value, .bound = std::max(its.value, best.bound)};
}

/// Whom the plan serves within capacities, and whom those that exist serve now.
void solve_within_capacities(SiteScene const& scene, Efforts& efforts, SiteResult& result) {
  // What there is takes little of the time; the plan has the rest.
  siting::Effort of_now{efforts.next()};
  auto const open_now = open_sites_now(scene);
  auto const now = capacitated_plan_of(scene, scene.costs, open_now, of_now);
  siting::Effort effort{efforts.next()};
  auto plan = capacitated_plan(scene, scene.costs, scene.rules, effort);
  if (scene.job.is_of_ways() && !open_now.empty()) result.ways_before = now.value;
  result.assignments = std::move(plan.assignments);
  result.plan = std::move(plan);
  keep_existing(scene, result.plan);
  result.steps = steps_by_load(scene, result.plan.opened, result.assignments);
  result.served_before = served_by(scene, now.assignments);
  result.served_after = served_by(scene, result.assignments);
  result.before = sum_of(result.served_before);
  result.after = sum_of(result.served_after);
  result.no_room =
      without_room(scene, open_sites_after(scene, result.plan.opened), result.served_after);
}

/// Leaves out places that open and add nobody: where few suffice for all, a search has no reason to
/// open no more of them. Required ones open all the same.
void drop_idle(SiteScene const& scene, SiteResult& result) {
  auto const& job = scene.job;
  if (job.problem != SiteProblem::Coverage || job.at_least > 1 || job.has_set_rules()) return;
  // Where places close, one that adds nobody before may serve somebody afterwards.
  if (!std::ranges::all_of(result.steps, &SiteStep::opens)) return;
  auto const is_idle = [&](SiteStep const& step) {
    return step.opens && step.adds == 0 && scene.rules.statuses[step.site] == SiteStatus::Candidate;
  };
  for (auto const& step : result.steps) {
    if (is_idle(step)) std::erase(result.plan.opened, step.site);
  }
  std::erase_if(result.steps, is_idle);
}

/// The same where no place is ever full.
void solve_without_capacities(SiteScene const& scene, Efforts& efforts, SiteResult& result) {
  siting::Effort effort{efforts.next()};
  auto const& weights = scene.served.weights;
  result.plan = plan_of(scene, scene.costs, effort);
  keep_existing(scene, result.plan);
  result.ways_before = ways_now(scene);
  result.steps = steps_of(scene, result.plan.opened);
  drop_idle(scene, result);
  result.before = open_before(scene).served(weights);
  result.after = open_after(scene, result.plan.opened).served(weights);
}

}  // namespace

SiteResult solve(SiteScene const& scene, Listener& listener, std::stop_token const& finish) {
  Working const working{listener, scene.job.threads};
  auto const& job = scene.job;
  SiteResult result;
  bool const is_about_weight = job.problem == SiteProblem::Coverage ||
                               (job.problem == SiteProblem::Closing && !job.by_travel);
  bool const has_ends = is_about_weight && !scene.low.empty();
  bool const has_capacities = scene.capacities.has_value();
  std::size_t const after_curve = scene.borders ? std::size_t{1} + job.curve : 0;
  auto const searches =
      std::size_t{1} + (has_capacities ? 1 : 0) + (has_ends ? 2 : 0) + job.curve + after_curve;
  Efforts efforts{job, searches, finish};
  listener.stage("look for a plan", [&] {
    (has_capacities ? solve_within_capacities : solve_without_capacities)(scene, efforts, result);
  });
  stop_if_asked();
  if (has_ends) {
    listener.stage("judge the plan", [&] {
      auto const judge = has_capacities ? judged_within_capacities : judged;
      result.at_low = judge(scene, result.plan, scene.low, siting::Effort{efforts.next()});
      result.at_high = judge(scene, result.plan, scene.high, siting::Effort{efforts.next()});
    });
  }
  if (job.curve > 0)
    listener.stage("draw the curve", [&] { result.curve = curve_of(scene, efforts.each()); });
  if (scene.borders)
    listener.stage("plan each area alone",
                   [&] { result.alone = alone_in(scene, result, efforts); });
  stop_if_asked();
  if (job.curve > 0 && result.curve.empty())
    listener.remark("the curve of coverage was not finished and is left out");
  else if (job.curve > 0 && finish.stop_requested())
    listener.remark("the curve of coverage has the numbers of places that were looked at by then");
  if (scene.borders && !result.alone)
    listener.remark("what areas do alone was not finished and is left out");
  result.unservable = siting::unservable(scene.served, scene.rules, job.at_least);
  result.all = sum_of(scene.served.weights);
  return result;
}

}  // namespace gapmap::engine
