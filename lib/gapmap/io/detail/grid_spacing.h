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
  std::vector<std::size_t> off_grid = {};  ///< corners that are on no line of the grid
  std::vector<std::size_t> twice = {};     ///< corners that are there already
};

/// The largest usual side (100, 125, 250, 500 m, 1, 5, 10 km) that divides all coordinates and
/// all distances between them; at most 1 km if there are fewer than three points, whose distances
/// say little. One in twenty may be mistyped or stand there twice, of fewer than twenty points (but
/// at least four) one: the bulk of them tells, but where few points are all on some grid, that is
/// it. Nothing if none fits: then they are no corners.
[[nodiscard]] std::optional<GridSpacing> grid_spacing(std::span<RawPoint const> corners);

}  // namespace gapmap::io
