#include "gapmap/io/ogr_shape.h"

#include <ogr_api.h>

#include <limits>

namespace gapmap::io {
namespace {

GeometryKind kind_of(OGRwkbGeometryType type) {
  switch (OGR_GT_Flatten(OGR_GT_GetLinear(type))) {
    case wkbNone:
      return GeometryKind::None;
    case wkbPoint:
    case wkbMultiPoint:
      return GeometryKind::Point;
    case wkbLineString:
    case wkbLinearRing:
    case wkbMultiLineString:
      return GeometryKind::Line;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbTriangle:
    case wkbTIN:
    case wkbPolyhedralSurface:
      return GeometryKind::Polygon;
    default:
      return GeometryKind::Mixed;
  }
}

void append_path(OGRGeometryH path, RawShape& shape) {
  auto const size = static_cast<std::size_t>(OGR_G_GetPointCount(path));
  auto const first = shape.points.size();
  shape.points.resize(first + size);
  bool const has_heights = OGR_G_Is3D(path) != 0;
  std::vector<double> heights(has_heights ? size : 0);
  if (size > 0) {
    OGR_G_GetPoints(path, &shape.points[first].x, sizeof(RawPoint), &shape.points[first].y,
                    sizeof(RawPoint), has_heights ? heights.data() : nullptr,
                    has_heights ? sizeof(double) : 0);
  }
  constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
  if (has_heights) {
    shape.heights.resize(first, kNone);
    for (double const height : heights) shape.heights.push_back(static_cast<float>(height));
  } else if (!shape.heights.empty()) {
    shape.heights.resize(first + size, kNone);
  }
  shape.path_ends.push_back(static_cast<std::uint32_t>(shape.points.size()));
}

void append_geometry(OGRGeometryH geometry, RawShape& shape) {
  auto const type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
  if (OGR_G_IsEmpty(geometry) != 0) return;
  auto const kind = kind_of(type);
  bool const is_single =
      type == wkbPoint || type == wkbLineString || type == wkbPolygon || type == wkbTriangle;
  if (!is_single) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
      append_geometry(OGR_G_GetGeometryRef(geometry, i), shape);
    }
    return;
  }
  shape.kind = shape.kind == GeometryKind::None || shape.kind == kind ? kind : GeometryKind::Mixed;
  if (kind == GeometryKind::Polygon) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
      append_path(OGR_G_GetGeometryRef(geometry, i), shape);
    }
    shape.part_ends.push_back(static_cast<std::uint32_t>(shape.path_ends.size()));
  } else {
    append_path(geometry, shape);
  }
}

}  // namespace

GeometryKind kind_of_type(int type) { return kind_of(static_cast<OGRwkbGeometryType>(type)); }

RawShape shape_of_geometry(void* geometry) {
  RawShape shape;
  if (geometry == nullptr) return shape;
  if (OGR_G_HasCurveGeometry(geometry, 0) == 0) {
    append_geometry(geometry, shape);
  } else {
    auto* const linear = OGR_G_GetLinearGeometry(geometry, 0, nullptr);
    append_geometry(linear, shape);
    OGR_G_DestroyGeometry(linear);
  }
  return shape;
}

RawShape shape_of_text(char const* text) {
  OGRGeometryH geometry = nullptr;
  auto* rest = const_cast<char*>(text);
  if (OGR_G_CreateFromWkt(&rest, nullptr, &geometry) != OGRERR_NONE) return {};
  auto shape = shape_of_geometry(geometry);
  OGR_G_DestroyGeometry(geometry);
  return shape;
}

}  // namespace gapmap::io
