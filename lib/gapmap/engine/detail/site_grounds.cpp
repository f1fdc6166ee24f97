#include "gapmap/engine/detail/site_grounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "gapmap/engine/detail/site_borders.h"
#include "gapmap/engine/detail/site_capacities.h"
#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/units/did_you_mean.h"
#include "gapmap/units/stop.h"

namespace gapmap::engine {
namespace {

/// What may be done with a site, by what the job asks.
SiteStatus status_of(job::SiteJob const& job, Site const& site) {
  if (job.problem == job::SiteProblem::Closing)
    return site.exists ? SiteStatus::Candidate : SiteStatus::Excluded;
  return site.exists && !job.may_close ? SiteStatus::Kept : SiteStatus::Candidate;
}

/// Gives a status to all sites of this id; where there is none, to those of this name.
void set_status(SiteScene& scene, std::string const& option, std::string const& word,
                SiteStatus status) {
  for (auto const of : {&Site::id, &Site::name}) {
    bool is_found = false;
    for (auto const s : scene.sites.ids()) {
      if (scene.sites[s].*of != word) continue;
      is_found = true;
      auto& its = scene.rules.statuses[s];
      // A place that stays is open in any case; so is one that nothing may close.
      if (status != SiteStatus::Required || its == SiteStatus::Candidate) its = status;
    }
    if (is_found) return;
  }
  std::vector<std::string> known;
  for (auto const& site : scene.sites) known.insert(known.end(), {site.id, site.name});
  throw UsageError{option, fmt::format("there is no place or candidate \"{}\"", word),
                   meant_or(word, known, "write its id or name")};
}

/// Prices of candidates in whole units, and the budget for them. Those without a price stay closed,
/// which is told.
void set_prices(SiteScene& scene, Listener& listener) {
  auto const& job = scene.job;
  if (!job.has_prices) return;
  std::vector<double> prices;
  std::vector<std::string> unknown;
  for (auto const s : scene.sites.ids()) {
    auto const& site = scene.sites[s];
    prices.push_back(site.exists ? 0 : site.price.value_or(0));
    if (site.exists || site.price) continue;
    scene.rules.statuses[s] = SiteStatus::Excluded;
    unknown.push_back(site.name);
  }
  if (!unknown.empty()) {
    listener.remark(fmt::format("candidates: {} without a cost stay closed; first: {}",
                                unknown.size(), unknown.front()));
  }
  auto all = prices;
  all.push_back(job.budget.value_or(0));
  scene.price_unit = unit_of_weights(all);
  scene.rules.prices = IdVector<SiteId, std::int64_t>{in_units(prices, scene.price_unit)};
  if (job.budget) scene.rules.budget = in_units({*job.budget}, scene.price_unit).front();
}

/// Pairs of sites nearer to each other than the job allows, but for two that exist.
void set_apart(SiteScene& scene) {
  if (!scene.job.apart) return;
  auto const least = *scene.job.apart;
  constexpr double kStretchOfPlane = 1.2;  // scales of the plane and of the ground differ by less
  auto const& places = scene.map->places;
  std::vector<Box> boxes;
  for (auto const& place : places) boxes.push_back({place.point, place.point});
  BoxTree const tree{boxes};
  Ruler const ruler{*scene.map->frame};
  for (auto const p : places.ids()) {
    stop_if_asked();
    auto const around = boxes[p.value()].grown(least.value() * kStretchOfPlane);
    for (auto const other : tree.touching(around)) {
      if (other <= p.value()) continue;
      SiteId const one{p.value()};
      SiteId const two{other};
      if (scene.sites[one].exists && scene.sites[two].exists) continue;
      if (ruler.distance(places[p].point, places[PlaceId{other}].point) < least)
        scene.rules.apart.push_back({one, two});
    }
  }
}

void set_quotas(SiteScene& scene) {
  for (auto const& quota : scene.job.quotas) {
    auto const& map = *scene.map;
    auto const areas = areas_of(map, "most-per, least-per", quota.level);
    std::map<std::size_t, SiteQuota> of_areas;
    auto const of = [&](MunicipalityId municipality) -> SiteQuota* {
      auto const area = municipality.is_none() ? std::nullopt : areas[municipality.value()];
      return area ? &of_areas[*area] : nullptr;
    };
    for (auto const& cell : map.studied->people.population) {
      if (auto* const its = of(cell.municipality)) its->least = quota.least;
    }
    for (auto const s : scene.sites.ids()) {
      auto* const its = of(map.municipalities[PlaceId{s.value()}]);
      if (its != nullptr) its->sites.push_back(s);
    }
    for (auto& [area, its] : of_areas) {
      its.most = quota.most;
      scene.rules.quotas.push_back(std::move(its));
    }
  }
}

}  // namespace

std::int64_t unit_of_weights(std::vector<double> const& weights) {
  for (auto const unit : {1, 2, 10, 100}) {
    if (std::ranges::all_of(
            weights, [&](double weight) { return weight * unit == std::floor(weight * unit); }))
      return unit;
  }
  return 1000;
}

std::vector<std::int64_t> in_units(std::vector<double> const& weights, std::int64_t unit) {
  std::vector<std::int64_t> whole;
  whole.reserve(weights.size());
  for (auto const weight : weights)
    whole.push_back(std::llround(weight * static_cast<double>(unit)));
  return whole;
}

std::vector<std::optional<std::size_t>> areas_of(SiteMap const& map, std::string const& option,
                                                 std::string const& level) {
  auto const& studied = *map.studied;
  auto const municipalities = studied.areas.municipalities.size();
  std::vector<std::optional<std::size_t>> areas(municipalities);
  if (level == "municipality") {
    for (std::size_t m = 0; m < municipalities; ++m) areas[m] = m;
    return areas;
  }
  std::vector<std::string> known{"municipality"};
  for (auto const& zoning : studied.zonings) {
    if (zoning.of_municipality.empty()) continue;
    known.push_back(zoning.level);
    if (zoning.level != level) continue;
    for (std::size_t m = 0; m < municipalities; ++m) {
      auto const zone = zoning.of_municipality[MunicipalityId{m}];
      if (!zone.is_none()) areas[m] = zone.value();
    }
    return areas;
  }
  throw UsageError{option, fmt::format("there is no level \"{}\"", level),
                   meant_or(level, known, "name a level of the `area-key`, or municipality")};
}

void set_rules(SiteScene& scene, Listener& listener) {
  auto const& job = scene.job;
  std::size_t existing = 0;
  for (auto const& site : scene.sites) {
    scene.rules.statuses.push_back(status_of(job, site));
    existing += site.exists ? 1 : 0;
  }
  for (auto const& word : job.required) set_status(scene, "require", word, SiteStatus::Required);
  for (auto const& word : job.excluded) set_status(scene, "exclude", word, SiteStatus::Excluded);
  set_prices(scene, listener);
  set_apart(scene);
  set_quotas(scene);
  auto const may_open = std::size_t{job.open} + (job.may_close ? existing : 0);
  if (job.problem != job::SiteProblem::Fewest)
    scene.rules.most = static_cast<std::uint32_t>(std::min(may_open, scene.sites.size()));
  auto const open_now = std::ranges::count(scene.rules.statuses, SiteStatus::Candidate);
  if (job.problem == job::SiteProblem::Closing && std::ptrdiff_t{job.close} > open_now) {
    throw UsageError{"close", fmt::format("only {} places may close", open_now),
                     "write a smaller number"};
  }
}

SiteScene open(job::SiteJob const& job, Listener& listener) {
  Working const working{listener, job.threads};
  auto scene = job.tables ? open_tables(job, listener) : open_map(job, listener);
  set_rules(scene, listener);
  set_borders(scene);
  set_capacities(scene, listener);
  scene.record.command = "site";
  scene.record.job = job.asked;
  return scene;
}

}  // namespace gapmap::engine
