#pragma once
// Lengths on the ground, areas and nearest points in the plane.

#include <span>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/geometry/shapes.h"

namespace gapmap {

/// Measures lengths on the ellipsoid between points of the working CRS, so that a kilometre is a kilometre whatever the
/// projection does there (ETRS-TM35FIN: −0.04 % in the middle of Finland, +0.02 % and more at its edges).
///
/// Source: Karney (2013), Algorithms for geodesics, J. Geodesy 87:43–55, as implemented in PROJ; error below 15 nm.
class Ruler {
 public:
  explicit Ruler(WorkingFrame const& frame);

  [[nodiscard]] Meters distance(Point a, Point b) const;

  /// Length from the first point to each point of `line`, in metres: as many values as points, the first 0.
  [[nodiscard]] std::vector<double> along(std::span<Point const> line) const;

 private:
  [[nodiscard]] double geodesic(LonLat a, LonLat b) const;
  WorkingFrame const* frame_;
  Crs::Ellipsoid ellipsoid_;
};

struct NearestOnPiece {
  Point point;
  double fraction;  ///< 0 at `a`, 1 at `b`
};
/// The point of the straight piece a–b that is nearest to `p`, in the plane. A piece without length gives `a`.
[[nodiscard]] NearestOnPiece nearest_on_piece(Point p, Point a, Point b) noexcept;

/// Planar area, holes subtracted, in square metres of the working CRS.
[[nodiscard]] double area_m2(Area const& area) noexcept;

/// The same area with outer rings anticlockwise and holes clockwise, as RFC 7946 and the right-hand rule have it.
[[nodiscard]] Area wound_anticlockwise(Area area);

/// Centre of gravity of the area; the mean of its points where it has no extent. Empty areas are a broken promise.
[[nodiscard]] Point centroid(Area const& area);

}  // namespace gapmap
