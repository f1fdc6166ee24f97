#include "gapmap/engine/site.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "gapmap/engine/detail/site_borders.h"
#include "gapmap/engine/detail/site_capacities.h"
#include "gapmap/engine/detail/site_load_tables.h"
#include "gapmap/engine/detail/site_map_tables.h"
#include "gapmap/engine/detail/site_steps.h"
#include "gapmap/engine/detail/zones.h"
#include "gapmap/report/gap_names.h"
#include "gapmap/tables/site_map.h"

namespace gapmap::engine {
namespace {

/// Weight of all whose ways count.
std::int64_t servable_of(SiteScene const& scene, SiteResult const& result) {
  auto servable = result.all;
  for (auto const demand : siting::unservable(scene.costs, scene.rules))
    servable -= scene.costs.weights[demand];
  return servable;
}

/// The mean way of all these, as readers know it.
double mean_way(SiteScene const& scene, std::int64_t servable, std::int64_t travel) {
  return servable > 0 ? Readable{scene}.cost(travel) / static_cast<double>(servable) : 0;
}

std::vector<tables::PlanRow> plan_rows(SiteScene const& scene, SiteResult const& result) {
  Readable const readable{scene};
  auto const servable = scene.job.is_of_ways() ? servable_of(scene, result) : 0;
  auto const loads = loads_of(scene, result.assignments);
  std::vector<tables::PlanRow> rows;
  for (auto const& step : result.steps) {
    auto const& site = scene.sites[step.site];
    auto& row =
        rows.emplace_back(tables::PlanRow{.opens = step.opens, .id = site.id, .name = site.name});
    if (scene.capacities) {
      row.capacity = site.capacity;
      row.load = readable.weight(loads[step.site]);
    } else if (!scene.job.limit_word.empty()) {
      row.adds = readable.weight(step.adds);
      row.together = readable.weight(step.together);
    }
    if (step.travel) row.way_mean = mean_way(scene, servable, *step.travel);
    if (step.longest) row.way_longest = readable.cost(*step.longest);
    if (!scene.map) continue;
    PlaceId const place{step.site.value()};
    row.point = scene.map->places[place].point;
    auto const municipality = scene.map->municipalities[place];
    if (municipality.is_none()) continue;
    auto const& its = scene.map->studied->areas.municipalities[municipality];
    row.municipality_code = its.code;
    row.municipality_name = its.name;
  }
  return rows;
}

std::vector<tables::CurveRow> curve_rows(SiteScene const& scene, SiteResult const& result) {
  Readable const readable{scene};
  std::vector<std::int64_t> by_order{result.before};
  for (auto const& step : result.steps) {
    if (step.opens) by_order.push_back(step.together);
  }
  std::vector<tables::CurveRow> rows;
  // The first of an order may fall short of a quota.
  bool const are_all_allowed =
      !scene.job.may_close &&
      std::ranges::all_of(scene.rules.quotas, [](auto const& quota) { return quota.least == 0; });
  for (auto const& plan : result.curve) {
    auto const n = std::size_t{plan.most};
    rows.push_back({n, readable.weight(plan.value), readable.weight(plan.bound), {}});
    if (n < by_order.size() && are_all_allowed) rows.back().by_order = readable.weight(by_order[n]);
  }
  return rows;
}

std::vector<tables::UnservedRow> unserved_rows(SiteScene const& scene, SiteResult const& result) {
  Readable const readable{scene};
  std::vector<tables::UnservedRow> rows;
  for (auto const demand : result.unservable) {
    tables::UnservedRow row{.id = scene.demands[demand],
                            .point = {},
                            .weight = readable.weight(scene.served.weights[demand])};
    if (scene.map) {
      auto const& studied = *scene.map->studied;
      auto const& cell = studied.people.population[CellId{demand.value()}];
      if (!cell.is_inhabited()) continue;
      row.point = cell.center;
      if (!cell.residents) row.weight.reset();
      if (!cell.municipality.is_none())
        row.municipality_code = studied.areas.municipalities[cell.municipality].code;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// What the problem minimises or maximises, as readers know it.
double value_of(SiteScene const& scene, SiteResult const& result, std::int64_t whole) {
  Readable const readable{scene};
  using enum job::SiteProblem;
  switch (scene.job.problem) {
    case Coverage:
      return readable.weight(whole);
    case Closing:
      if (scene.job.by_travel) break;
      return readable.weight(whole);
    case Fewest:
      return static_cast<double>(whole) / static_cast<double>(scene.price_unit);
    case Center:
      return readable.cost(whole);
    case Median:
      break;
  }
  return mean_way(scene, servable_of(scene, result), whole);
}

/// The group that the places are for; empty: everybody.
std::string group_of(SiteScene const& scene) {
  if (!scene.map || scene.map->group == ResidentRanges::everybody()) return {};
  return scene.map->counted->ranges.groups[scene.map->group].name;
}

tables::SiteFigures figures_of(SiteScene const& scene, SiteResult const& result) {
  Readable const readable{scene};
  auto const& plan = result.plan;
  tables::SiteFigures figures{
      .problem = std::string{job::name_of(scene.job.problem)},
      .is_on_map = scene.map.has_value(),
      .group = group_of(scene),
      .has_capacities = scene.capacities.has_value(),
      .no_room = readable.weight(result.no_room),
      .is_of_ways = scene.job.is_of_ways(),
      .has_prices = scene.job.has_prices,
      .limit = scene.job.limit_word,
      .is_time = scene.cost_name == "time_s",
      .is_length = scene.cost_name == "distance_m",
      .sites = scene.sites.size(),
      .existing = static_cast<std::size_t>(std::ranges::count_if(scene.sites, &Site::exists)),
      .all = readable.weight(result.all),
      .before = readable.weight(result.before),
      .after = readable.weight(result.after),
      .demands_unservable = result.unservable.size(),
      .unknown = scene.unknown,
      .value = value_of(scene, result, plan.value),
      .at_least = scene.job.at_least,
      .bound = value_of(scene, result, plan.bound),
      .is_proven = plan.is_proven()};
  for (auto const& step : result.steps) ++(step.opens ? figures.opened : figures.closed);
  std::int64_t unservable = 0;
  for (auto const demand : result.unservable) unservable += scene.served.weights[demand];
  figures.unservable = readable.weight(unservable);
  if (plan.is_proven() || plan.value != 0) figures.gap_percent = plan.gap() * 100;
  if (result.ways_before) figures.value_before = value_of(scene, result, *result.ways_before);
  if (result.at_low && result.at_high) {
    figures.value_low = readable.weight(result.at_low->value);
    figures.bound_low = readable.weight(result.at_low->bound);
    figures.value_high = readable.weight(result.at_high->value);
    figures.bound_high = readable.weight(result.at_high->bound);
  }
  if (!result.steps.empty() && !scene.capacities) {
    figures.first = scene.sites[result.steps.front().site].name;
    figures.first_adds = readable.weight(result.steps.front().adds);
  }
  return figures;
}

/// In what the plan tells ways; within capacities they depend on who else goes where.
tables::WayUnit unit_of_ways(SiteScene const& scene, tables::SiteFigures const& figures) {
  if (!scene.job.is_of_ways() || scene.capacities) return tables::WayUnit::Untold;
  if (figures.is_time) return tables::WayUnit::Seconds;
  return figures.is_length ? tables::WayUnit::Meters : tables::WayUnit::OfTable;
}

/// Whom each place of the plan brings, by group.
tables::OutputTable group_table(SiteScene const& scene, SiteResult const& result,
                                std::vector<tables::PlanRow> const& rows) {
  std::vector<std::vector<CellId>> changed;
  for (auto const& step : result.steps) {
    auto& cells = changed.emplace_back();
    for (auto const demand : step.changed) cells.push_back(CellId{demand.value()});
  }
  return tables::plan_group_table(rows, changed, scene.map->studied->people.population,
                                  scene.map->counted->ranges);
}

}  // namespace

SiteTables tables_of(SiteScene const& scene, SiteResult const& result) {
  Readable const readable{scene};
  auto const all = readable.weight(result.all);
  auto const on_map = scene.map ? tables::OnMap::Yes : tables::OnMap::No;
  auto const rows = plan_rows(scene, result);
  SiteTables made{.figures = figures_of(scene, result), .record = scene.record};
  tables::PlanShows const shown{.ways = unit_of_ways(scene, made.figures),
                                .capacities = scene.capacities.has_value()};
  made.tables.push_back(tables::plan_table(rows, all, on_map, shown));
  if (scene.job.curve > 0)
    made.tables.push_back(tables::curve_table(curve_rows(scene, result), all));
  if (scene.borders) {
    made.figures.borders = border_figures(scene, result);
    made.tables.push_back(tables::border_table(border_rows(scene, result), made.figures.borders));
  }
  made.tables.push_back(tables::unserved_table(unserved_rows(scene, result), on_map));
  if (scene.capacities) add_capacity_tables(scene, result, made.tables);
  if (scene.map) {
    // Who would be in which group is not known of parts of a cell.
    if (!scene.capacities) made.tables.push_back(group_table(scene, result, rows));
    std::ranges::move(site_map_tables(scene, result), std::back_inserter(made.tables));
    made.tables.push_back(*scene.map->roads);
    made.places = tables::place_layer(places_after(scene, result));
    made.names = names_of(*scene.map->studied);
    report::name_gaps(scene.job.readers.language, made.tables);
  }
  auto const& figures = made.figures;
  auto const number = [](std::size_t count) { return static_cast<double>(count); };
  made.record.totals = {{"sites", number(figures.sites)},
                        {"existing", number(figures.existing)},
                        {"opened", number(figures.opened)},
                        {"closed", number(figures.closed)},
                        {"weight", figures.all},
                        {"served_before", figures.before},
                        {"served_after", figures.after},
                        {"unservable", figures.unservable},
                        {"without_weight", number(figures.unknown)},
                        {"value", figures.value},
                        {"bound", figures.bound},
                        {"gap_percent", figures.gap_percent},
                        {"is_proven", figures.is_proven ? 1 : 0}};
  if (figures.has_capacities) made.record.totals.push_back({"no_room", figures.no_room});
  if (figures.value_low) {
    auto& totals = made.record.totals;
    totals.insert(totals.end(), {{"value_low", figures.value_low},
                                 {"bound_low", figures.bound_low},
                                 {"value_high", figures.value_high},
                                 {"bound_high", figures.bound_high}});
  }
  if (figures.borders) add_border_totals(*figures.borders, made.record);
  return made;
}

}  // namespace gapmap::engine
