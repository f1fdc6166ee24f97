#pragma once
// Points in the polygons of GeoJSON. Only the tests of the program use it.

#include <nlohmann/json.hpp>

namespace gapmap {

/// Whether the point is in the polygons, by the even-odd rule.
inline bool holds(nlohmann::json const& geometry, double x, double y) {
  bool is_inside = false;
  auto const cross = [&](nlohmann::json const& polygon) {
    for (auto const& ring : polygon) {
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        double const x1 = ring[i][0];
        double const y1 = ring[i][1];
        double const x2 = ring[i + 1][0];
        double const y2 = ring[i + 1][1];
        if ((y1 > y) != (y2 > y) && x < x1 + (x2 - x1) * (y - y1) / (y2 - y1))
          is_inside = !is_inside;
      }
    }
  };
  auto const& parts = geometry["coordinates"];
  if (geometry["type"] == "Polygon") {
    cross(parts);
  } else {
    for (auto const& polygon : parts) cross(polygon);
  }
  return is_inside;
}

}  // namespace gapmap
