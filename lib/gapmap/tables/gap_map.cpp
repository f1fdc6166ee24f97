#include "gapmap/tables/gap_map.h"

#include <cmath>
#include <concepts>

#include "gapmap/tables/output_columns.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {

template <CostType Cost>
OutputTable gap_table(CoverageView<Cost> const& run, std::vector<Gap<Cost>> const& gaps) {
  PeopleColumns const people{run.population};
  OutputTable table{
      "gaps",
      {integer("gap_id"), text("municipality_code"), text("municipality_name"),
       people.column("residents"), integer("cells"), integer("cells_without_number"),
       limit_column<Cost>(), cost_column<Cost>("_min"), cost_column<Cost>("_mean"),
       cost_column<Cost>("_max"), text("nearest_place_id"), text("nearest_place_name")},
      {},
      {}};
  for (auto const& gap : gaps) {
    auto const& nearest = run.facilities[gap.nearest];
    table.rows.push_back(
        {count_of(table.rows.size() + 1), code_of(run.municipalities, gap.municipality),
         name_of(run.municipalities, gap.municipality), people.value(gap.residents),
         count_of(gap.cells.size()), count_of(gap.cells_without_number),
         value_of(run.coverage.limit), value_of(gap.cost_min), value_of(gap.cost_mean),
         value_of(gap.cost_max), nearest.id, nearest.name});
    table.areas.push_back(gap.area);
  }
  return table;
}

template <CostType Cost>
OutputTable cell_table(CoverageView<Cost> const& run, std::size_t places) {
  expects(places <= run.reach.k, "a run looked for as many places as it tells of");
  PeopleColumns const people{run.population};
  OutputTable table{"cells",
                    {text("cell_id"), meters("x"), meters("y"), people.column("residents"),
                     text("municipality_code"), text("status"), cost_column<Cost>(),
                     meters("off_road_m"), meters("place_off_road_m"), meters("access_m")},
                    {},
                    {}};
  constexpr bool kIsTime = std::same_as<Cost, Milliseconds>;
  if (kIsTime) table.columns.push_back({"access_s", ColumnType::Real, kThousandths});
  table.columns.push_back(text("nearest_place_id"));
  table.columns.push_back(text("nearest_place_name"));
  for (std::size_t rank = 2; rank <= places; ++rank) {
    auto const place = "place_" + std::to_string(rank);
    table.columns.push_back(cost_column<Cost>(rank));
    table.columns.push_back(text(place + "_id"));
    table.columns.push_back(text(place + "_name"));
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
           people.value(cell.residents),
           code_of(run.municipalities, cell.municipality),
           std::string{name_of(covered.status)},
           covered.cost ? value_of(*covered.cost) : Value{},
           value_of(run.reach.off_road[id])};
    if (covered.nearest.is_none()) {
      row.resize(row.size() + (kIsTime ? 5 : 4));
    } else {
      auto const& place = run.facilities[covered.nearest];
      auto const access = run.legs.of(id, covered.nearest);
      row.push_back(value_of(run.reach.facility_off_road[covered.nearest]));
      row.push_back(value_of(access.length));
      if (kIsTime) row.push_back(value_of(access.cost));
      row.insert(row.end(), {place.id, place.name});
    }
    auto const reaches = run.reach.row(id);
    for (std::size_t i = 1; i < places; ++i) {
      bool const is_reached = i < reaches.size();
      auto const* const place = is_reached ? &run.facilities[reaches[i].facility] : nullptr;
      row.push_back(is_reached ? value_of(reaches[i].cost) : Value{});
      row.push_back(is_reached ? Value{place->id} : Value{});
      row.push_back(is_reached ? Value{place->name} : Value{});
    }
    table.areas.push_back(cell.outline);
  }
  return table;
}

template <CostType Cost>
OutputTable municipality_table(CoverageView<Cost> const& run, CoverageSummary<Cost> const& summary) {
  PeopleColumns const people{run.population};
  OutputTable table{"municipalities",
                    {text("municipality_code"), text("municipality_name"), integer("cells"),
                     people.column("residents"), people.column("covered"), people.column("outside"),
                     people.column("unreachable"), people.column("off_network"),
                     Column{"share", ColumnType::Real, 6}, cost_column<Cost>("_mean"),
                     cost_column<Cost>("_median"), integer("cells_without_number")},
                    {},
                    {}};
  auto const add = [&](CoverageFigures<Cost> const& figures, Value code, Value name) {
    auto const share = figures.share();
    table.rows.push_back(
        {std::move(code), std::move(name), count_of(figures.cells), people.value(figures.residents),
         people.value(figures.with(Status::Covered)), people.value(figures.with(Status::TooFar)),
         people.value(figures.with(Status::Unreachable)),
         people.value(figures.with(Status::OffNetwork)), share ? Value{*share} : Value{},
         value_of(figures.cost_mean), value_of(figures.cost_median),
         count_of(figures.cells_without_number)});
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
                        IdVector<FacilityId, Closure<Cost>> const& closures,
                        IdVector<FacilityId, MunicipalityId> const& located) {
  PeopleColumns const people{run.population};
  OutputTable table{
      "places",
      {text("place_id"), text("place_name"), meters("x"), meters("y"), text("municipality_code"),
       text("municipality_name"), meters("off_road_m"), integer("cells"),
       integer("cells_without_number"), people.column("residents_nearest"),
       people.column("residents_within_limit"), people.column("stay_covered"),
       people.column("fall_outside"), people.column("become_unreachable"), limit_column<Cost>(),
       cost_column<Cost>("_extra_mean"), cost_column<Cost>("_extra_max")},
      {},
      {}};
  for (auto const f : run.facilities.ids()) {
    auto const& facility = run.facilities[f];
    auto const& closure = closures[f];
    table.rows.push_back(
        {facility.id, facility.name, facility.point.x, facility.point.y,
         code_of(run.municipalities, located[f]), name_of(run.municipalities, located[f]),
         value_of(run.reach.facility_off_road[f]), count_of(closure.cells),
         count_of(closure.cells_without_number), people.value(closure.residents_nearest),
         people.value(closure.residents_within_limit), people.value(closure.stay_covered),
         people.value(closure.fall_outside), people.value(closure.become_unreachable),
         value_of(run.coverage.limit), value_of(closure.extra_mean),
         closure.extra_max ? value_of(*closure.extra_max) : Value{}});
    table.lines.push_back({facility.point});
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
  totals.emplace_back(cost_column<Cost>("_mean").name, rounded(natural(figures.cost_mean), 1e-3));
  totals.emplace_back(cost_column<Cost>("_median").name,
                      rounded(natural(figures.cost_median), 1e-3));
  return totals;
}

template OutputTable gap_table(CoverageView<Millimeters> const&,
                               std::vector<Gap<Millimeters>> const&);
template OutputTable gap_table(CoverageView<Milliseconds> const&,
                               std::vector<Gap<Milliseconds>> const&);
template OutputTable cell_table(CoverageView<Millimeters> const&, std::size_t);
template OutputTable cell_table(CoverageView<Milliseconds> const&, std::size_t);
template OutputTable place_table(CoverageView<Millimeters> const&,
                                 IdVector<FacilityId, Closure<Millimeters>> const&,
                                 IdVector<FacilityId, MunicipalityId> const&);
template OutputTable place_table(CoverageView<Milliseconds> const&,
                                 IdVector<FacilityId, Closure<Milliseconds>> const&,
                                 IdVector<FacilityId, MunicipalityId> const&);
template OutputTable municipality_table(CoverageView<Millimeters> const&,
                                        CoverageSummary<Millimeters> const&);
template OutputTable municipality_table(CoverageView<Milliseconds> const&,
                                        CoverageSummary<Milliseconds> const&);
template std::vector<std::pair<std::string, std::optional<double>>> totals(
    CoverageFigures<Millimeters> const&);
template std::vector<std::pair<std::string, std::optional<double>>> totals(
    CoverageFigures<Milliseconds> const&);

}  // namespace gapmap::tables
