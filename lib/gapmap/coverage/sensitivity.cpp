#include "gapmap/coverage/sensitivity.h"

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {

template <CostType Cost>
AccessFigures access_figures(Coverage<Cost> const& coverage, Population const& population,
                             reach::AccessLegs<Cost> const& legs) {
  double residents = 0;
  double length = 0;
  double access = 0;
  double whole = 0;
  for (auto const id : population.ids()) {
    stop_if_asked();
    auto const& cell = coverage.cells[id];
    auto const living = population[id].residents.value_or(People{0}).value();
    if (!cell.cost || living <= 0) continue;
    auto const part = legs.of(id, cell.nearest);
    residents += living;
    length += living * part.length.value();
    access += living * to_natural(part.cost).value();
    whole += living * to_natural(*cell.cost).value();
  }
  if (!(residents > 0)) return {};
  return {Meters{length / residents}, whole > 0 ? std::optional{access / whole} : std::nullopt};
}

template <CostType Cost>
Sensitivity hold_against(Coverage<Cost> const& run, Coverage<Cost> const& otherwise,
                         Population const& population) {
  expects(run.limit == otherwise.limit && run.cells.size() == otherwise.cells.size(),
          "verdicts of the same cells by the same limit are compared");
  Sensitivity sensitivity;
  for (auto const id : population.ids()) {
    stop_if_asked();
    bool const was_covered = run.cells[id].status == Status::Covered;
    bool const is_covered = otherwise.cells[id].status == Status::Covered;
    auto const& residents = population[id].residents;
    if (is_covered) sensitivity.covered += residents.value_or(People{0});
    if (was_covered == is_covered) continue;
    auto& change = is_covered ? sensitivity.come_within : sensitivity.fall_outside;
    ++change.cells;
    change.cells_without_number += residents ? 0 : 1;
    change.residents += residents.value_or(People{0});
  }
  return sensitivity;
}

template AccessFigures access_figures(Coverage<Millimeters> const&, Population const&,
                                      reach::AccessLegs<Millimeters> const&);
template AccessFigures access_figures(Coverage<Milliseconds> const&, Population const&,
                                      reach::AccessLegs<Milliseconds> const&);
template Sensitivity hold_against(Coverage<Millimeters> const&, Coverage<Millimeters> const&,
                                  Population const&);
template Sensitivity hold_against(Coverage<Milliseconds> const&, Coverage<Milliseconds> const&,
                                  Population const&);

}  // namespace gapmap::coverage
