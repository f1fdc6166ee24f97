#pragma once
// Lengths on the ground between points of the working CRS, so that a kilometre is a kilometre
// whatever the projection does there (ETRS-TM35FIN: −0.04 % in the middle of Finland, +0.02 % and
// more at its edges).

#include <memory>
#include <span>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/projection.h"

namespace gapmap {

/// Measures lengths on the ellipsoid of the working CRS.
///
/// Straight pieces of up to 3 km are measured by the projection's local metric, which is computed
/// from PROJ at the nodes of a 4 km grid as they are first needed and interpolated between them:
/// within 1 part in 10^7 of the geodesic, at a few nanoseconds a piece. Longer pieces are measured
/// as geodesics.
///
/// Not for two threads at once: it remembers the grid.
/// Source: the metric is Gauss's first fundamental form; geodesics after Karney (2013), J. Geodesy
/// 87:43–55, as PROJ has them.
class Ruler {
 public:
  /// Keeps a reference to `frame`.
  explicit Ruler(WorkingFrame const& frame);
  ~Ruler();
  Ruler(Ruler&&) noexcept;
  Ruler& operator=(Ruler&&) noexcept;

  /// Returns another ruler that gives the same lengths, for use on another thread.
  [[nodiscard]] Ruler for_another_thread() const;

  [[nodiscard]] Meters distance(Point a, Point b) const;

  /// Returns the length in metres from the first point of `line` to each point: as many values as
  /// points, the first 0.
  [[nodiscard]] std::vector<double> along(std::span<Point const> line) const;
  /// Writes the length from the first point of `line` to each point into `lengths`, which has one
  /// place per point.
  void along(std::span<Point const> line, std::span<double> lengths) const;
  /// Appends the length from the first point of `line` to each point to `lengths`.
  void append_along(std::span<Point const> line, std::vector<double>& lengths) const;

 private:
  struct State;
  explicit Ruler(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gapmap
