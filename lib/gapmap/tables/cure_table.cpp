#include "gapmap/tables/cure_table.h"

#include "gapmap/tables/output_values.h"
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
  PeopleValues const people{run.population};
  OutputTable table{
      "gaps",
      columns_of<Cost>("gaps", people)({"cure_place_id", "cure_place_name", "cure_kind",
                                        "cure_covers", "cure_remains", "cure_also_covers",
                                        "cost_to_cure_mean", "limit_increase"}),
      {},
      {}};
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    auto& row = table.rows.emplace_back(table.columns.size());
    if (g >= run.cures.size()) continue;
    auto const& [best, limit_increase] = run.cures[g];
    row[3] = people(People{0});
    row[4] = people(gaps[g].residents);
    if (!best.empty()) {
      auto const& cure = best.front();
      auto const& place = run.candidates[cure.candidate];
      row = {place.id,
             name_of(place, run.kind),
             word_of(run.kind),
             people(cure.covers),
             people(cure.remains),
             people(cure.also_covers),
             value_of(cure.cost_mean),
             {}};
    }
    if (limit_increase) row.back() = rounded_up(*limit_increase);
  }
  return table;
}

template <CostType Cost>
OutputTable cure_table(CureRun<Cost> const& run) {
  PeopleValues const people{run.population};
  OutputTable table{"cures",
                    columns_of<Cost>("cures", people)({"gap_id", "rank", "cure_kind", "place_id",
                                                       "place_name", "x", "y", "covers", "remains",
                                                       "also_covers", "cost_mean"}),
                    {},
                    {}};
  for (std::size_t g = 0; g < run.cures.size(); ++g) {
    auto const& best = run.cures[g].best;
    for (std::size_t rank = 0; rank < best.size(); ++rank) {
      auto const& cure = best[rank];
      auto const& place = run.candidates[cure.candidate];
      table.rows.push_back({count_of(g + 1), count_of(rank + 1), word_of(run.kind), place.id,
                            name_of(place, run.kind), place.point.x, place.point.y,
                            people(cure.covers), people(cure.remains), people(cure.also_covers),
                            value_of(cure.cost_mean)});
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
