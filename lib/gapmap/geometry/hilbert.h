#pragma once
// Positions along a Hilbert curve: nearby points get nearby numbers.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap {

/// Returns the index of `p` on a curve of 2^16 × 2^16 cells over `extent`. Points outside count as
/// lying on its rim.
/// Source: Hilbert (1891), Math. Ann. 38:459–460; the loop is the usual rotate-and-flip walk from
/// the coarsest quadrant down.
[[nodiscard]] std::uint32_t hilbert_index(Point p, Box const& extent) noexcept;

/// Returns the indices of points in their order along the curve over all of them.
/// Ties: points in one cell come in ascending order of index.
/// Cost: O(n).
[[nodiscard]] std::vector<std::uint32_t> hilbert_order(std::span<Point const> points);

}  // namespace gapmap
