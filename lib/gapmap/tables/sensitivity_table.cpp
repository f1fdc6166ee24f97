#include "gapmap/tables/sensitivity_table.h"

#include <concepts>

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {

template <CostType Cost>
OutputTable sensitivity_table(Population const& population, Coverage<Cost> const& coverage,
                              reach::AccessLegs<Cost> const& legs,
                              std::vector<AssumedResult> const& results) {
  constexpr bool kIsTime = std::same_as<Cost, Milliseconds>;
  PeopleValues const people{population};
  auto const columns = columns_of<Cost>("sensitivity", people);
  OutputTable table{"sensitivity", {columns("assumption")}, {}, {}};
  if (kIsTime) table.columns.push_back(columns("access_speed_kmh"));
  for (auto const* name :
       {"access_factor", "access_mean_m", "access_share", "covered", "residents_come_within",
        "residents_fall_outside", "cells_changed", "cells_changed_without_number"})
    table.columns.push_back(columns(name));
  auto const add = [&](std::string_view name, Profile const& profile, AccessFigures const& figures,
                       Sensitivity const& told) {
    auto const& [covered, within, outside] = told;
    auto& row = table.rows.emplace_back();
    row.push_back(std::string{name});
    if (kIsTime) row.push_back(profile.off_road_speed.value() * 3.6);
    row.insert(row.end(), {profile.off_road_factor, value_of(figures.length_mean),
                           figures.share ? Value{*figures.share} : Value{}, people(covered),
                           people(within.residents), people(outside.residents),
                           count_of(within.cells + outside.cells),
                           count_of(within.cells_without_number + outside.cells_without_number)});
  };
  add("as_counted", legs.profile(), coverage::access_figures(coverage, population, legs),
      coverage::hold_against(coverage, coverage, population));
  for (auto const& [assumption, sensitivity] : results)
    add(assumption.name, assumption.profile, {}, sensitivity);
  return table;
}

template OutputTable sensitivity_table(Population const&, Coverage<Millimeters> const&,
                                       reach::AccessLegs<Millimeters> const&,
                                       std::vector<AssumedResult> const&);
template OutputTable sensitivity_table(Population const&, Coverage<Milliseconds> const&,
                                       reach::AccessLegs<Milliseconds> const&,
                                       std::vector<AssumedResult> const&);

}  // namespace gapmap::tables
