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

GapPatch patch_of(std::vector<CellId> cells, Population const& population) {
  GapPatch patch{.municipality = population[cells.front()].municipality, .cells = {}, .area = {}};
  std::vector<Area> outlines;
  for (auto const id : cells) {
    auto const& cell = population[id];
    patch.residents += cell.residents.value_or(People{0});
    if (!cell.residents) ++patch.cells_without_number;
    outlines.push_back(cell.outline);
  }
  patch.area = unite(outlines);
  patch.cells = std::move(cells);
  return patch;
}

template <CostType Cost>
Gap<Cost> with_costs(GapPatch patch, Population const& population, Coverage<Cost> const& coverage) {
  Gap<Cost> gap{std::move(patch)};
  double weighted = 0;
  double plain = 0;
  for (auto const id : gap.cells) {
    auto const& covered = coverage.cells[id];
    auto const cost = *covered.cost;
    weighted += population[id].residents.value_or(People{0}).value() * to_natural(cost).value();
    plain += to_natural(cost).value();
    if (cost < gap.cost_min || (cost == gap.cost_min && covered.nearest < gap.nearest)) {
      gap.cost_min = cost;
      gap.nearest = covered.nearest;
    }
    gap.cost_max = std::max(gap.cost_max, cost);
  }
  gap.cost_mean =
      Natural<Cost>{gap.residents > People{0} ? weighted / gap.residents.value()
                                              : plain / static_cast<double>(gap.cells.size())};
  return gap;
}

/// Takes what two gaps share from the smaller one. Outlines of cells may overlap: points drawn as
/// squares, careless polygons.
void make_disjoint(std::vector<GapPatch>& gaps) {
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

std::vector<GapPatch> gap_patches(Population const& population, std::vector<CellId> const& cells) {
  std::vector<GapPatch> gaps;
  for (auto& patch : patches(population, cells))
    gaps.push_back(patch_of(std::move(patch), population));
  std::ranges::stable_sort(gaps, std::ranges::greater{}, &GapPatch::residents);
  make_disjoint(gaps);
  return gaps;
}

template <CostType Cost>
std::vector<Gap<Cost>> find_gaps(Population const& population, Coverage<Cost> const& coverage) {
  expects(coverage.cells.size() == population.size(), "coverage was assessed for this population");
  std::vector<Gap<Cost>> gaps;
  for (auto& patch : gap_patches(population, uncovered_cells(population, coverage)))
    gaps.push_back(with_costs(std::move(patch), population, coverage));
  return gaps;
}

template std::vector<Gap<Millimeters>> find_gaps(Population const&, Coverage<Millimeters> const&);
template std::vector<Gap<Milliseconds>> find_gaps(Population const&, Coverage<Milliseconds> const&);

}  // namespace gapmap::coverage
