#pragma once
// Draws what lies within a certain distance of lines, as polygons to look at.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/geometry/shapes.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

struct SurroundingsOptions {
  Meters width{250};           ///< how far surroundings extend from a line; at least 1 m
  double least_hole_m2 = 1e4;  ///< smaller holes (1 ha) are filled
};

/// Returns for each of `bands` bands the area within the width of its lines and the lines of all
/// bands before it. `band_of[i]` is the band of line i. Areas are valid and nested, and empty where
/// there are no lines. Every point of a line is inside, and no part is too small to be drawn.
///
/// Edges are right within a 20th of the width, including round ends. Distances are measured from
/// the nodes of a square grid to points close together along the lines. Nodes are an 8th of the
/// width apart, or up to a third where lines are so long that there would be more than about four
/// million nodes.
/// Cost: follows the length of the lines, not their extent, in time and memory: only nodes near
/// lines are looked at.
/// Source: marching squares (Maple 2003, Geometric design and space planning using the marching
/// squares and marching cube algorithms); the mean decides ambiguous squares.
[[nodiscard]] std::vector<Area> surroundings(Lines const& lines,
                                             std::span<std::uint32_t const> band_of,
                                             std::size_t bands,
                                             SurroundingsOptions const& options = {});

}  // namespace gapmap
