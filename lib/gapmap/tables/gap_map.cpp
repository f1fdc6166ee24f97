#include "gapmap/tables/gap_map.h"

#include <cmath>
#include <concepts>

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {

template <CostType Cost>
OutputTable gap_table(CoverageView<Cost> const& run, std::vector<Gap<Cost>> const& gaps,
                      std::vector<GapName> const& names) {
  expects(names.size() == gaps.size(), "a name for every gap");
  PeopleValues const people{run.population};
  OutputTable table{
      "gaps",
      columns_of<Cost>("gaps", people)(
          {"gap_id", "gap_name", "municipality_code", "municipality_name", "residents", "cells",
           "cells_without_number", "limit", "cost_min", "cost_mean", "cost_max", "nearest_place_id",
           "nearest_place_name", "near_name", "near_m", "near_direction"}),
      {},
      {}};
  for (auto const& gap : gaps) {
    auto const& nearest = run.places[gap.nearest];
    std::vector<Value> row{count_of(table.rows.size() + 1),
                           Value{},
                           code_of(run.municipalities, gap.municipality),
                           name_of(run.municipalities, gap.municipality),
                           people(gap.residents),
                           count_of(gap.cells.size()),
                           count_of(gap.cells_without_number),
                           value_of(run.coverage.limit),
                           value_of(gap.cost_min),
                           value_of(gap.cost_mean),
                           value_of(gap.cost_max),
                           nearest.id,
                           nearest.name};
    std::ranges::move(values_of(names[table.rows.size()]), std::back_inserter(row));
    table.rows.push_back(std::move(row));
    table.areas.push_back(gap.area);
  }
  return table;
}

std::vector<Value> values_of(GapName const& name) {
  if (name.near.empty()) return {Value{}, Value{}, Value{}};
  return {name.near, value_of(name.distance),
          name.direction
              ? Value{std::string{kCompassNames[static_cast<std::size_t>(*name.direction)]}}
              : Value{}};
}

template <CostType Cost>
OutputTable cell_table(CoverageView<Cost> const& run, std::size_t places) {
  expects(places <= run.reach.k, "a run looked for as many places as it tells of");
  PeopleValues const people{run.population};
  auto const columns = columns_of<Cost>("cells", people);
  OutputTable table{"cells",
                    columns({"cell_id", "x", "y", "residents", "municipality_code", "status",
                             "cost", "off_road_m", "place_off_road_m", "access_m"}),
                    {},
                    {}};
  constexpr bool kIsTime = std::same_as<Cost, Milliseconds>;
  if (kIsTime) table.columns.push_back(columns("access_s"));
  table.columns.push_back(columns("nearest_place_id"));
  table.columns.push_back(columns("nearest_place_name"));
  for (std::size_t rank = 2; rank <= places; ++rank) {
    for (auto const* name : {"cost_{rank}", "place_{rank}_id", "place_{rank}_name"})
      table.columns.push_back(columns(name, std::to_string(rank)));
  }
  table.rows.reserve(run.population.size());
  table.areas.reserve(run.population.size());
  for (auto const id : run.population.ids()) {
    auto const& cell = run.population[id];
    auto const& covered = run.coverage.cells[id];
    auto& row = table.rows.emplace_back();
    row = {cell.id,
           cell.center.x,
           cell.center.y,
           people(cell.residents),
           code_of(run.municipalities, cell.municipality),
           std::string{name_of(covered.status)},
           covered.cost ? value_of(*covered.cost) : Value{},
           value_of(run.reach.off_road[id])};
    if (covered.nearest.is_none()) {
      row.resize(row.size() + (kIsTime ? 5 : 4));
    } else {
      auto const& place = run.places[covered.nearest];
      auto const access = run.legs.of(id, covered.nearest);
      row.push_back(value_of(run.reach.place_off_road[covered.nearest]));
      row.push_back(value_of(access.length));
      if (kIsTime) row.push_back(value_of(access.cost));
      row.insert(row.end(), {place.id, place.name});
    }
    auto const reaches = run.reach.row(id);
    for (std::size_t i = 1; i < places; ++i) {
      bool const is_reached = i < reaches.size();
      auto const* const place = is_reached ? &run.places[reaches[i].place] : nullptr;
      row.push_back(is_reached ? value_of(reaches[i].cost) : Value{});
      row.push_back(is_reached ? Value{place->id} : Value{});
      row.push_back(is_reached ? Value{place->name} : Value{});
    }
    table.areas.push_back(cell.outline);
  }
  return table;
}

template <CostType Cost>
OutputTable municipality_table(CoverageView<Cost> const& run,
                               CoverageSummary<Cost> const& summary) {
  PeopleValues const people{run.population};
  OutputTable table{"municipalities",
                    columns_of<Cost>("municipalities", people)(
                        {"municipality_code", "municipality_name", "cells", "residents", "covered",
                         "outside", "unreachable", "off_network", "share", "cost_mean",
                         "cost_median", "cells_without_number"}),
                    {},
                    {}};
  auto const add = [&](CoverageFigures<Cost> const& figures, Value code, Value name) {
    auto const share = figures.share();
    table.rows.push_back(
        {std::move(code), std::move(name), count_of(figures.cells), people(figures.residents),
         people(figures.with(Status::Covered)), people(figures.with(Status::TooFar)),
         people(figures.with(Status::Unreachable)), people(figures.with(Status::OffNetwork)),
         share ? Value{*share} : Value{}, value_of(figures.cost_mean),
         value_of(figures.cost_median), count_of(figures.cells_without_number)});
  };
  for (auto const& figures : summary.municipalities) {
    auto const& municipality = run.municipalities[figures.municipality];
    add(figures, municipality.code, municipality.name);
    table.areas.push_back(municipality.area);
  }
  if (summary.outside) add(*summary.outside, {}, "Outside all areas");
  add(summary.total, {}, "Total");
  return table;
}

template <CostType Cost>
OutputTable place_table(CoverageView<Cost> const& run,
                        IdVector<PlaceId, Closure<Cost>> const& closures,
                        IdVector<PlaceId, MunicipalityId> const& located) {
  PeopleValues const people{run.population};
  OutputTable table{
      "places",
      columns_of<Cost>("places", people)(
          {"place_id", "place_name", "x", "y", "municipality_code", "municipality_name",
           "off_road_m", "cells", "cells_without_number", "residents_nearest",
           "residents_within_limit", "stay_covered", "fall_outside", "become_unreachable", "limit",
           "cost_extra_mean", "cost_extra_max"}),
      {},
      {}};
  for (auto const f : run.places.ids()) {
    auto const& place = run.places[f];
    auto const& closure = closures[f];
    table.rows.push_back({place.id, place.name, place.point.x, place.point.y,
                          code_of(run.municipalities, located[f]),
                          name_of(run.municipalities, located[f]),
                          value_of(run.reach.place_off_road[f]), count_of(closure.cells),
                          count_of(closure.cells_without_number), people(closure.residents_nearest),
                          people(closure.residents_within_limit), people(closure.stay_covered),
                          people(closure.fall_outside), people(closure.become_unreachable),
                          value_of(run.coverage.limit), value_of(closure.extra_mean),
                          closure.extra_max ? value_of(*closure.extra_max) : Value{}});
    table.lines.push_back({place.point});
  }
  return table;
}

template <CostType Cost>
std::vector<std::pair<std::string, std::optional<double>>> totals(
    CoverageFigures<Cost> const& figures) {
  std::vector<std::pair<std::string, std::optional<double>>> totals{
      {"cells", static_cast<double>(figures.cells)},
      {"cells_without_number", static_cast<double>(figures.cells_without_number)},
      {"residents", figures.residents.value()}};
  for (std::size_t s = 0; s < kStatuses; ++s) {
    totals.emplace_back(name_of(static_cast<Status>(s)), figures.by_status[s].value());
  }
  auto const rounded = [](auto const& value, double unit) {
    return value ? std::optional{std::round(*value / unit) / std::round(1 / unit)} : std::nullopt;
  };
  auto const natural = [](auto const& cost) {
    return cost ? std::optional{cost->value()} : std::nullopt;
  };
  totals.emplace_back("share", rounded(figures.share(), 1e-6));
  auto const columns = columns_of<Cost>("municipalities");
  totals.emplace_back(columns("cost_mean").name, rounded(natural(figures.cost_mean), 1e-3));
  totals.emplace_back(columns("cost_median").name, rounded(natural(figures.cost_median), 1e-3));
  return totals;
}

template OutputTable gap_table(CoverageView<Millimeters> const&,
                               std::vector<Gap<Millimeters>> const&, std::vector<GapName> const&);
template OutputTable gap_table(CoverageView<Milliseconds> const&,
                               std::vector<Gap<Milliseconds>> const&, std::vector<GapName> const&);
template OutputTable cell_table(CoverageView<Millimeters> const&, std::size_t);
template OutputTable cell_table(CoverageView<Milliseconds> const&, std::size_t);
template OutputTable place_table(CoverageView<Millimeters> const&,
                                 IdVector<PlaceId, Closure<Millimeters>> const&,
                                 IdVector<PlaceId, MunicipalityId> const&);
template OutputTable place_table(CoverageView<Milliseconds> const&,
                                 IdVector<PlaceId, Closure<Milliseconds>> const&,
                                 IdVector<PlaceId, MunicipalityId> const&);
template OutputTable municipality_table(CoverageView<Millimeters> const&,
                                        CoverageSummary<Millimeters> const&);
template OutputTable municipality_table(CoverageView<Milliseconds> const&,
                                        CoverageSummary<Milliseconds> const&);
template std::vector<std::pair<std::string, std::optional<double>>> totals(
    CoverageFigures<Millimeters> const&);
template std::vector<std::pair<std::string, std::optional<double>>> totals(
    CoverageFigures<Milliseconds> const&);

}  // namespace gapmap::tables
