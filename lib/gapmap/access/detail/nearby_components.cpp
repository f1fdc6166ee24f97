#include "gapmap/access/detail/nearby_components.h"

#include <algorithm>
#include <limits>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/units/stop.h"

namespace gapmap::access {
namespace {

Box box_of(std::span<Point const> shape) {
  Box box;
  for (auto const point : shape) box.extend(point);
  return box;
}

bool overlap(Box const& a, Box const& b) {
  return a.min.x <= b.max.x && a.max.x >= b.min.x && a.min.y <= b.max.y && a.max.y >= b.min.y;
}

/// Returns the least distance between two lines in metres; correct only where it is at most
/// `within`.
double distance_between(std::span<Point const> a, std::span<Point const> b, double within) {
  auto const around = box_of(b).grown(within);
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i + 1 < a.size() && least > 0; ++i) {
    Box piece{a[i], a[i]};
    piece.extend(a[i + 1]);
    if (!overlap(piece, around)) continue;
    for (std::size_t j = 0; j + 1 < b.size(); ++j)
      least = std::min(least, distance_between_pieces(a[i], a[i + 1], b[j], b[j + 1]));
  }
  return least;
}

}  // namespace

IdVector<ComponentId, Nearness> come_near(RoadNetwork const& network, Components const& components,
                                          IdVector<ComponentId, char> const& small,
                                          IdVector<ComponentId, char> const& large, Meters within) {
  constexpr double kTouching = 1;
  auto const is_road_of = [&](SegmentId segment, IdVector<ComponentId, char> const& which) {
    auto const component = components.of_segment[segment];
    return !component.is_none() && which[component] != 0 &&
           network.segments[segment].attributes.is_entered_from_beside();
  };
  std::vector<SegmentId> segments;
  std::vector<Box> boxes;
  for (auto const segment : network.originals()) {
    stop_if_asked();
    if (!is_road_of(segment, small)) continue;
    segments.push_back(segment);
    boxes.push_back(box_of(network.shape(segment)));
  }
  IdVector<ComponentId, Nearness> near(components.components.size(), Nearness::Apart);
  if (boxes.empty()) return near;
  BoxTree const tree{boxes};
  for (auto const segment : network.originals()) {
    stop_if_asked();
    if (!is_road_of(segment, large)) continue;
    auto const shape = network.shape(segment);
    for (auto const i : tree.touching(box_of(shape).grown(within.value()))) {
      auto& nearness = near[components.of_segment[segments[i]]];
      if (nearness == Nearness::Touching) continue;
      auto const distance = distance_between(shape, network.shape(segments[i]), within.value());
      if (distance <= kTouching) {
        nearness = Nearness::Touching;
      } else if (distance <= within.value()) {
        nearness = Nearness::Near;
      }
    }
  }
  return near;
}

}  // namespace gapmap::access
