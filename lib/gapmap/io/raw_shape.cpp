#include "gapmap/io/raw_shape.h"

#include <ogr_api.h>

#include <limits>
#include <optional>

namespace gapmap::io {

GeometryKind kind_of_type(std::uint32_t type) {
  auto const plain = OGR_GT_Flatten(OGR_GT_GetLinear(static_cast<OGRwkbGeometryType>(type)));
  switch (plain) {
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

namespace {

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
  constexpr double kLowest = -500;
  constexpr double kHighest = 9000;
  constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
  if (has_heights) {
    shape.heights.resize(first, kNone);
    for (double const height : heights) {
      bool const is_possible = height >= kLowest && height <= kHighest;
      shape.heights.push_back(is_possible ? static_cast<float>(height) : kNone);
      shape.has_impossible_heights = shape.has_impossible_heights || !is_possible;
    }
  } else if (!shape.heights.empty()) {
    shape.heights.resize(first + size, kNone);
  }
  shape.path_ends.push_back(static_cast<std::uint32_t>(shape.points.size()));
}

/// Appends a geometry; only its parts of kind `only`, if that is given.
void append_geometry(OGRGeometryH geometry, std::optional<GeometryKind> only, RawShape& shape) {
  auto const type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
  if (OGR_G_IsEmpty(geometry) != 0) return;
  auto const kind = kind_of_type(type);
  bool const is_single =
      type == wkbPoint || type == wkbLineString || type == wkbPolygon || type == wkbTriangle;
  if (!is_single) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
      append_geometry(OGR_G_GetGeometryRef(geometry, i), only, shape);
    }
    return;
  }
  if (only && kind != *only) return;
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

RawShape parts_of(OGRGeometryH geometry, std::initializer_list<GeometryKind> wanted) {
  RawShape shape;
  if (kind_of_type(OGR_G_GetGeometryType(geometry)) == GeometryKind::Mixed) {
    for (auto const kind : wanted) {
      append_geometry(geometry, kind, shape);
      if (!shape.points.empty()) return shape;
    }
  }
  append_geometry(geometry, std::nullopt, shape);
  return shape;
}

}  // namespace

RawShape raw_shape_of(void* geometry, std::initializer_list<GeometryKind> wanted) {
  if (geometry == nullptr) return {};
  if (OGR_G_HasCurveGeometry(geometry, 0) == 0) return parts_of(geometry, wanted);
  auto* const linear = OGR_G_GetLinearGeometry(geometry, 0, nullptr);
  auto shape = parts_of(linear, wanted);
  OGR_G_DestroyGeometry(linear);
  return shape;
}

RawShape raw_shape_of_text(std::string const& text, std::initializer_list<GeometryKind> wanted) {
  OGRGeometryH geometry = nullptr;
  auto copy = text;
  auto* rest = copy.data();
  if (OGR_G_CreateFromWkt(&rest, nullptr, &geometry) != OGRERR_NONE) return {};
  auto shape = raw_shape_of(geometry, wanted);
  OGR_G_DestroyGeometry(geometry);
  return shape;
}

}  // namespace gapmap::io
