#include "gapmap/coverage/gaps.h"

#include <algorithm>

#include "gapmap/coverage/patches.h"
#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

template <CostType Cost>
std::vector<CellId> uncovered_cells(Population const& population, Coverage<Cost> const& coverage) {
  std::vector<CellId> cells;
  for (auto const cell : population.ids()) {
    auto const& covered = coverage.cells[cell];
    if (covered.status == Status::TooFar && covered.cost && population[cell].is_inhabited()) {
      cells.push_back(cell);
    }
  }
  return cells;
}

template <CostType Cost>
Gap<Cost> describe(std::vector<CellId> cells, Population const& population,
                   Coverage<Cost> const& coverage) {
  Gap<Cost> gap{.municipality = population[cells.front()].municipality,
                .cells = {},
                .area = {},
                .cost_min = Cost::infinite(),
                .cost_mean = {},
                .cost_max = {},
                .nearest = PlaceId::none()};
  double weighted = 0;
  double plain = 0;
  std::vector<Area> outlines;
  for (auto const id : cells) {
    auto const& cell = population[id];
    auto const& covered = coverage.cells[id];
    auto const cost = *covered.cost;
    auto const residents = cell.residents.value_or(People{0});
    gap.residents += residents;
    if (!cell.residents) ++gap.cells_without_number;
    weighted += residents.value() * to_natural(cost).value();
    plain += to_natural(cost).value();
    if (cost < gap.cost_min || (cost == gap.cost_min && covered.nearest < gap.nearest)) {
      gap.cost_min = cost;
      gap.nearest = covered.nearest;
    }
    gap.cost_max = std::max(gap.cost_max, cost);
    outlines.push_back(cell.outline);
  }
  gap.cost_mean =
      Natural<Cost>{gap.residents > People{0} ? weighted / gap.residents.value()
                                              : plain / static_cast<double>(cells.size())};
  gap.area = unite(outlines);
  gap.cells = std::move(cells);
  return gap;
}

/// Takes what two gaps share from the smaller one. Outlines of cells may overlap: points drawn as
/// squares, careless polygons.
template <CostType Cost>
void make_disjoint(std::vector<Gap<Cost>>& gaps) {
  std::vector<Box> boxes;
  boxes.reserve(gaps.size());
  for (auto const& gap : gaps) boxes.push_back(gap.area.box());
  BoxTree const tree{boxes};
  constexpr double kRoundingM2 = 1e-3;  // shared borders may overlap by rounding errors of doubles
  for (std::uint32_t i = 0; i < gaps.size(); ++i) {
    stop_if_asked();
    for (auto const j : tree.touching(boxes[i])) {
      if (j >= i || gaps[j].area.is_empty() || gaps[i].area.is_empty()) continue;
      if (PreparedArea{gaps[j].area}.overlap_m2(gaps[i].area) > kRoundingM2) {
        gaps[i].area = subtract(gaps[i].area, gaps[j].area);
      }
    }
  }
}

}  // namespace

template <CostType Cost>
std::vector<Gap<Cost>> find_gaps(Population const& population, Coverage<Cost> const& coverage) {
  expects(coverage.cells.size() == population.size(), "coverage was assessed for this population");
  std::vector<Gap<Cost>> gaps;
  for (auto& patch : patches(population, uncovered_cells(population, coverage)))
    gaps.push_back(describe(std::move(patch), population, coverage));
  std::ranges::stable_sort(gaps, std::ranges::greater{}, &Gap<Cost>::residents);
  make_disjoint(gaps);
  return gaps;
}

template std::vector<Gap<Millimeters>> find_gaps(Population const&, Coverage<Millimeters> const&);
template std::vector<Gap<Milliseconds>> find_gaps(Population const&, Coverage<Milliseconds> const&);

}  // namespace gapmap::coverage
