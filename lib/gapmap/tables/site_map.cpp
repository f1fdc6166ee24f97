#include "gapmap/tables/site_map.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "gapmap/tables/gap_map.h"
#include "gapmap/tables/output_values.h"
#include "gapmap/tables/service_table.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

/// Columns of a table of a plan, with costs in the unit of the plan.
ColumnsOf columns_of_plan(std::string_view table, PlannedCells const& planned) {
  return {table, planned.is_time, are_whole(planned.population)};
}

/// What becomes of a cell, in the words of comparisons.
std::string_view planned_change(bool is_covered_before, bool is_covered_after) {
  if (is_covered_before) return is_covered_after ? "still_covered" : "lost";
  return is_covered_after ? "gained" : "still_not_covered";
}

}  // namespace

OutputTable plan_cell_table(PlannedCells const& planned) {
  PeopleValues const people{planned.population};
  OutputTable table{.name = "plan_cells",
                    .columns = columns_of_plan("plan_cells", planned)(
                        {"cell_id", "x", "y", "residents", "municipality_code", "change", "rank",
                         "nearest_place_id", "nearest_place_name", "cost"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Area};
  for (auto const c : planned.population.ids()) {
    auto const& cell = planned.population[c];
    auto const& its = planned.cells[c];
    if (!cell.is_inhabited()) continue;
    bool const has_place = !its.place.is_none();
    table.rows.push_back({cell.id, cell.center.x, cell.center.y, people(cell.residents),
                          code_of(planned.municipalities, cell.municipality),
                          std::string{planned_change(its.is_covered_before, its.is_covered_after)},
                          its.rank ? count_of(*its.rank) : Value{},
                          has_place ? Value{planned.places[its.place].id} : Value{},
                          has_place ? Value{planned.places[its.place].name} : Value{},
                          value_of(its.cost)});
    table.areas.push_back(cell.outline);
  }
  return table;
}

OutputTable plan_municipality_table(PlannedCells const& planned) {
  struct Sums {
    double all = 0, before = 0, after = 0;
    void operator+=(Sums const& more) {
      all += more.all;
      before += more.before;
      after += more.after;
    }
  };
  auto const& municipalities = planned.municipalities;
  std::vector<Sums> sums(municipalities.size() + 1);
  for (auto const c : planned.cells.ids()) {
    auto const municipality = planned.population[c].municipality;
    auto const& its = planned.cells[c];
    sums[municipality.is_none() ? municipalities.size() : municipality.value()] +=
        {its.weight, its.served_before, its.served_after};
  }
  auto const columns = columns_of_plan("plan_municipalities", planned);
  OutputTable table{.name = "plan_municipalities",
                    .columns = columns({"municipality_code", "municipality_name", "residents"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Area};
  for (auto const* figure : {"covered", "share"}) {
    for (auto const* when : {"before", "after", "change"})
      table.columns.push_back(columns.compared(figure, when));
  }
  auto const add = [&](Value code, Value name, Sums const& sum) {
    std::vector<Value> row{std::move(code), std::move(name), sum.all,
                           sum.before,      sum.after,       sum.after - sum.before};
    for (auto const part : {sum.before, sum.after, sum.after - sum.before})
      row.push_back(sum.all > 0 ? Value{part / sum.all} : Value{});
    table.rows.push_back(std::move(row));
  };
  Sums total;
  for (auto const m : municipalities.ids()) {
    auto const& sum = sums[m.value()];
    if (!(sum.all > 0)) continue;
    add(municipalities[m].code, municipalities[m].name, sum);
    table.areas.push_back(municipalities[m].area);
    total += sum;
  }
  if (sums.back().all > 0) add({}, "Outside all areas", sums.back());
  total += sums.back();
  add({}, "Total", total);
  return table;
}

OutputTable plan_place_table(PlannedCells const& planned, std::vector<PlannedPlace> const& places) {
  OutputTable table{
      .name = "plan_places",
      .columns = columns_of_plan("plan_places", planned)(
          {"place_id", "place_name", "x", "y", "municipality_code", "municipality_name", "change"}),
      .rows = {},
      .areas = {},
      .shape_if_empty = OutputShape::Point};
  for (auto const& [id, municipality, change] : places) {
    auto const& place = planned.places[id];
    table.rows.push_back({place.id, place.name, place.point.x, place.point.y,
                          code_of(planned.municipalities, municipality),
                          name_of(planned.municipalities, municipality), std::string{change}});
    table.lines.push_back({place.point});
  }
  return table;
}

OutputTable plan_gap_table(PlannedCells const& planned, std::vector<GapPatch> const& gaps,
                           std::vector<GapName> const& names,
                           IdVector<CellId, char> const& servable) {
  expects(names.size() == gaps.size(), "a name for every gap");
  PeopleValues const people{planned.population};
  OutputTable table{.name = "plan_gaps",
                    .columns = columns_of_plan("plan_gaps", planned)(
                        {"gap_id", "gap_name", "municipality_code", "municipality_name",
                         "residents", "residents_servable", "cells", "cells_without_number",
                         "near_name", "near_m", "near_direction"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Area};
  for (auto const& gap : gaps) {
    People in_reach{0};
    for (auto const cell : gap.cells) {
      if (servable[cell] != 0) in_reach += planned.population[cell].residents.value_or(People{0});
    }
    std::vector<Value> row{count_of(table.rows.size() + 1),
                           {},
                           code_of(planned.municipalities, gap.municipality),
                           name_of(planned.municipalities, gap.municipality),
                           people(gap.residents),
                           people(in_reach),
                           count_of(gap.cells.size()),
                           count_of(gap.cells_without_number)};
    std::ranges::move(values_of(names[table.rows.size()]), std::back_inserter(row));
    table.rows.push_back(std::move(row));
    table.areas.push_back(gap.area);
  }
  return table;
}

OutputTable place_layer(Places const& places) {
  OutputTable table{.name = "places",
                    .columns = columns_of("places")({"place_id", "place_name"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Point};
  for (auto const& place : places) {
    table.rows.push_back({place.id, place.name});
    table.lines.push_back({place.point});
  }
  append_columns(table, service_table(places));
  return table;
}

}  // namespace gapmap::tables
