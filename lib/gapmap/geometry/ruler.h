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

/// Measures on the ellipsoid of the working CRS.
///
/// Components up to a few kilometres are measured by the projection's local metric, which is
/// computed from PROJ at the nodes of a 4 km grid as they are first needed and interpolated between
/// them: within 1 part in 10^7 of the geodesic, at a few nanoseconds a piece. Longer pieces are
/// measured as geodesics.
///
/// Not for two threads at once: it remembers the grid.
/// Source: the metric is Gauss's first fundamental form; geodesics after Karney (2013), J. Geodesy 87:43–55, as PROJ has them.
class Ruler {
 public:
  /// Keeps a reference to `frame`.
  explicit Ruler(WorkingFrame const& frame);
  ~Ruler();
  Ruler(Ruler&&) noexcept;
  Ruler& operator=(Ruler&&) noexcept;

  /// Another one that gives the same lengths, for another thread.
  [[nodiscard]] Ruler for_another_thread() const;

  [[nodiscard]] Meters distance(Point a, Point b) const;

  /// Length from the first point to each point of `line`, in metres: as many values as points, the
  /// first 0.
  [[nodiscard]] std::vector<double> along(std::span<Point const> line) const;
  /// The same, into `lengths`, one for each point.
  void along(std::span<Point const> line, std::span<double> lengths) const;
  /// The same, appended to `lengths`.
  void append_along(std::span<Point const> line, std::vector<double>& lengths) const;

 private:
  struct State;
  explicit Ruler(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gapmap
