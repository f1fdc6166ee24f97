#pragma once
// The side of the squares of a grid of which only corners are known. Private to io.

#include <optional>
#include <span>

#include "gapmap/geometry/point.h"

namespace gapmap::io {

/// The largest usual side (100, 125, 250, 500 m, 1, 5, 10 km) that divides all coordinates and
/// all distances between them; at most 1 km if there are fewer than three points, whose distances
/// say little. Nothing if none does, or two points are the same: then they are no corners.
[[nodiscard]] std::optional<double> grid_spacing(std::span<RawPoint const> corners);

}  // namespace gapmap::io
