#include "gapmap/coverage/summary.h"

#include <algorithm>
#include <utility>

#include "gapmap/units/error.h"

namespace gapmap::coverage {
namespace {

template <CostType Cost>
class Tally {
 public:
  void add(Cell const& cell, CellCoverage<Cost> const& covered) {
    ++figures_.cells;
    if (!cell.residents) {
      ++figures_.cells_without_number;
      return;
    }
    figures_.residents += *cell.residents;
    figures_.by_status[static_cast<std::size_t>(covered.status)] += *cell.residents;
    if (covered.cost && *cell.residents > People{0}) {
      costs_.emplace_back(to_natural(*covered.cost), *cell.residents);
    }
  }

  [[nodiscard]] CoverageFigures<Cost> finish(MunicipalityId municipality) {
    figures_.municipality = municipality;
    People all{0};
    double weighted = 0;
    for (auto const& [cost, residents] : costs_) {
      all += residents;
      weighted += cost.value() * residents.value();
    }
    if (costs_.empty()) return figures_;
    figures_.cost_mean = Natural<Cost>{weighted / all.value()};
    std::ranges::sort(costs_);
    People below{0};
    for (auto const& [cost, residents] : costs_) {
      below += residents;
      if (below >= all / 2) {
        figures_.cost_median = cost;
        break;
      }
    }
    return figures_;
  }

 private:
  CoverageFigures<Cost> figures_;
  std::vector<std::pair<Natural<Cost>, People>> costs_;
};

}  // namespace

template <CostType Cost>
CoverageSummary<Cost> summarise(Coverage<Cost> const& coverage, Population const& population,
                                Municipalities const& municipalities) {
  expects(coverage.cells.size() == population.size(), "coverage was assessed for this population");
  IdVector<MunicipalityId, Tally<Cost>> tallies(municipalities.size());
  Tally<Cost> outside;
  Tally<Cost> total;
  bool is_anybody_outside = false;
  for (auto const id : population.ids()) {
    auto const& cell = population[id];
    auto const& covered = coverage.cells[id];
    total.add(cell, covered);
    if (cell.municipality.is_none()) {
      outside.add(cell, covered);
      is_anybody_outside = true;
    } else {
      tallies[cell.municipality].add(cell, covered);
    }
  }
  CoverageSummary<Cost> summary;
  for (auto const m : municipalities.ids()) {
    if (municipalities[m].is_studied) summary.municipalities.push_back(tallies[m].finish(m));
  }
  if (is_anybody_outside) summary.outside = outside.finish(MunicipalityId::none());
  summary.total = total.finish(MunicipalityId::none());
  return summary;
}

template CoverageSummary<Millimeters> summarise(Coverage<Millimeters> const&, Population const&,
                                                Municipalities const&);
template CoverageSummary<Milliseconds> summarise(Coverage<Milliseconds> const&, Population const&,
                                                 Municipalities const&);

}  // namespace gapmap::coverage
