#include "gapmap/tables/remedy_table.h"

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

Value word_of(RemedyKind kind) { return kind == RemedyKind::Cell ? "cell" : "candidate"; }

/// Returns the name of a candidate; cells have none.
Value name_of(Place const& candidate, RemedyKind kind) {
  return kind == RemedyKind::Cell ? Value{} : Value{candidate.name};
}

/// Rounds up to a whole metre or second.
template <CostType Cost>
Value rounded_up(Cost cost) {
  constexpr std::int64_t kUnit = 1000;
  return (std::int64_t{cost.value()} + kUnit - 1) / kUnit;
}

/// Appends how many of the cells have no number of residents, and the least and the most residents
/// of all of them; no most where nothing bounds one.
template <CostType Cost>
void append_range(std::vector<Value>& row, RemedyRun<Cost> const& run,
                  std::vector<CellId> const& cells) {
  std::size_t without_number = 0;
  PeopleRange residents;
  bool is_bounded = true;
  for (auto const id : cells) {
    auto const& cell = run.population[id];
    without_number += cell.residents ? 0 : 1;
    residents += run.ranges.at(id, ResidentRanges::everybody());
    is_bounded = is_bounded && !run.ranges.is_unknown(cell, id, ResidentRanges::everybody());
  }
  row.insert(row.end(), {count_of(without_number), value_of(residents.low),
                         is_bounded ? value_of(residents.high) : Value{}});
}

}  // namespace

template <CostType Cost>
OutputTable gap_remedy_columns(RemedyRun<Cost> const& run, std::span<Gap<Cost> const> gaps) {
  expects(run.remedies.size() <= gaps.size(), "remedies are of these gaps");
  PeopleValues const people{run.population};
  OutputTable table{
      "gaps",
      columns_of<Cost>("gaps", people)({"remedy_place_id", "remedy_place_name", "remedy_kind",
                                        "remedy_covers", "remedy_remains", "remedy_also_covers",
                                        "cost_to_remedy_mean", "limit_increase"}),
      {},
      {}};
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    auto& row = table.rows.emplace_back(table.columns.size());
    if (g >= run.remedies.size()) continue;
    auto const& [best, limit_increase] = run.remedies[g];
    row[3] = people(People{0});
    row[4] = people(gaps[g].residents);
    if (!best.empty()) {
      auto const& remedy = best.front();
      auto const& place = run.candidates[remedy.candidate];
      row = {place.id,
             name_of(place, run.kind),
             word_of(run.kind),
             people(remedy.covers),
             people(remedy.remains),
             people(remedy.also_covers),
             value_of(remedy.cost_mean),
             {}};
    }
    if (limit_increase) row.back() = rounded_up(*limit_increase);
  }
  return table;
}

template <CostType Cost>
OutputTable remedy_table(RemedyRun<Cost> const& run) {
  PeopleValues const people{run.population};
  OutputTable table{.name = "remedies",
                    .columns = columns_of<Cost>("remedies", people)(
                        {"gap_id", "gap_name", "rank", "remedy_kind", "place_id", "place_name", "x",
                         "y", "covers", "remains", "also_covers", "cost_mean",
                         "cells_without_number", "residents_low", "residents_high"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Point};
  for (std::size_t g = 0; g < run.remedies.size(); ++g) {
    auto const& best = run.remedies[g].best;
    for (std::size_t rank = 0; rank < best.size(); ++rank) {
      auto const& remedy = best[rank];
      auto const& place = run.candidates[remedy.candidate];
      table.rows.push_back({count_of(g + 1), Value{}, count_of(rank + 1), word_of(run.kind),
                            place.id, name_of(place, run.kind), place.point.x, place.point.y,
                            people(remedy.covers), people(remedy.remains),
                            people(remedy.also_covers), value_of(remedy.cost_mean)});
      append_range(table.rows.back(), run, remedy.cells);
      table.lines.push_back({place.point});
    }
  }
  return table;
}

template <CostType Cost>
OutputTable joint_remedy_table(RemedyRun<Cost> const& run) {
  PeopleValues const people{run.population};
  bool const is_for_everybody = run.chosen_by == ResidentRanges::everybody();
  OutputTable table{
      .name = "joint_remedies",
      .columns = columns_of<Cost>("joint_remedies", people)(
          {"step", "remedy_kind", "place_id", "place_name", "x", "y", "gap_id", "gap_name",
           "adds_in_gaps", "adds_elsewhere", "cost_mean", "together", "together_at_most",
           "cells_without_number", "residents_low", "residents_high"}),
      .rows = {},
      .areas = {},
      .shape_if_empty = OutputShape::Point};
  for (auto const& remedy : run.joint) {
    auto const& place = run.candidates[remedy.candidate];
    table.rows.push_back({count_of(table.rows.size() + 1), word_of(run.kind), place.id,
                          name_of(place, run.kind), place.point.x, place.point.y,
                          remedy.gap ? count_of(*remedy.gap + 1) : Value{}, Value{},
                          people(remedy.in_gaps), people(remedy.elsewhere),
                          value_of(remedy.cost_mean), people(remedy.together),
                          is_for_everybody ? people(People{remedy.weight_at_most}) : Value{}});
    append_range(table.rows.back(), run, remedy.cells);
    table.lines.push_back({place.point});
  }
  if (is_for_everybody) return table;
  auto const columns = columns_of("joint_remedies");
  auto const& group = run.ranges.groups[run.chosen_by].name;
  for (auto const* name : {"{group}_together", "{group}_together_at_most"})
    table.columns.push_back(columns(name, group));
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (auto const weight : {run.joint[r].weight, run.joint[r].weight_at_most})
      table.rows[r].push_back(value_of(People{weight}));
  }
  return table;
}

template OutputTable gap_remedy_columns(RemedyRun<Millimeters> const&,
                                        std::span<Gap<Millimeters> const>);
template OutputTable gap_remedy_columns(RemedyRun<Milliseconds> const&,
                                        std::span<Gap<Milliseconds> const>);
template OutputTable remedy_table(RemedyRun<Millimeters> const&);
template OutputTable remedy_table(RemedyRun<Milliseconds> const&);
template OutputTable joint_remedy_table(RemedyRun<Millimeters> const&);
template OutputTable joint_remedy_table(RemedyRun<Milliseconds> const&);

}  // namespace gapmap::tables
