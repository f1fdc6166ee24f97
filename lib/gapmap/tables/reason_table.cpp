#include "gapmap/tables/reason_table.h"

#include <map>
#include <utility>

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

/// Reasons of cells that reach a place beyond the limit.
constexpr std::array<Reason, 7> kOfGaps{
    Reason::Border, Reason::OneWay,         Reason::FerryWait,  Reason::FarFromRoadData,
    Reason::Detour, Reason::SlightlyBeyond, Reason::NoPlaceNear};

}  // namespace

template <CostType Cost>
OutputTable cell_reasons(CoverageView<Cost> const& run, CellReasons<Cost> const& reasons,
                         ReasonColumns const& columns) {
  expects(reasons.size() == run.population.size(), "reasons are of the cells of this run");
  auto const declared = columns_of<Cost>("cells");
  OutputTable table{
      "cells", declared({"reason", "straight_m", "detour_factor", "two_way_cost"}), {}, {}};
  bool const has_ferries = !columns.ferries.empty();
  if (has_ferries) table.columns.push_back(declared(columns.ferries + "_cost"));
  if (columns.has_other_counties) table.columns.push_back(declared("any_county_cost"));
  for (auto const* name : {"without_access_cost", "reason_place_id", "reason_place_name"})
    table.columns.push_back(declared(name));
  for (auto const& told : reasons) {
    auto& row = table.rows.emplace_back();
    if (!told) {
      row.resize(table.columns.size());
      continue;
    }
    row = {std::string{name_of(told->reason)}, value_of(told->straight.length),
           told->detour_factor ? Value{*told->detour_factor} : Value{}, value_of(told->two_way)};
    if (has_ferries) row.push_back(value_of(told->ferries));
    if (columns.has_other_counties) row.push_back(value_of(told->anybody));
    row.push_back(value_of(told->without_access));
    bool const has_place = !told->place.is_none();
    row.push_back(has_place ? Value{run.places[told->place].id} : Value{});
    row.push_back(has_place ? Value{run.places[told->place].name} : Value{});
  }
  return table;
}

template <CostType Cost>
OutputTable gap_reasons(CoverageView<Cost> const& run, std::vector<Gap<Cost>> const& gaps,
                        CellReasons<Cost> const& reasons) {
  PeopleValues const people{run.population};
  auto const columns = columns_of<Cost>("gaps", people);
  OutputTable table{"gaps", {columns("reason")}, {}, {}};
  for (auto const reason : kOfGaps)
    table.columns.push_back(columns("residents_" + std::string{name_of(reason)}));
  for (auto const& gap : gaps) {
    auto const counts =
        coverage::count_reasons(std::span<CellId const>{gap.cells}, run.population, reasons);
    auto& row = table.rows.emplace_back();
    row.push_back(std::string{name_of(coverage::main_reason(counts))});
    for (auto const reason : kOfGaps)
      row.push_back(people(counts[static_cast<std::size_t>(reason)].residents));
  }
  return table;
}

OutputTable reason_table(Population const& population, Municipalities const& municipalities,
                         ReasonSummary const& summary) {
  PeopleValues const people{population};
  OutputTable table{
      "reasons",
      columns_of("reasons", people)({"municipality_code", "municipality_name", "reason",
                                     "residents", "cells", "cells_without_number"}),
      {},
      {}};
  auto const add = [&](ReasonFigures const& figures, Value const& code, Value const& name) {
    for (std::size_t r = 0; r < kReasons; ++r) {
      auto const& count = figures.counts[r];
      if (count.cells == 0) continue;
      table.rows.push_back({code, name, std::string{name_of(static_cast<Reason>(r))},
                            people(count.residents), count_of(count.cells),
                            count_of(count.cells_without_number)});
    }
  };
  for (auto const& figures : summary.municipalities) {
    add(figures, code_of(municipalities, figures.municipality),
        name_of(municipalities, figures.municipality));
  }
  if (summary.outside) add(*summary.outside, {}, "Outside all areas");
  add(summary.total, {}, "Total");
  return table;
}

template <CostType Cost>
std::vector<std::vector<CellId>> cells_of_reasons(Population const& population,
                                                  CellReasons<Cost> const& reasons,
                                                  ReasonSummary const& summary) {
  std::map<std::pair<MunicipalityId, Reason>, std::vector<CellId>> by_municipality;
  std::array<std::vector<CellId>, kReasons> in_all;
  for (auto const cell : reasons.ids()) {
    if (!reasons[cell]) continue;
    auto const reason = reasons[cell]->reason;
    by_municipality[{population[cell].municipality, reason}].push_back(cell);
    in_all[static_cast<std::size_t>(reason)].push_back(cell);
  }
  std::vector<std::vector<CellId>> rows;
  auto const add = [&](ReasonFigures const& figures) {
    for (std::size_t r = 0; r < kReasons; ++r) {
      if (figures.counts[r].cells > 0)
        rows.push_back(by_municipality[{figures.municipality, static_cast<Reason>(r)}]);
    }
  };
  for (auto const& figures : summary.municipalities) add(figures);
  if (summary.outside) add(*summary.outside);
  for (auto& cells : in_all) {
    if (!cells.empty()) rows.push_back(std::move(cells));
  }
  return rows;
}

template std::vector<std::vector<CellId>> cells_of_reasons(Population const&,
                                                           CellReasons<Millimeters> const&,
                                                           ReasonSummary const&);
template std::vector<std::vector<CellId>> cells_of_reasons(Population const&,
                                                           CellReasons<Milliseconds> const&,
                                                           ReasonSummary const&);
template OutputTable cell_reasons(CoverageView<Millimeters> const&, CellReasons<Millimeters> const&,
                                  ReasonColumns const&);
template OutputTable cell_reasons(CoverageView<Milliseconds> const&,
                                  CellReasons<Milliseconds> const&, ReasonColumns const&);
template OutputTable gap_reasons(CoverageView<Millimeters> const&,
                                 std::vector<Gap<Millimeters>> const&,
                                 CellReasons<Millimeters> const&);
template OutputTable gap_reasons(CoverageView<Milliseconds> const&,
                                 std::vector<Gap<Milliseconds>> const&,
                                 CellReasons<Milliseconds> const&);

}  // namespace gapmap::tables
