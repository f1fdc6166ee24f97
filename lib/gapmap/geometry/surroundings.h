#pragma once
// What lies within a certain distance of lines, as polygons to look at.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/geometry/shapes.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

struct SurroundingsOptions {
  Meters width{250};           ///< how far from a line; at least 1 m
  double least_hole_m2 = 1e4;  ///< smaller holes (1 ha) are filled
};

/// For each of `bands` bands, what lies within the width of its lines and of those of the bands
/// before it. `band_of[i]` is the band of line i. Valid and nested; empty where there are no lines.
/// Every point of a line is inside, and no part is too small to be drawn.
///
/// Edges are right within a 20th of the width, round ends and all. Distances are those from the
/// nodes of a square grid to points close together along the lines. Nodes are an 8th of the width
/// apart; up to a third where lines are so long that there would be more than some four million.
/// Only nodes near lines are looked at: cost and memory follow the length of the lines, not their
/// extent.
/// Source: marching squares (Maple 2003, Geometric design and space planning using the marching squares and marching cube
///         algorithms); where a square is ambiguous its mean decides.
[[nodiscard]] std::vector<Area> surroundings(Lines const& lines,
                                             std::span<std::uint32_t const> band_of,
                                             std::size_t bands,
                                             SurroundingsOptions const& options = {});

}  // namespace gapmap
