#pragma once
// Areas and nearest points in the plane of the working CRS. Lengths on the ground are in
// geometry/ruler.h.

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/shapes.h"

namespace gapmap {

struct NearestOnPiece {
  Point point;
  double fraction;  ///< 0 at `a`, 1 at `b`
};
/// Returns the point of the straight piece a–b that is nearest to `p`, in the plane; `a` if the
/// piece has no length.
[[nodiscard]] inline NearestOnPiece nearest_on_piece(Point p, Point a, Point b) noexcept {
  double const dx = b.x - a.x;
  double const dy = b.y - a.y;
  double const squared = dx * dx + dy * dy;
  if (squared == 0) return {a, 0};
  double const t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared;
  if (t <= 0) return {a, 0};
  if (t >= 1) return {b, 1};
  return {{a.x + t * dx, a.y + t * dy}, t};
}

/// Returns the least distance between the straight pieces a–b and c–d, in metres in the plane; 0
/// where they touch or cross.
[[nodiscard]] double distance_between_pieces(Point a, Point b, Point c, Point d) noexcept;

/// Returns the planar area in square metres of the working CRS, holes subtracted.
[[nodiscard]] double area_m2(Area const& area) noexcept;

/// Returns `area` with outer rings anticlockwise and holes clockwise, as RFC 7946 and the
/// right-hand rule have it.
[[nodiscard]] Area wound_anticlockwise(Area area);

/// Returns the centre of gravity; the mean of the points where the area has no extent.
/// Requires: `area` is not empty.
[[nodiscard]] Point centroid(Area const& area);

}  // namespace gapmap
