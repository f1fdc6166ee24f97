#pragma once
// Positions of three kinds that never mix: coordinates of an input (RawPoint), metres in the
// working CRS (Point), degrees (LonLat). Only geometry/projection converts between them.

#include <algorithm>
#include <cmath>
#include <limits>

#include "gapmap/units/quantity.h"

namespace gapmap {

/// A position in metres in the working CRS: x to the east, y to the north.
struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(Point const&, Point const&) = default;
  friend auto operator<=>(Point const&, Point const&) = default;
};

/// A position in degrees, WGS 84 or ETRS89 (they differ by less than the data): longitude first, as
/// GeoJSON has it.
struct LonLat {
  double lon = 0;
  double lat = 0;
  friend bool operator==(LonLat const&, LonLat const&) = default;
};

/// A position in the CRS of an input, easting or longitude first, whatever the axis order of the
/// CRS's definition.
struct RawPoint {
  double x = 0;
  double y = 0;
};

/// Returns the straight distance in the plane of the working CRS. For lengths on the ground see
/// Ruler in geometry/ruler.h.
[[nodiscard]] inline Meters planar_distance(Point a, Point b) noexcept {
  return Meters{std::hypot(a.x - b.x, a.y - b.y)};
}

/// An axis-parallel, closed box; empty until it is extended.
struct Box {
  Point min{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  Point max{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

  [[nodiscard]] bool is_empty() const noexcept { return min.x > max.x; }

  void extend(Point p) noexcept {
    min = {std::min(min.x, p.x), std::min(min.y, p.y)};
    max = {std::max(max.x, p.x), std::max(max.y, p.y)};
  }
  void extend(Box const& other) noexcept {
    if (other.is_empty()) return;
    extend(other.min);
    extend(other.max);
  }
  [[nodiscard]] Box grown(double by) const noexcept {
    return {{min.x - by, min.y - by}, {max.x + by, max.y + by}};
  }
  [[nodiscard]] bool contains(Point p) const noexcept {
    return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y;
  }
};

/// Returns the planar distance in metres from `p` to the nearest point of `box`; 0 inside.
[[nodiscard]] inline double distance_to(Box const& box, Point p) noexcept {
  double const dx = std::max({box.min.x - p.x, 0.0, p.x - box.max.x});
  double const dy = std::max({box.min.y - p.y, 0.0, p.y - box.max.y});
  return std::hypot(dx, dy);
}

}  // namespace gapmap
