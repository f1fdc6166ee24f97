#pragma once
// Lines cut and thinned for drawing.

#include <span>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap {

/// A part of a line: its points, and where it begins and ends, in points of the line (1.25: a
/// quarter of the way from point 1 to point 2).
struct LinePart {
  std::vector<Point> points;
  double from;
  double to;
};

/// What of `line` lies in `box`, part by part along the line; parts of a single point are none.
[[nodiscard]] std::vector<LinePart> parts_within(std::span<Point const> line, Box const& box);

/// The same line by fewer of its points, both ends among them: none of the others is farther from
/// it than `tolerance` in the plane. A ring keeps the point that is farthest from its end.
/// Ties:   of points equally far off the first is kept.
/// Cost:   O(n log n) in practice.
/// Source: Douglas and Peucker (1973), Cartographica 10(2):112–122.
[[nodiscard]] std::vector<Point> simplified(std::span<Point const> line, Meters tolerance);

}  // namespace gapmap
