#pragma once
// Where a value sampled on a grid is below a level, as polygons: drawings of reach, never a base
// for counting people.

#include <cstddef>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/shapes.h"

namespace gapmap {

/// Values at the nodes of a square grid, row by row from the south-west.
struct Grid {
  Point origin;        ///< of the first node
  double spacing = 1;  ///< metres between nodes
  std::size_t columns = 0;
  std::size_t rows = 0;
  std::vector<float> values;

  [[nodiscard]] float& at(std::size_t column, std::size_t row) {
    return values[row * columns + column];
  }
  [[nodiscard]] float at(std::size_t column, std::size_t row) const {
    return values[row * columns + column];
  }
  [[nodiscard]] Point position(std::size_t column, std::size_t row) const {
    return {origin.x + static_cast<double>(column) * spacing,
            origin.y + static_cast<double>(row) * spacing};
  }
};

/// Lowers every value to what it is from its cheapest neighbour: value there + distance ×
/// `per_meter`, which turns scattered samples into the field of the cheapest sample plus the
/// straight way to it. Infinite values are unknown and are filled. The straight way is measured
/// over 16 directions: at most 2.8 % too long. Cost: O(nodes).
void spread(Grid& grid, double per_meter);

/// The region where the value, interpolated between nodes, is at most `level`. Valid; outer rings
/// anticlockwise; parts and holes of less than `least_m2` are left out. Values on the rim of the
/// grid count as above.
/// Source: marching squares (Maple 2003, Geometric design and space planning using the marching squares and marching cube
/// algorithms); where a square is ambiguous its mean decides.
[[nodiscard]] Area region_below(Grid const& grid, double level, double least_m2);

}  // namespace gapmap
