#pragma once
// Areas as tests write them.

#include <vector>

#include "gapmap/geometry/shapes.h"
#include "gapmap/places/municipality.h"

namespace gapmap {

/// One polygon: the outer ring, then its holes; rings are closed here.
[[nodiscard]] inline Area polygon(std::vector<std::vector<Point>> const& rings) {
  Area area;
  for (auto const& ring : rings) {
    area.points.insert(area.points.end(), ring.begin(), ring.end());
    area.points.push_back(ring.front());
    area.close_ring();
  }
  area.close_part();
  return area;
}

[[nodiscard]] inline Area rectangle(Point low, Point high) {
  return polygon({{low, {high.x, low.y}, high, {low.x, high.y}}});
}

[[nodiscard]] inline Area square(double x, double y, double side = 1) {
  return rectangle({x, y}, {x + side, y + side});
}

/// West and East, 10 km each.
[[nodiscard]] inline Municipalities neighbours() {
  return Municipalities{
      std::vector<Municipality>{{"046", "West", rectangle({0, 0}, {10'000, 10'000})},
                                {"740", "East", rectangle({10'000, 0}, {20'000, 10'000})}}};
}

}  // namespace gapmap
