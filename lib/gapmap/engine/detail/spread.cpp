#include "gapmap/engine/detail/spread.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "gapmap/engine/detail/limits.h"
#include "gapmap/engine/detail/other_unit.h"
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

/// The farthest of the limits that are in this unit.
template <CostType Cost>
Cost farthest_of(job::CoverageJob const& job) {
  Cost farthest{0};
  for (auto const& limit : limits_of(job)) {
    if (auto const* const natural = std::get_if<Natural<Cost>>(&limit))
      farthest = std::max(farthest, job::cost_of(*natural));
  }
  return farthest;
}

/// Returns, for each limit of the job, which positions have a place within it.
template <CostType Cost>
std::vector<std::vector<char>> within_limits(CoverageResult<Cost> const& result,
                                             reach::Spread const& spread, PlacesOf const& places,
                                             Listener& listener) {
  auto const& job = result.job;
  auto const& scene = result.scene;
  auto const clienteles = reach::clienteles_of(spread, places.clienteles);
  auto const search = [&]<CostType Unit>(EdgeCosts<Unit> const& costs,
                                         IdVector<PlaceId, Attachment> const& attached) {
    return listener.stage("spread people in their cells", [&] {
      auto const ends =
          reach::ends_of(spread.positions, attached, *scene.frame, job.travel.max_off_road);
      return reach::own_nearest<Unit>(
          scene.roads->graph, costs, ends, job.travel.profile, clienteles,
          {.k = 1, .cutoff = farthest_of<Unit>(job), .trip = job.travel.trip});
    });
  };
  auto const reach = search.template operator()<Cost>(scene.weighed->costs, scene.ends.places);
  using Other = OtherUnit<Cost>;
  std::optional<ReachTable<Other>> in_other_unit;
  std::vector<std::vector<char>> within;
  for (auto const& limit : limits_of(job)) {
    if (auto const* const natural = std::get_if<Natural<Cost>>(&limit)) {
      within.push_back(coverage::positions_within(reach, job::cost_of(*natural)));
      continue;
    }
    if (!in_other_unit) {
      auto const ways = weigh_in_other_unit(scene, job.travel, listener);
      in_other_unit = search.template operator()<Other>(ways.roads.costs, ways.ends.places);
    }
    within.push_back(
        coverage::positions_within(*in_other_unit, job::cost_of(std::get<Natural<Other>>(limit))));
  }
  return within;
}

/// Returns the marks of each, then those of all together and of any of them.
std::vector<std::vector<char>> each_all_and_any(std::vector<std::vector<char>> each) {
  auto all = each.front();
  auto any = each.front();
  for (auto const& marks : each) {
    for (std::size_t p = 0; p < marks.size(); ++p) {
      all[p] = static_cast<char>(all[p] & marks[p]);
      any[p] = static_cast<char>(any[p] | marks[p]);
    }
  }
  each.push_back(std::move(all));
  each.push_back(std::move(any));
  return each;
}

/// Nobody is within all limits who is not within each, nor within one and not within any: the bands
/// of the last two agree with those of each before them.
void hold_together(std::vector<Bands>& bands) {
  auto& all = bands[bands.size() - 2];
  auto& any = bands.back();
  auto const hold = [](Band const& each, Band& of_all, Band& of_any) {
    of_all.high = std::min(of_all.high, each.high);
    of_any.low = std::max(of_any.low, each.low);
  };
  for (std::size_t l = 0; l + 2 < bands.size(); ++l) {
    for (std::size_t m = 0; m < all.municipalities.size(); ++m)
      hold(bands[l].municipalities[m], all.municipalities[m], any.municipalities[m]);
    if (all.outside) hold(*bands[l].outside, *all.outside, *any.outside);
    hold(bands[l].total, all.total, any.total);
  }
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
  auto spread = listener.stage("spread people in their cells",
                               [&] { return spread_people(result, buildings); });
  auto within = within_limits(result, spread, places, listener);
  auto const bands_of = [&](IdVector<CellId, double> const& shares) {
    return coverage::bands_of(shares, scene.population(), scene.municipalities());
  };
  found.shares.within = coverage::shares_of_cells(within.front(), spread);
  found.shares.bands = bands_of(found.shares.within);
  if (within.size() > 1) {
    for (auto const& marks : each_all_and_any(std::move(within)))
      found.limit_bands.push_back(bands_of(coverage::shares_of_cells(marks, spread)));
    hold_together(found.limit_bands);
  }
  found.kept = std::move(spread.kept);
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

template <CostType Cost>
std::optional<tables::OutputTable> tabulate_limit_bands(CoverageResult<Cost> const& result,
                                                        tables::OutputTable const& municipalities) {
  auto const& bands = result.spread.limit_bands;
  if (bands.empty() || result.job.publish_below) return std::nullopt;
  std::vector<std::pair<std::string, tables::OutputTable>> of_limits;
  auto const names = names_of_limits(result.job);
  for (std::size_t l = 0; l < bands.size(); ++l) {
    of_limits.emplace_back(
        names[l], tables::band_columns(bands[l], result.summary, result.scene.population()));
  }
  return tables::limit_band_table(of_limits, municipalities);
}

template std::optional<tables::OutputTable> tabulate_limit_bands(CoverageResult<Millimeters> const&,
                                                                 tables::OutputTable const&);
template std::optional<tables::OutputTable> tabulate_limit_bands(
    CoverageResult<Milliseconds> const&, tables::OutputTable const&);
template SpreadResult find_spread(CoverageResult<Millimeters> const&, PlacesOf const&, Listener&);
template SpreadResult find_spread(CoverageResult<Milliseconds> const&, PlacesOf const&, Listener&);
template void add_spread(CoverageResult<Millimeters> const&, tables::OutputTable&,
                         tables::OutputTable&);
template void add_spread(CoverageResult<Milliseconds> const&, tables::OutputTable&,
                         tables::OutputTable&);

}  // namespace gapmap::engine
