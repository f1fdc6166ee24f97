#pragma once
// Geometries of any kind as the input has them.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap::io {

enum class GeometryKind : std::uint8_t { None, Point, Line, Polygon, Mixed };

/// A geometry in the CRS of its input, flattened: points, then ends of paths (lines or rings) in
/// `points`, then ends of polygon parts in `path_ends`. Points are paths of length one. Curves are
/// approximated by lines.
struct RawShape {
  GeometryKind kind = GeometryKind::None;
  std::vector<RawPoint> points;
  std::vector<std::uint32_t> path_ends;
  std::vector<std::uint32_t> part_ends;
  std::vector<float> heights = {};  ///< of `points`, NaN where unknown; empty: no heights at all
  /// Some heights are impossible on Earth (below −500 m, above 9 000 m, not a number), such as
  /// −9999 or −1.8e308, which programs write for unknown ones. They count as unknown.
  bool has_impossible_heights = false;
};

/// Returns the kind of a layer's OGRwkbGeometryType `type`; Mixed if it is unspecific.
[[nodiscard]] GeometryKind kind_of_type(std::uint32_t type);

/// Returns the shape of an OGRGeometryH; None if it is null or empty. From a collection come the
/// parts of the first of the kinds `wanted` that it contains, because tools that repair or
/// intersect polygons leave points and lines beside them; if it contains none of these kinds, all
/// its parts, so that its kind shows what it is.
[[nodiscard]] RawShape raw_shape_of(void* geometry, std::initializer_list<GeometryKind> wanted);

/// Returns the shape of well-known text, as raw_shape_of() does; None if it is not well-known text.
[[nodiscard]] RawShape raw_shape_of_text(std::string const& text,
                                         std::initializer_list<GeometryKind> wanted);

}  // namespace gapmap::io
