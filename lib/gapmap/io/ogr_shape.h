#pragma once
// Geometries of GDAL as plain points; a geometry of GDAL is a void pointer here. Private to io.

#include "gapmap/io/raw_shape.h"

namespace gapmap::io {

/// Of an OGRwkbGeometryType.
[[nodiscard]] GeometryKind kind_of_type(int type);

/// Of an OGRGeometryH, which may be null. Curves are drawn as lines.
[[nodiscard]] RawShape shape_of_geometry(void* geometry);

/// Of well-known text; nothing if it is none.
[[nodiscard]] RawShape shape_of_text(char const* text);

}  // namespace gapmap::io
