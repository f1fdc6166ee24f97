#include "gapmap/tables/cure_table.h"

#include "gapmap/tables/output_columns.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

Value word_of(CureKind kind) { return kind == CureKind::Cell ? "cell" : "candidate"; }

/// A cell has no name.
Value name_of(Facility const& candidate, CureKind kind) {
  return kind == CureKind::Cell ? Value{} : Value{candidate.name};
}

/// Up to the next whole metre or second.
template <CostType Cost>
Value rounded_up(Cost cost) {
  constexpr std::int64_t kUnit = 1000;
  return (std::int64_t{cost.value()} + kUnit - 1) / kUnit;
}

}  // namespace

template <CostType Cost>
OutputTable gap_cure_columns(CureRun<Cost> const& run, std::span<Gap<Cost> const> gaps) {
  expects(run.cures.size() <= gaps.size(), "cures are of these gaps");
  PeopleColumns const people{run.population};
  OutputTable table{"gaps",
                    {text("cure_place_id"), text("cure_place_name"), text("cure_kind"),
                     people.column("cure_covers"), people.column("cure_remains"),
                     people.column("cure_also_covers"), cost_column<Cost>("_to_cure_mean"),
                     integer(std::string{"limit_increase"} + CostName<Cost>::kUnit)},
                    {},
                    {}};
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    auto& row = table.rows.emplace_back(table.columns.size());
    if (g >= run.cures.size()) continue;
    auto const& [best, limit_increase] = run.cures[g];
    row[3] = people.value(People{0});
    row[4] = people.value(gaps[g].residents);
    if (!best.empty()) {
      auto const& cure = best.front();
      auto const& place = run.candidates[cure.candidate];
      row = {place.id,
             name_of(place, run.kind),
             word_of(run.kind),
             people.value(cure.covers),
             people.value(cure.remains),
             people.value(cure.also_covers),
             value_of(cure.cost_mean),
             {}};
    }
    if (limit_increase) row.back() = rounded_up(*limit_increase);
  }
  return table;
}

template <CostType Cost>
OutputTable cure_table(CureRun<Cost> const& run) {
  PeopleColumns const people{run.population};
  OutputTable table{
      "cures",
      {integer("gap_id"), integer("rank"), text("cure_kind"), text("place_id"), text("place_name"),
       meters("x"), meters("y"), people.column("covers"), people.column("remains"),
       people.column("also_covers"), cost_column<Cost>("_mean")},
      {},
      {}};
  for (std::size_t g = 0; g < run.cures.size(); ++g) {
    auto const& best = run.cures[g].best;
    for (std::size_t rank = 0; rank < best.size(); ++rank) {
      auto const& cure = best[rank];
      auto const& place = run.candidates[cure.candidate];
      table.rows.push_back({count_of(g + 1), count_of(rank + 1), word_of(run.kind), place.id,
                            name_of(place, run.kind), place.point.x, place.point.y,
                            people.value(cure.covers), people.value(cure.remains),
                            people.value(cure.also_covers), value_of(cure.cost_mean)});
    }
  }
  return table;
}

template OutputTable gap_cure_columns(CureRun<Millimeters> const&,
                                      std::span<Gap<Millimeters> const>);
template OutputTable gap_cure_columns(CureRun<Milliseconds> const&,
                                      std::span<Gap<Milliseconds> const>);
template OutputTable cure_table(CureRun<Millimeters> const&);
template OutputTable cure_table(CureRun<Milliseconds> const&);

}  // namespace gapmap::tables
