#pragma once
// Converts degrees to the working CRS for millions of points close together, where asking PROJ for
// each point would take most of the time.

#include <memory>
#include <span>

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/projection.h"

namespace gapmap {

/// Converts WGS 84 to the working CRS within 0.1 mm of PROJ.
///
/// PROJ is asked at the nine nodes of every cell of 0.05° that holds a point, and a biquadratic
/// surface through them gives the rest: on ETRS-TM35FIN within 0.03 mm. Each cell is checked
/// against PROJ at four points between its nodes; where the surface is off by more than 0.1 mm,
/// PROJ converts every point of the cell. The result for a point depends on the point alone.
///
/// Not for two threads at once: it remembers cells.
class DenseProjection {
 public:
  /// Keeps a reference to `frame`.
  explicit DenseProjection(WorkingFrame const& frame);
  ~DenseProjection();
  DenseProjection(DenseProjection&&) noexcept;
  DenseProjection& operator=(DenseProjection&&) noexcept;

  /// Converts points in place, longitude first. Coordinates that are not finite stay so.
  void forward(std::span<RawPoint> points) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gapmap
