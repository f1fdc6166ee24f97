#include "gapmap/reach/straight_ways.h"

#include <limits>

#include "gapmap/geometry/box_tree.h"

namespace gapmap::reach {
namespace {

/// The facility nearest to `p` in the plane, by its place among those of the tree.
std::uint32_t nearest_to(Point p, BoxTree const& tree, std::span<Box const> boxes) {
  std::uint32_t nearest = 0;
  double least = std::numeric_limits<double>::infinity();
  tree.visit_nearest(p, least, [&](std::uint32_t i) {
    double const distance = planar_distance(p, boxes[i].min).value();
    if (distance < least || (distance == least && i < nearest)) {
      least = distance;
      nearest = i;
    }
    return least;
  });
  return nearest;
}

}  // namespace

IdVector<CellId, StraightWay> straight_ways(Population const& population,
                                            Facilities const& facilities,
                                            std::span<Clientele const> clienteles,
                                            WorkingFrame const& frame) {
  Ruler const ruler{frame};
  IdVector<CellId, StraightWay> ways(population.size());
  for (auto const& clientele : clienteles) {
    if (clientele.facilities.empty()) continue;
    std::vector<Box> boxes;
    for (auto const f : clientele.facilities)
      boxes.push_back({facilities[f].point, facilities[f].point});
    BoxTree const tree{boxes};
    for (auto const cell : clientele.cells) {
      auto const from = population[cell].center;
      auto const f = clientele.facilities[nearest_to(from, tree, boxes)];
      ways[cell] = {f, ruler.distance(from, facilities[f].point)};
    }
  }
  return ways;
}

}  // namespace gapmap::reach
