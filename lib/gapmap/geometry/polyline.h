#pragma once
// Cuts and thins lines for drawing.

#include <span>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap {

/// A part of a line: its points, and the positions where it begins and ends, counted in points of
/// the line (1.25: a quarter of the way from point 1 to point 2).
struct LinePart {
  std::vector<Point> points;
  double from;
  double to;
};

/// Returns the parts of `line` that lie in `box`, in order along the line, without parts of a
/// single point.
[[nodiscard]] std::vector<LinePart> parts_within(std::span<Point const> line, Box const& box);

/// Returns the line with fewer of its points, both ends included: every point left out is within
/// `tolerance` of it, in the plane. A ring keeps the point that is farthest from its end.
/// Ties: of points equally far off, the first is kept.
/// Cost: O(n log n) in practice.
/// Source: Douglas and Peucker (1973), Cartographica 10(2):112–122.
[[nodiscard]] std::vector<Point> simplified(std::span<Point const> line, Meters tolerance);

}  // namespace gapmap
