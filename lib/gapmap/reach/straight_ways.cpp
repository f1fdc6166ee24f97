#include "gapmap/reach/straight_ways.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/units/stop.h"

namespace gapmap::reach {
namespace {

/// Returns one place per point, the one with the lowest id. A search visits all places that are
/// equally near, so thousands on one point would be visited for every cell.
std::vector<PlaceId> one_a_point(std::vector<PlaceId> ids, Places const& places) {
  auto const place = [&](PlaceId f) {
    auto const [x, y] = places[f].point;
    return std::tuple{x, y};
  };
  std::ranges::sort(ids, std::ranges::less{}, [&](PlaceId f) { return std::tuple{place(f), f}; });
  auto const is_same = [&](PlaceId a, PlaceId b) { return place(a) == place(b); };
  ids.erase(std::unique(ids.begin(), ids.end(), is_same), ids.end());
  std::ranges::sort(ids);
  return ids;
}

/// Returns the index in `boxes` of the place nearest to `p` in the plane.
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

IdVector<CellId, StraightWay> straight_ways(Population const& population, Places const& places,
                                            std::span<Clientele const> clienteles,
                                            WorkingFrame const& frame) {
  Ruler const ruler{frame};
  IdVector<CellId, StraightWay> ways(population.size());
  for (auto const& clientele : clienteles) {
    if (clientele.places.empty()) continue;
    auto const candidates = one_a_point(clientele.places, places);
    std::vector<Box> boxes;
    boxes.reserve(candidates.size());
    for (auto const f : candidates) boxes.push_back({places[f].point, places[f].point});
    BoxTree const tree{boxes};
    for (auto const cell : clientele.cells) {
      stop_if_asked();
      auto const from = population[cell].center;
      auto const f = candidates[nearest_to(from, tree, boxes)];
      ways[cell] = {f, ruler.distance(from, places[f].point)};
    }
  }
  return ways;
}

}  // namespace gapmap::reach
