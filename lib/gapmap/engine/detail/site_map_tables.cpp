#include "gapmap/engine/detail/site_map_tables.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "gapmap/coverage/gap_names.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/engine/detail/site_steps.h"
#include "gapmap/engine/localities.h"
#include "gapmap/tables/site_map.h"

namespace gapmap::engine {
namespace {

/// The site of a place of the map, by the same number.
SiteId site_of(PlaceId place) { return SiteId{place.value()}; }

/// The sites that serve each demand then, the nearest first: those that are open within the limit,
/// or where places may be full those that have room for it.
class Serving {
 public:
  Serving(SiteScene const& scene, SiteResult const& result)
      : scene_{scene},
        is_open_{sites_open_after(scene, result.plan.opened)},
        serve_(scene.capacities ? scene.demands.size() : 0) {
    if (!scene.capacities) return;
    for (auto const& [demand, site, load] : result.assignments) serve_[demand].push_back(site);
  }
  /// Returns the nearest of them; nothing if there is none.
  [[nodiscard]] std::optional<SiteCosts::Pair> nearest(DemandId demand) const {
    for (std::size_t k = 0; k < scene_.served.row_size(demand); ++k) {
      auto const pair = scene_.served.at(demand, k);
      bool const serves = scene_.capacities
                              ? std::ranges::find(serve_[demand], pair.site) != serve_[demand].end()
                              : is_open_[pair.site] != 0;
      if (serves) return pair;
    }
    return std::nullopt;
  }

 private:
  SiteScene const& scene_;
  IdVector<SiteId, char> is_open_;
  IdVector<DemandId, std::vector<SiteId>> serve_;
};

/// What of each demand is served, and whether all of it is. Nobody fills a place, so a demand
/// without weight is served where a place is within the limit.
struct ServedShare {
  double weight = 0;
  bool is_whole = false;
};

ServedShare share_of(SiteScene const& scene, DemandId demand, OpenSites const& open,
                     DemandWeights const& within_capacities) {
  auto const all = scene.served.weights[demand];
  Readable const readable{scene};
  if (scene.capacities && all > 0) {
    auto const served = within_capacities[demand];
    return {readable.weight(served), served == all};
  }
  bool const is_whole = open.serves(demand);
  return {is_whole ? readable.weight(all) : 0, is_whole};
}

/// What the plan does with every cell.
IdVector<CellId, tables::PlannedCell> planned_cells(SiteScene const& scene,
                                                    SiteResult const& result) {
  auto const before = open_before(scene);
  auto const after = open_after(scene, result.plan.opened);
  Serving const serving{scene, result};
  Readable const readable{scene};
  IdVector<CellId, tables::PlannedCell> cells;
  for (auto const demand : scene.demands.ids()) {
    auto const now = share_of(scene, demand, before, result.served_before);
    auto const then = share_of(scene, demand, after, result.served_after);
    auto& cell = cells[cells.push_back({.is_covered_before = now.is_whole,
                                        .is_covered_after = then.is_whole,
                                        .weight = readable.weight(scene.served.weights[demand]),
                                        .served_before = now.weight,
                                        .served_after = then.weight})];
    if (auto const nearest = serving.nearest(demand)) {
      cell.place = PlaceId{nearest->site.value()};
      cell.cost = readable.cost(nearest->cost);
    }
  }
  for (std::size_t s = 0; s < result.steps.size(); ++s) {
    for (auto const demand : result.steps[s].changed) cells[CellId{demand.value()}].rank = s + 1;
  }
  return cells;
}

/// Places that exist, then those that open.
std::vector<tables::PlannedPlace> planned_places(SiteScene const& scene, SiteResult const& result) {
  auto const& map = *scene.map;
  auto const is_open = sites_open_after(scene, result.plan.opened);
  std::vector<tables::PlannedPlace> places;
  for (auto const place : map.places.ids()) {
    if (!scene.sites[site_of(place)].exists) continue;
    auto const* const change = is_open[site_of(place)] != 0 ? "kept" : "gone";
    places.push_back({place, map.municipalities[place], change});
  }
  for (auto const& step : result.steps) {
    PlaceId const place{step.site.value()};
    if (step.opens) places.push_back({place, map.municipalities[place], "new"});
  }
  return places;
}

/// Inhabited cells that nobody serves then.
std::vector<CellId> cells_outside(Population const& population,
                                  IdVector<CellId, tables::PlannedCell> const& cells) {
  std::vector<CellId> outside;
  for (auto const cell : cells.ids()) {
    if (population[cell].is_inhabited() && !cells[cell].is_covered_after) outside.push_back(cell);
  }
  return outside;
}

/// Cells that some site may serve, by the rules of the plan.
IdVector<CellId, char> servable_cells(SiteScene const& scene, SiteResult const& result) {
  IdVector<CellId, char> servable(scene.demands.size(), 1);
  for (auto const demand : result.unservable) servable[CellId{demand.value()}] = 0;
  return servable;
}

/// Gaps are called after candidates, which are villages more often than not.
std::vector<Locality> named_candidates(SiteScene const& scene) {
  Places candidates;
  for (auto const place : scene.map->places.ids()) {
    if (!scene.sites[site_of(place)].exists) candidates.push_back(scene.map->places[place]);
  }
  return localities_of(candidates, scene.map->studied->areas.municipalities);
}

}  // namespace

std::vector<tables::OutputTable> site_map_tables(SiteScene const& scene, SiteResult const& result) {
  auto const& map = *scene.map;
  auto const& population = map.studied->people.population;
  auto const cells = planned_cells(scene, result);
  tables::PlannedCells const planned{.population = population,
                                     .municipalities = map.studied->areas.municipalities,
                                     .places = map.places,
                                     .cells = cells,
                                     .is_time = scene.cost_name == "time_s"};
  auto const gaps = coverage::gap_patches(population, cells_outside(population, cells));
  auto const localities = named_candidates(scene);
  auto const names =
      coverage::name_gaps(population, std::span{gaps}, *map.frame, {localities, map.places});
  return {tables::plan_municipality_table(planned),
          tables::plan_place_table(planned, planned_places(scene, result)),
          tables::plan_gap_table(planned, gaps, names, servable_cells(scene, result)),
          tables::plan_cell_table(planned)};
}

Places places_after(SiteScene const& scene, SiteResult const& result) {
  auto const& map = *scene.map;
  auto const is_open = sites_open_after(scene, result.plan.opened);
  Places places;
  for (auto const place : map.as_read.ids()) {
    auto const site = map.sites_as_read[place];
    if (site.is_none() || is_open[site] != 0) places.push_back(map.as_read[place]);
  }
  for (auto const& step : result.steps) {
    if (step.opens) places.push_back(map.places[PlaceId{step.site.value()}]);
  }
  return places;
}

}  // namespace gapmap::engine
