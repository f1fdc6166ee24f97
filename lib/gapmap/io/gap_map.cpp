#include "gapmap/io/gap_map.h"

#include <algorithm>
#include <cmath>

namespace gapmap::io {
namespace {

constexpr int kMillimetersDecimals = 3;

Column text(std::string name) { return {std::move(name), ColumnType::Text}; }
Column integer(std::string name) { return {std::move(name), ColumnType::Integer}; }
Column meters(std::string name) { return {std::move(name), ColumnType::Real, kMillimetersDecimals}; }

Value meters_of(std::optional<Meters> length) {
  if (!length || !length->is_finite()) return {};
  return length->value();
}
Value meters_of(Millimeters length) { return meters_of(to_meters(length)); }
Value count_of(std::size_t count) { return static_cast<std::int64_t>(count); }

/// Residents are whole in registers and censuses, fractions in modelled rasters: one type for a whole run.
class PeopleColumns {
 public:
  explicit PeopleColumns(Population const& population)
      : are_whole_{std::ranges::all_of(population, [](Cell const& cell) {
          return !cell.residents || cell.residents->value() == std::floor(cell.residents->value());
        })} {}

  [[nodiscard]] Column column(std::string name) const {
    return are_whole_ ? Column{std::move(name), ColumnType::Integer} : Column{std::move(name), ColumnType::Real, 3};
  }
  [[nodiscard]] Value value(std::optional<People> people) const {
    if (!people) return {};
    if (are_whole_) return static_cast<std::int64_t>(people->value());
    return people->value();
  }

 private:
  bool are_whole_;
};

Value code_of(Municipalities const& municipalities, MunicipalityId id) {
  return id.is_none() ? Value{} : Value{municipalities[id].code};
}
Value name_of(Municipalities const& municipalities, MunicipalityId id) {
  return id.is_none() ? Value{} : Value{municipalities[id].name};
}

}  // namespace

OutputTable gap_table(CoverageRun const& run, std::vector<Gap> const& gaps) {
  PeopleColumns const people{run.population};
  OutputTable table{"gaps",
                    {integer("gap_id"), text("municipality_code"), text("municipality_name"), people.column("residents"),
                     integer("cells"), integer("cells_without_number"), meters("limit_m"), meters("distance_min_m"),
                     meters("distance_mean_m"), meters("distance_max_m"), text("nearest_place_id"),
                     text("nearest_place_name")},
                    {},
                    {}};
  for (auto const& gap : gaps) {
    auto const& nearest = run.facilities[gap.nearest];
    table.rows.push_back({count_of(table.rows.size() + 1), code_of(run.municipalities, gap.municipality),
                          name_of(run.municipalities, gap.municipality), people.value(gap.residents),
                          count_of(gap.cells.size()), count_of(gap.cells_without_number), meters_of(run.coverage.limit),
                          meters_of(gap.distance_min), meters_of(gap.distance_mean), meters_of(gap.distance_max),
                          nearest.id, nearest.name});
    table.areas.push_back(gap.area);
  }
  return table;
}

OutputTable cell_table(CoverageRun const& run) {
  PeopleColumns const people{run.population};
  OutputTable table{"cells",
                    {text("cell_id"), meters("x"), meters("y"), people.column("residents"), text("municipality_code"),
                     text("status"), meters("distance_m"), meters("off_road_m"), meters("place_off_road_m"),
                     text("nearest_place_id"), text("nearest_place_name")},
                    {},
                    {}};
  table.rows.reserve(run.population.size());
  table.areas.reserve(run.population.size());
  for (auto const id : run.population.ids()) {
    auto const& cell = run.population[id];
    auto const& covered = run.coverage.cells[id];
    Value place_off_road;
    Value place_id;
    Value place_name;
    if (!covered.nearest.is_none()) {
      place_off_road = meters_of(run.reach.facility_off_road[covered.nearest]);
      place_id = run.facilities[covered.nearest].id;
      place_name = run.facilities[covered.nearest].name;
    }
    table.rows.push_back({cell.id, cell.center.x, cell.center.y, people.value(cell.residents),
                          code_of(run.municipalities, cell.municipality), std::string{name_of(covered.status)},
                          covered.distance ? meters_of(*covered.distance) : Value{}, meters_of(run.reach.off_road[id]),
                          place_off_road, place_id, place_name});
    table.areas.push_back(cell.outline);
  }
  return table;
}

OutputTable municipality_table(CoverageRun const& run, CoverageSummary const& summary) {
  PeopleColumns const people{run.population};
  OutputTable table{"municipalities",
                    {text("municipality_code"), text("municipality_name"), integer("cells"), people.column("residents"),
                     people.column("covered"), people.column("outside"), people.column("unreachable"),
                     people.column("off_network"), Column{"share", ColumnType::Real, 6}, meters("distance_mean_m"),
                     meters("distance_median_m"), integer("cells_without_number")},
                    {},
                    {}};
  auto const add = [&](CoverageFigures const& figures, Value code, Value name) {
    auto const share = figures.share();
    table.rows.push_back({std::move(code), std::move(name), count_of(figures.cells), people.value(figures.residents),
                          people.value(figures.with(Status::Covered)), people.value(figures.with(Status::TooFar)),
                          people.value(figures.with(Status::Unreachable)),
                          people.value(figures.with(Status::OffNetwork)), share ? Value{*share} : Value{},
                          meters_of(figures.distance_mean), meters_of(figures.distance_median),
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

}  // namespace gapmap::io
