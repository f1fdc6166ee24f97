#include "gapmap/engine/detail/spread.h"

#include <fmt/format.h>

#include "gapmap/io/read_places.h"
#include "gapmap/reach/own_nearest.h"
#include "gapmap/tables/spread_table.h"

namespace gapmap::engine {
namespace {

template <CostType Cost>
reach::Spread spread_people(CoverageResult<Cost> const& result, std::span<Point const> buildings) {
  auto const& scene = result.scene;
  auto const& network = scene.roads->assembly.network;
  auto const& middles = scene.ends.cells;
  auto const& homes = scene.weighed->homes;
  if (!result.job.spread.buildings)
    return reach::spread_along_roads(scene.population(), middles, network, homes);
  return reach::spread_on_buildings(scene.population(), middles, buildings, network, *scene.frame,
                                    homes);
}

void tell_kept(SpreadResult const& spread, job::CoverageJob const& job,
               Population const& population, Listener& listener) {
  if (spread.kept.empty() || job.publish_below) return;
  People residents{0};
  for (auto const cell : spread.kept) residents += population[cell].residents.value_or(People{0});
  listener.remark(
      fmt::format("`spread`: there is no {} in {} {} with {:.0f} residents, who stay in the middle",
                  job.spread.buildings ? "building" : "road with homes", spread.kept.size(),
                  spread.kept.size() == 1 ? "cell" : "cells", residents.value()));
}

}  // namespace

template <CostType Cost>
SpreadResult find_spread(CoverageResult<Cost> const& result, PlacesOf const& places,
                         Listener& listener) {
  auto const& job = result.job;
  auto const& scene = result.scene;
  SpreadResult found;
  if (!job.spread.is_wanted) return found;
  std::vector<Point> buildings;
  if (auto const& source = job.spread.buildings) {
    auto read =
        listener.stage("read buildings", [&] { return io::read_places(*source, *scene.frame); });
    for (auto const& building : read.places) buildings.push_back(building.point);
    found.buildings = std::move(read.report);
  }
  auto const limit = result.coverage.limit;
  listener.stage("spread people in their cells", [&] {
    auto spread = spread_people(result, buildings);
    auto const clienteles = reach::clienteles_of(spread, places.clienteles);
    auto const ends =
        reach::ends_of(spread.positions, scene.ends.places, *scene.frame, job.travel.max_off_road);
    auto const reach =
        reach::own_nearest<Cost>(scene.roads->graph, scene.weighed->costs, ends, job.travel.profile,
                                 clienteles, {.k = 1, .cutoff = limit, .trip = job.travel.trip});
    found.shares.within = coverage::shares_within(reach, spread, limit);
    found.kept = std::move(spread.kept);
  });
  found.shares.bands =
      coverage::bands_of(found.shares.within, scene.population(), scene.municipalities());
  tell_kept(found, job, scene.population(), listener);
  return found;
}

template <CostType Cost>
void add_spread(CoverageResult<Cost> const& result, tables::OutputTable& cells,
                tables::OutputTable& municipalities) {
  if (!result.job.spread.is_wanted) return;
  auto const& shares = result.spread.shares;
  tables::append_columns(cells, tables::spread_columns(shares.within));
  tables::append_columns(municipalities, tables::band_columns(shares.bands, result.summary,
                                                              result.scene.population()));
}

template SpreadResult find_spread(CoverageResult<Millimeters> const&, PlacesOf const&, Listener&);
template SpreadResult find_spread(CoverageResult<Milliseconds> const&, PlacesOf const&, Listener&);
template void add_spread(CoverageResult<Millimeters> const&, tables::OutputTable&,
                         tables::OutputTable&);
template void add_spread(CoverageResult<Milliseconds> const&, tables::OutputTable&,
                         tables::OutputTable&);

}  // namespace gapmap::engine
