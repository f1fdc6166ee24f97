#include "gapmap/siting/borders.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "gapmap/siting/detail/question.h"
#include "gapmap/siting/problems.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::siting {
namespace {

/// What an area alone has to do with: its demands, its own sites and kept ones.
struct AreaAlone {
  SiteCosts costs;
  SiteRules rules;
  std::vector<SiteId> sites;   ///< as they are called outside
  std::uint32_t required = 0;  ///< own sites that open in any case
  std::uint32_t own = 0;       ///< own sites that may open, these included
  [[nodiscard]] std::vector<SiteId> named(std::vector<SiteId> const& opened) const {
    std::vector<SiteId> names;
    for (auto const site : opened) names.push_back(sites[site.value()]);
    return names;
  }
};

constexpr auto kNotHere = std::numeric_limits<std::uint32_t>::max();

std::vector<AreaAlone> areas_alone(SiteCosts const& costs, SiteRules const& rules,
                                   SiteAreas const& areas) {
  expects(!has_set_rules(rules), "rules for sets are not kept by each area alone");
  expects(
      areas.of_demands.size() == costs.weights.size() && areas.of_sites.size() == costs.site_count,
      "demands and sites have an area");
  std::vector<std::vector<DemandId>> demands(areas.count);
  for (auto const demand : areas.of_demands.ids())
    demands[areas.of_demands[demand].value()].push_back(demand);
  std::vector<std::vector<SiteId>> own(areas.count);
  for (auto const site : areas.of_sites.ids()) {
    auto const status = status_of(rules, site);
    if (status == SiteStatus::Candidate || status == SiteStatus::Required)
      own[areas.of_sites[site].value()].push_back(site);
  }
  std::vector<AreaAlone> alone(areas.count);
  for (std::size_t a = 0; a < areas.count; ++a) {
    auto& its = alone[a];
    its.sites = own[a];
    its.own = static_cast<std::uint32_t>(own[a].size());
    IdVector<SiteId, std::uint32_t> numbers(costs.site_count, kNotHere);
    for (std::uint32_t s = 0; s < its.own; ++s) numbers[own[a][s]] = s;
    std::vector<std::vector<SiteCosts::Pair>> rows;
    for (auto const demand : demands[a]) {
      auto& row = rows.emplace_back();
      for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
        auto const [site, cost] = costs.at(demand, k);
        auto& number = numbers[site];
        if (number == kNotHere && status_of(rules, site) == SiteStatus::Kept) {
          number = static_cast<std::uint32_t>(its.sites.size());
          its.sites.push_back(site);
        }
        if (number != kNotHere) row.push_back({SiteId{number}, cost});
      }
    }
    its.costs.site_count = its.sites.size();
    for (std::size_t d = 0; d < rows.size(); ++d)
      its.costs.add(costs.weights[demands[a][d]], std::move(rows[d]));
    for (auto const site : its.sites) {
      auto const status = status_of(rules, site);
      its.rules.statuses.push_back(status);
      its.required += status == SiteStatus::Required ? 1 : 0;
      if (!rules.prices.empty()) its.rules.prices.push_back(rules.prices[site]);
    }
  }
  return alone;
}

/// An equal part of what is left of an effort.
EffortLimits equal_part(Effort const& all, std::size_t parts) {
  auto limits = all.limits_of_part(std::max<std::size_t>(all.rounds_left() / parts, 1));
  if (limits.time) *limits.time /= static_cast<std::int64_t>(parts);
  return limits;
}

/// The most that an area alone covers with every number of its own sites, as far as it is known.
class CurveAlone {
 public:
  CurveAlone(AreaAlone const& area, std::uint32_t at_least) : area_{area}, at_least_{at_least} {
    for (auto const weight : area.costs.weights) all_ += weight;
    for (auto const demand : unservable(area.costs, area.rules, at_least))
      all_ -= area.costs.weights[demand];
  }

  [[nodiscard]] std::int64_t all() const { return all_; }
  [[nodiscard]] std::uint32_t first() const { return area_.required; }
  /// Returns the number of sites up to which more of them may serve more.
  [[nodiscard]] std::uint32_t last() const { return is_complete() ? end() - 1 : area_.own; }
  [[nodiscard]] bool knows(std::uint32_t sites) const { return sites < end() || is_complete(); }
  /// Returns the first number of sites that was not searched.
  [[nodiscard]] std::uint32_t end() const {
    return area_.required + static_cast<std::uint32_t>(plans_.size());
  }
  /// Whether more sites serve nobody else.
  [[nodiscard]] bool is_complete() const {
    return !plans_.empty() && (plans_.back().value == all_ || end() > area_.own);
  }
  [[nodiscard]] SitePlan const& plan(std::uint32_t sites) const {
    return plans_[std::min<std::size_t>(sites - area_.required, plans_.size() - 1)];
  }
  /// Returns what so many sites serve at most, whether or not it was searched.
  [[nodiscard]] std::int64_t bound(std::uint32_t sites) const {
    if (knows(sites)) return plan(sites).bound;
    auto const known = static_cast<std::int64_t>(plans_.size()) - 1;
    if (at_least_ > 1 || known < 1) return all_;
    auto const base = plans_.front().value;  // of the only set there is
    auto const added = plans_.back().bound - base;
    auto const more = static_cast<std::int64_t>(sites - area_.required);
    // A product that is more than all may be more than fits.
    if (added / known > (all_ - base) / more) return all_;
    return std::min(all_, base + added / known * more + added % known * more / known);
  }

  /// Searches the next number of sites.
  void extend(EffortLimits const& limits, Effort& all) {
    stop_if_asked();
    auto rules = area_.rules;
    rules.most = end();
    Effort effort{limits};
    auto plan = maximal_covering(area_.costs, rules, effort, at_least_);
    all.add(effort);
    // Without time enough, a smaller set may be better.
    if (!plans_.empty() && plans_.back().value > plan.value) {
      plan.value = plans_.back().value;
      plan.opened = plans_.back().opened;
    }
    plans_.push_back(std::move(plan));
    // What more sites cannot serve, fewer cannot.
    for (auto k = plans_.size(); k-- > 1;)
      plans_[k - 1].bound = std::min(plans_[k - 1].bound, plans_[k].bound);
  }

 private:
  AreaAlone const& area_;
  std::uint32_t at_least_;
  std::int64_t all_ = 0;
  std::vector<SitePlan> plans_;  ///< with the required sites only, then one more each
};

/// The best sharing of every number of sites.
class Sharing {
 public:
  /// `worth`: what so many sites are worth in an area, for numbers from its first to `end`.
  template <class Worth, class End>
  Sharing(std::vector<CurveAlone> const& curves, std::uint32_t most, Worth worth, End end)
      : sums_(std::size_t{most} + 1, 0) {
    for (auto const& curve : curves) {
      std::vector<std::int64_t> next(sums_.size(), kImpossible);
      auto& choice = choices_.emplace_back(sums_.size(), 0);
      for (auto sites = curve.first(); sites < end(curve) && sites <= most; ++sites) {
        auto const its = worth(curve, sites);
        for (std::size_t n = sites; n < next.size(); ++n) {
          auto const before = sums_[n - sites];
          if (before == kImpossible || before + its <= next[n]) continue;
          next[n] = before + its;
          choice[n] = sites;
        }
      }
      sums_ = std::move(next);
    }
  }

  [[nodiscard]] std::int64_t sum(std::uint32_t sites) const { return sums_[sites]; }
  /// Returns how many of so many sites each area has.
  [[nodiscard]] std::vector<std::uint32_t> shares(std::uint32_t sites) const {
    std::vector<std::uint32_t> shares(choices_.size());
    for (auto a = choices_.size(); a-- > 0;) {
      shares[a] = choices_[a][sites];
      sites -= shares[a];
    }
    return shares;
  }

 private:
  static constexpr std::int64_t kImpossible = -1;
  std::vector<std::int64_t> sums_;
  std::vector<std::vector<std::uint32_t>> choices_;  ///< by area
};

/// Curves of all areas, searched as far as sharings need them.
class CurvesAlone {
 public:
  CurvesAlone(std::vector<AreaAlone> const& areas, std::uint32_t at_least,
              EffortLimits const& limits)
      : effort_{limits} {
    for (auto const& area : areas) {
      auto const& curve = curves_.emplace_back(area, at_least);
      least_ += curve.first();
      most_ += area.own;
      all_ += curve.all();
    }
    for (auto& curve : curves_) search(curve);
  }

  [[nodiscard]] std::uint32_t least() const { return least_; }
  [[nodiscard]] std::uint32_t most() const { return most_; }
  [[nodiscard]] std::int64_t all() const { return all_; }
  [[nodiscard]] std::vector<CurveAlone> const& curves() const { return curves_; }

  /// Whether nothing more is to be searched.
  [[nodiscard]] bool is_spent() const { return effort_.is_spent(); }

  /// Returns what so many sites serve at most, for every number up to `sites`, once nothing more
  /// need be searched to know it of `sites`, or may be.
  Sharing bounds(std::uint32_t sites) {
    for (;;) {
      Sharing sharing{curves_, sites,
                      [](CurveAlone const& curve, std::uint32_t n) { return curve.bound(n); },
                      [](CurveAlone const& curve) { return curve.last() + 1; }};
      auto const shares = sharing.shares(sites);
      bool is_known = true;
      if (is_spent()) return sharing;  // what is not known is no more than its bound
      for (std::size_t a = 0; a < curves_.size(); ++a) {
        if (curves_[a].knows(shares[a])) continue;
        search(curves_[a]);
        is_known = false;
      }
      if (is_known) return sharing;
    }
  }
  /// Returns what so many sites are known to serve.
  [[nodiscard]] Sharing values(std::uint32_t sites) const {
    return {curves_, sites,
            [](CurveAlone const& curve, std::uint32_t n) { return curve.plan(n).value; },
            [](CurveAlone const& curve) { return curve.end(); }};
  }

  /// Searches further where this sharing has all that is known.
  void search_beyond(std::vector<std::uint32_t> const& shares) {
    for (std::size_t a = 0; a < curves_.size(); ++a) {
      if (!curves_[a].knows(shares[a] + 1)) search(curves_[a]);
    }
  }

 private:
  void search(CurveAlone& curve) { curve.extend(equal_part(effort_, curves_.size() + 1), effort_); }

  Effort effort_;
  std::vector<CurveAlone> curves_;
  std::uint32_t least_ = 0;
  std::uint32_t most_ = 0;
  std::int64_t all_ = 0;
};

/// How many sites suffice for so much. Nothing that no more than `enough` serve is looked for there
/// again.
std::optional<SitesNeeded> needed_for(CurvesAlone& alone, std::int64_t as_much,
                                      std::uint32_t enough) {
  if (alone.all() < as_much) return std::nullopt;
  auto const begin = alone.bounds(enough).sum(enough) < as_much ? enough + 1 : alone.least();
  std::optional<std::uint32_t> at_least;
  for (auto sites = begin; sites <= alone.most(); ++sites) {
    auto const bound = alone.bounds(sites).sum(sites);
    if (!at_least && bound >= as_much) at_least = sites;
    if (!at_least) continue;
    auto const known = alone.values(sites);
    if (known.sum(sites) >= as_much) return SitesNeeded{*at_least, sites};
    if (alone.is_spent()) break;
    alone.search_beyond(known.shares(sites));
  }
  return SitesNeeded{at_least.value_or(alone.most()), alone.most()};
}

}  // namespace

PlansAlone covering_alone(SiteCosts const& costs, SiteRules const& given, SiteAreas const& areas,
                          std::int64_t as_much, EffortLimits const& limits,
                          std::uint32_t at_least) {
  auto const rules = settled(costs, given);
  auto const parts = areas_alone(costs, rules, areas);
  CurvesAlone alone{parts, at_least, limits};
  auto const sites = std::min(rules.most, alone.most());
  PlansAlone made;
  made.bound = alone.bounds(sites).sum(sites);
  auto const sharing = alone.values(sites);
  made.value = sharing.sum(sites);
  auto const shares = sharing.shares(sites);
  for (std::size_t a = 0; a < parts.size(); ++a) {
    auto plan = alone.curves()[a].plan(shares[a]);
    plan.opened = parts[a].named(plan.opened);
    made.plans.push_back(std::move(plan));
  }
  made.needed = needed_for(alone, as_much, sites);
  return made;
}

PlansAlone set_covering_alone(SiteCosts const& costs, SiteRules const& given,
                              SiteAreas const& areas, EffortLimits const& limits,
                              std::uint32_t at_least) {
  auto without_most = given;
  without_most.most = SiteRules{}.most;
  auto const parts = areas_alone(costs, settled(costs, std::move(without_most)), areas);
  Effort all{limits};
  PlansAlone made;
  for (std::size_t a = 0; a < parts.size(); ++a) {
    stop_if_asked();
    Effort effort{equal_part(all, parts.size() - a)};
    auto plan = set_covering(parts[a].costs, parts[a].rules, effort, at_least);
    all.add(effort);
    made.value += plan.value;
    made.bound += plan.bound;
    plan.opened = parts[a].named(plan.opened);
    made.plans.push_back(std::move(plan));
  }
  return made;
}

std::vector<DemandId> served_within(SiteCosts const& costs, SiteRules const& rules,
                                    SiteAreas const& areas, std::vector<SiteId> const& opened,
                                    std::uint32_t at_least) {
  IdVector<SiteId, char> is_open(costs.site_count, 0);
  for (auto const site : opened) is_open[site] = 1;
  std::vector<DemandId> demands;
  for (auto const demand : costs.weights.ids()) {
    std::uint32_t serving = 0;
    for (std::size_t k = 0; k < costs.row_size(demand); ++k) {
      auto const site = costs.at(demand, k).site;
      bool const is_own = is_open[site] != 0 && areas.of_sites[site] == areas.of_demands[demand];
      serving += is_own || status_of(rules, site) == SiteStatus::Kept ? 1 : 0;
    }
    if (serving >= at_least) demands.push_back(demand);
  }
  return demands;
}

}  // namespace gapmap::siting
