#pragma once
// Areas as tests write them.

#include <initializer_list>
#include <vector>

#include "gapmap/geometry/shapes.h"

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

[[nodiscard]] inline Area square(double x, double y, double side = 1) {
  return polygon({{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}});
}

}  // namespace gapmap
