#include "gapmap/engine/detail/site_borders.h"

#include <algorithm>

#include "gapmap/engine/detail/site_grounds.h"
#include "gapmap/engine/detail/site_steps.h"

namespace gapmap::engine {
namespace {

bool is_coverage(SiteScene const& scene) { return scene.job.problem == job::SiteProblem::Coverage; }

/// Code and name of every area of a level, as areas_of() numbers them.
std::vector<std::pair<std::string, std::string>> words_of_areas(Studied const& studied,
                                                                std::string const& level) {
  std::vector<std::pair<std::string, std::string>> words;
  if (level == "municipality") {
    for (auto const& its : studied.areas.municipalities) words.emplace_back(its.code, its.name);
    return words;
  }
  auto const zoning = std::ranges::find(studied.zonings, level, &Zoning::level);
  for (auto const& zone : zoning->zones) words.emplace_back(zone.code, zone.name);
  return words;
}

/// Weights of the demands of every area, of those that `counts`.
template <class Counts>
IdVector<SiteAreaId, std::int64_t> weights_by_area(SiteScene const& scene, Counts counts) {
  auto const& areas = scene.borders->areas;
  IdVector<SiteAreaId, std::int64_t> weights(areas.count, 0);
  for (auto const demand : areas.of_demands.ids()) {
    if (counts(demand)) weights[areas.of_demands[demand]] += scene.served.weights[demand];
  }
  return weights;
}

/// Weights of those whom places that exist and new ones of their own area serve.
IdVector<SiteAreaId, std::int64_t> weights_within(SiteScene const& scene,
                                                  std::vector<SiteId> const& opened) {
  IdVector<DemandId, char> is_served(scene.demands.size(), 0);
  for (auto const demand : siting::served_within(scene.served, scene.rules, scene.borders->areas,
                                                 opened, scene.job.at_least))
    is_served[demand] = 1;
  return weights_by_area(scene, [&](DemandId demand) { return is_served[demand] != 0; });
}

std::int64_t sum_of_areas(IdVector<SiteAreaId, std::int64_t> const& weights) {
  std::int64_t sum = 0;
  for (auto const weight : weights) sum += weight;
  return sum;
}

std::vector<SiteId> opened_alone(PlansAlone const& alone) {
  std::vector<SiteId> opened;
  for (auto const& plan : alone.plans)
    opened.insert(opened.end(), plan.opened.begin(), plan.opened.end());
  return opened;
}

}  // namespace

void set_borders(SiteScene& scene) {
  auto const& level = scene.job.borders;
  if (level.empty()) return;
  auto const& map = *scene.map;
  auto const area_of_municipality = areas_of(map, "borders", level);
  auto const words = words_of_areas(*map.studied, level);
  auto const in_none = words.size();
  auto const area_of = [&](MunicipalityId municipality) {
    return municipality.is_none() ? in_none
                                  : area_of_municipality[municipality.value()].value_or(in_none);
  };
  std::vector<char> is_used(words.size() + 1, 0);
  for (auto const& cell : map.studied->people.population) is_used[area_of(cell.municipality)] = 1;
  for (auto const municipality : map.municipalities) is_used[area_of(municipality)] = 1;
  auto& borders = scene.borders.emplace();
  std::vector<SiteAreaId> numbers;
  for (std::size_t a = 0; a < is_used.size(); ++a) {
    numbers.push_back(is_used[a] != 0 ? SiteAreaId{borders.areas.count} : SiteAreaId::none());
    if (is_used[a] == 0) continue;
    ++borders.areas.count;
    borders.codes.push_back(a == in_none ? std::string{} : words[a].first);
    borders.names.push_back(a == in_none ? std::string{} : words[a].second);
  }
  for (auto const& cell : map.studied->people.population)
    borders.areas.of_demands.push_back(numbers[area_of(cell.municipality)]);
  for (auto const municipality : map.municipalities)
    borders.areas.of_sites.push_back(numbers[area_of(municipality)]);
}

PlansAlone alone_of(SiteScene const& scene, SitePlan const& joint,
                    siting::EffortLimits const& limits) {
  auto const& areas = scene.borders->areas;
  auto const at_least = scene.job.at_least;
  if (!is_coverage(scene))
    return siting::set_covering_alone(scene.costs, scene.rules, areas, limits, at_least);
  auto alone =
      siting::covering_alone(scene.costs, scene.rules, areas, joint.value, limits, at_least);
  // What areas do alone they may do together.
  alone.bound = std::max(alone.value, std::min(alone.bound, joint.bound));
  return alone;
}

std::vector<tables::BorderRow> border_rows(SiteScene const& scene, SiteResult const& result) {
  if (!result.alone) return {};
  auto const& [areas, codes, names] = *scene.borders;
  auto const& alone = *result.alone;
  auto const open_now = open_before(scene);
  auto const open_then = open_after(scene, result.plan.opened);
  auto const all = weights_by_area(scene, [](DemandId) { return true; });
  auto const before = weights_by_area(scene, [&](DemandId d) { return open_now.serves(d); });
  auto const after = weights_by_area(scene, [&](DemandId d) { return open_then.serves(d); });
  auto const within = weights_within(scene, result.plan.opened);
  auto const on_their_own = weights_within(scene, opened_alone(alone));
  auto const open_alone = open_after(scene, opened_alone(alone));
  auto const used = weights_by_area(scene, [&](DemandId d) { return open_alone.serves(d); });
  IdVector<SiteAreaId, std::size_t> opens(areas.count, 0);
  for (auto const site : result.plan.opened) ++opens[areas.of_sites[site]];
  Readable const readable{scene};
  std::vector<tables::BorderRow> rows;
  for (auto const area : alone.plans.ids()) {
    auto const& plan = alone.plans[area];
    if (all[area] == 0 && opens[area] == 0 && plan.opened.empty()) continue;
    rows.push_back({.code = codes[area],
                    .name = names[area],
                    .residents = readable.weight(all[area]),
                    .before = readable.weight(before[area]),
                    .after = readable.weight(after[area]),
                    .across = readable.weight(after[area] - within[area]),
                    .alone = readable.weight(on_their_own[area]),
                    .alone_used = readable.weight(used[area]),
                    .opens = opens[area],
                    .opens_alone = plan.opened.size()});
    if (is_coverage(scene)) {
      rows.back().alone_at_most = readable.weight(plan.bound);
    } else {
      rows.back().opens_alone_at_least = static_cast<std::size_t>(plan.bound);
    }
  }
  return rows;
}

std::optional<tables::BorderFigures> border_figures(SiteScene const& scene,
                                                    SiteResult const& result) {
  if (!result.alone) return std::nullopt;
  auto const& alone = *result.alone;
  auto const& plan = result.plan;
  Readable const readable{scene};
  auto const within = sum_of_areas(weights_within(scene, plan.opened));
  auto const served_alone = sum_of_areas(weights_within(scene, opened_alone(alone)));
  auto const used = open_after(scene, opened_alone(alone)).served(scene.served.weights);
  tables::BorderFigures figures{.level = scene.job.borders,
                                .across = readable.weight(result.after - within),
                                .alone = readable.weight(served_alone),
                                .alone_used = readable.weight(used),
                                .opens_alone = opened_alone(alone).size()};
  if (!is_coverage(scene)) {
    figures.opens_alone_at_least = static_cast<std::size_t>(alone.bound);
    figures.only_together = readable.weight(result.after - served_alone);
    return figures;
  }
  figures.alone_at_most = readable.weight(alone.bound);
  // A plan for all is no worse than those of areas alone, though that may not be found.
  figures.worth = {readable.weight(std::max<std::int64_t>(plan.value - alone.bound, 0)),
                   readable.weight(plan.bound - alone.value)};
  if (alone.needed) figures.needed = {{alone.needed->at_least, alone.needed->at_most}};
  return figures;
}

void add_border_totals(tables::BorderFigures const& figures, io::Manifest& record) {
  auto const number = [](std::size_t count) { return static_cast<double>(count); };
  auto& totals = record.totals;
  totals.insert(totals.end(), {{"served_across_borders", figures.across},
                               {"alone_served", figures.alone},
                               {"alone_served_by_any", figures.alone_used},
                               {"alone_opened", number(figures.opens_alone)}});
  if (figures.opens_alone_at_least) {
    totals.insert(totals.end(), {{"alone_opened_at_least", number(*figures.opens_alone_at_least)},
                                 {"served_only_together", figures.only_together}});
  }
  if (figures.worth) {
    totals.insert(totals.end(), {{"alone_served_at_most", figures.alone_at_most},
                                 {"cooperation_at_least", figures.worth->first},
                                 {"cooperation_at_most", figures.worth->second}});
    std::optional<double> least;
    std::optional<double> most;
    if (figures.needed) {
      least = number(figures.needed->first);
      most = number(figures.needed->second);
    }
    totals.insert(totals.end(), {{"alone_needs_at_least", least}, {"alone_needs_at_most", most}});
  }
}

}  // namespace gapmap::engine
