#include "gapmap/coverage/summary.h"

#include <algorithm>
#include <utility>

#include "gapmap/units/error.h"

namespace gapmap::coverage {
namespace {

class Tally {
 public:
  void add(Cell const& cell, CellCoverage const& covered) {
    ++figures_.cells;
    if (!cell.residents) {
      ++figures_.cells_without_number;
      return;
    }
    figures_.residents += *cell.residents;
    figures_.by_status[static_cast<std::size_t>(covered.status)] += *cell.residents;
    if (covered.distance && *cell.residents > People{0}) {
      distances_.emplace_back(to_meters(*covered.distance), *cell.residents);
    }
  }

  [[nodiscard]] CoverageFigures finish(MunicipalityId municipality) {
    figures_.municipality = municipality;
    People all{0};
    double weighted = 0;
    for (auto const& [distance, residents] : distances_) {
      all += residents;
      weighted += distance.value() * residents.value();
    }
    if (distances_.empty()) return figures_;
    figures_.distance_mean = Meters{weighted / all.value()};
    std::ranges::sort(distances_);
    People below{0};
    for (auto const& [distance, residents] : distances_) {
      below += residents;
      if (below >= all / 2) {
        figures_.distance_median = distance;
        break;
      }
    }
    return figures_;
  }

 private:
  CoverageFigures figures_;
  std::vector<std::pair<Meters, People>> distances_;
};

}  // namespace

CoverageSummary summarise(Coverage const& coverage, Population const& population,
                          Municipalities const& municipalities) {
  expects(coverage.cells.size() == population.size(), "coverage was assessed for this population");
  IdVector<MunicipalityId, Tally> tallies(municipalities.size());
  Tally outside;
  Tally total;
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
  CoverageSummary summary;
  for (auto const m : municipalities.ids()) {
    if (municipalities[m].is_studied) summary.municipalities.push_back(tallies[m].finish(m));
  }
  if (is_anybody_outside) summary.outside = outside.finish(MunicipalityId::none());
  summary.total = total.finish(MunicipalityId::none());
  return summary;
}

}  // namespace gapmap::coverage
