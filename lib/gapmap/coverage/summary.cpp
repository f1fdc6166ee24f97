#include "gapmap/coverage/summary.h"

#include <utility>
#include <vector>

#include "gapmap/coverage/cost_distribution.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

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
    if (covered.cost) costs_.push_back({*covered.cost, *cell.residents});
  }

  [[nodiscard]] CoverageFigures<Cost> finish(MunicipalityId municipality) {
    figures_.municipality = municipality;
    CostDistribution<Cost> const costs{std::move(costs_)};
    figures_.cost_mean = costs.mean();
    if (auto const median = costs.quantile({1, 2})) figures_.cost_median = to_natural(*median);
    return figures_;
  }

 private:
  CoverageFigures<Cost> figures_;
  std::vector<typename CostDistribution<Cost>::Part> costs_;
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
    stop_if_asked();
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
