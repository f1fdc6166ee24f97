#pragma once
// Geometries as an input has them, of whatever kind they come.

#include <cstdint>
#include <initializer_list>
#include <string>
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
  /// Heights that no road on Earth has (below −500 m, above 9 000 m, no number) are what programs
  /// write where they know none, −9999 or −1.8e308; they are none.
  bool has_impossible_heights = false;
};

/// What a layer of OGRwkbGeometryType `type` holds; Mixed if it does not say.
[[nodiscard]] GeometryKind kind_of_type(std::uint32_t type);

/// Of an OGRGeometryH; None if it is null or empty. A collection gives its parts of the first of
/// the kinds `wanted` that it has any of: tools that repair or intersect polygons leave points and
/// lines beside them. Where it has none of them, all its parts, so that its kind tells what it is.
[[nodiscard]] RawShape raw_shape_of(void* geometry, std::initializer_list<GeometryKind> wanted);

/// The same of well-known text; None if it is none.
[[nodiscard]] RawShape raw_shape_of_text(std::string const& text,
                                         std::initializer_list<GeometryKind> wanted);

}  // namespace gapmap::io
