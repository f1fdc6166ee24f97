#pragma once
// A geometry as an input has it. Private to io.

#include <cstdint>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap::io {

enum class GeometryKind : std::uint8_t { None, Point, Line, Polygon, Mixed };

/// A geometry in the CRS of its input, flattened: points, then ends of paths (lines or rings) in
/// `points`, then ends of polygon parts in `path_ends`. Points are paths of length one. Curves are
/// drawn as lines.
struct RawShape {
  GeometryKind kind = GeometryKind::None;
  std::vector<RawPoint> points;
  std::vector<std::uint32_t> path_ends;
  std::vector<std::uint32_t> part_ends;
  std::vector<float> heights = {};  ///< of `points`, NaN where there is none; empty: none at all
};

}  // namespace gapmap::io
