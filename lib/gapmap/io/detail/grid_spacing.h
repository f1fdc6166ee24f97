#pragma once
// The side of the squares of a grid of which only corners are known.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap::io {

struct GridSpacing {
  double side = 0;                         ///< metres
  std::vector<std::size_t> off_grid = {};  ///< indices of corners that are not on the grid
  std::vector<std::size_t> twice = {};     ///< indices of corners that repeat an earlier one
};

/// Returns the largest usual side (100, 125, 250, 500 m, 1, 5, 10 km) that divides all coordinates
/// and all distances between them; at most 1 km for fewer than three points, as their distances say
/// little. One point in twenty, or one of four to nineteen points, may be mistyped or repeated,
/// since the others tell; but if such few points are all on some grid, that one is taken. Nothing
/// if no side fits, in which case the points are not corners.
[[nodiscard]] std::optional<GridSpacing> grid_spacing(std::span<RawPoint const> corners);

}  // namespace gapmap::io
