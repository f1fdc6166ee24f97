#pragma once
// Position along a Hilbert curve: numbers that are close for points that are close.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap {

/// Index of `p` on a curve of 2^16 × 2^16 cells over `extent`. Points outside count as on its rim.
/// Source: Hilbert (1891), Math. Ann. 38:459–460; the loop is the usual rotate-and-flip walk from the coarsest quadrant down.
[[nodiscard]] std::uint32_t hilbert_index(Point p, Box const& extent) noexcept;

/// The points' numbers in their order along the curve over all of them; those in one cell ascend.
/// Cost: O(n).
[[nodiscard]] std::vector<std::uint32_t> hilbert_order(std::span<Point const> points);

}  // namespace gapmap
