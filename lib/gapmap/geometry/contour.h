#pragma once
// Turns the crossings of contour lines with a square grid into polygons: drawings of reach, never a
// base for counting people.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/shapes.h"

namespace gapmap {

/// A node of a square grid that covers the plane: at (column, row) × spacing.
struct GridNode {
  std::int32_t column;
  std::int32_t row;
};

/// The side of a grid square from a node to the node east or north of it. Sides to the east come
/// first in order, row by row, from the west.
class GridSide {
 public:
  static GridSide east(GridNode from) { return GridSide{0, from}; }
  static GridSide north(GridNode from) { return GridSide{1, from}; }

  [[nodiscard]] bool is_east() const { return key_ >> 63U == 0; }
  [[nodiscard]] GridNode node() const {
    return {static_cast<std::int32_t>((key_ & 0xFFFFFFFFU) - kMiddle),
            static_cast<std::int32_t>((key_ >> 32U & 0x7FFFFFFFU) - kMiddle)};
  }
  [[nodiscard]] bool is_in_row_of(GridSide other) const { return key_ >> 32U == other.key_ >> 32U; }
  friend auto operator<=>(GridSide, GridSide) = default;

 private:
  static constexpr std::uint32_t kMiddle = 1U << 30U;
  GridSide(std::uint64_t is_north, GridNode node)
      : key_{is_north << 63U |
             std::uint64_t{static_cast<std::uint32_t>(node.row) + kMiddle} << 32U |
             (static_cast<std::uint32_t>(node.column) + kMiddle)} {}
  std::uint64_t key_;
};

/// A point where a contour crosses a side, and the side it goes to from there: the low region lies
/// on its left.
struct Crossing {
  GridSide side;
  GridSide next;
  /// Position on the side, from its low node (0) to its high one (1).
  double at;
  bool is_low_first;  ///< the low node is the western or southern one
};

/// The contour of one band: one crossing for every crossed side, in any order.
using Crossings = std::vector<Crossing>;

/// Draws the polygons of nested bands: `bands[b]` are the crossings of the region of band b, which
/// holds the region of the band before it. Holes smaller than `least_hole_m2` are filled.
///
/// A line has the fewest points that stay within `tolerance` metres of the crossings, but at least
/// one every 500 m. Where two successive bands cross the same side, the outer one is kept outside
/// the inner one by 3 cm along the side if there is room. Between two crossings a line stays in the
/// squares that the contour goes through, so no two rings meet: areas are valid and nested by
/// construction. Outer rings run anticlockwise.
///
/// Requires: crossings form closed rings, as marching squares make them; a band's low nodes are low
/// in the next.
/// Cost: O(n log n) crossings.
/// Source: fewest points within a tolerance: Imai and Iri (1988), Polygonal approximations of a
/// curve; here one cone at a time from a fixed start, Williams (1978), Comput. Graph. Image
/// Process. 8:286–293.
[[nodiscard]] std::vector<Area> draw_contours(std::vector<Crossings> bands, double spacing,
                                              double tolerance, double least_hole_m2);

}  // namespace gapmap
