#include "gapmap/coverage/patches.h"

#include <numeric>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

std::vector<Box> boxes_of(Population const& population, std::vector<CellId> const& cells) {
  std::vector<Box> boxes;
  boxes.reserve(cells.size());
  for (auto const cell : cells) boxes.push_back(population[cell].outline.box());
  return boxes;
}

}  // namespace

std::vector<std::vector<CellId>> patches(Population const& population,
                                         std::vector<CellId> const& cells) {
  auto const boxes = boxes_of(population, cells);
  BoxTree const tree{boxes};
  std::vector<std::uint32_t> parent(cells.size());
  std::iota(parent.begin(), parent.end(), std::uint32_t{0});
  auto const find = [&](std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::uint32_t i = 0; i < cells.size(); ++i) {
    stop_if_asked();
    auto const& cell = population[cells[i]];
    PreparedArea const outline{cell.outline};
    for (auto const j : tree.touching(boxes[i])) {
      if (j <= i || population[cells[j]].municipality != cell.municipality) continue;
      auto const a = find(i);
      auto const b = find(j);
      if (a != b && outline.touches(population[cells[j]].outline))
        parent[std::max(a, b)] = std::min(a, b);
    }
  }
  // The lowest cell of a patch is its root, so patches come out ordered by their lowest cell.
  std::vector<std::vector<CellId>> members(cells.size());
  for (std::uint32_t i = 0; i < cells.size(); ++i) members[find(i)].push_back(cells[i]);
  std::erase_if(members, [](auto const& patch) { return patch.empty(); });
  return members;
}

}  // namespace gapmap::coverage
