#include "gapmap/io/detail/ogr_layer.h"

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <cmath>
#include <memory>
#include <span>

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

struct DestroyFeature {
  void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
struct DestroyReference {
  void operator()(void* reference) const { OSRDestroySpatialReference(reference); }
};

double rounded(double degrees) { return std::round(degrees * 1e7) / 1e7; }

/// Appends one ring, rounded and without coinciding points; returns false if nothing remains.
bool append_rounded(std::span<LonLat const> ring, Area& degrees) {
  constexpr std::size_t kLeastRing = 4;  // a triangle, closed
  auto const first = degrees.points.size();
  for (auto const p : ring) {
    Point const point{rounded(p.lon), rounded(p.lat)};
    if (degrees.points.size() == first || degrees.points.back() != point)
      degrees.points.push_back(point);
  }
  if (degrees.points.size() - first < kLeastRing) {
    degrees.points.resize(first);
    return false;
  }
  degrees.close_ring();
  return true;
}

/// Returns the area with coordinates in degrees, as the file will have them. Parts and holes
/// smaller than a centimetre vanish.
Area in_degrees(Area const& area, WorkingFrame const& frame) {
  auto const lonlat = frame.to_lonlat(area.points);
  std::size_t first = 0;
  std::size_t ring = 0;
  Area degrees;
  for (auto const part_end : area.part_ends) {
    bool has_outer = false;
    for (bool is_outer = true; ring < part_end; ++ring, is_outer = false) {
      auto const points = std::span{lonlat}.subspan(first, area.ring_ends[ring] - first);
      if (is_outer || has_outer) has_outer = append_rounded(points, degrees) || has_outer;
      first = area.ring_ends[ring];
    }
    if (has_outer) degrees.close_part();
  }
  // Rounding may make a ring touch itself; a repair may add an unrounded point, which the writer
  // rounds.
  return is_valid(degrees) ? wound_anticlockwise(std::move(degrees)) : make_valid(degrees);
}

std::vector<Point> in_degrees(std::vector<Point> const& line, WorkingFrame const& frame) {
  std::vector<Point> degrees;
  for (auto const p : frame.to_lonlat(line)) degrees.push_back({rounded(p.lon), rounded(p.lat)});
  return degrees;
}

OGRGeometryH to_ogr(Area const& area) {
  auto* const multi = OGR_G_CreateGeometry(wkbMultiPolygon);
  std::size_t ring = 0;
  for (auto const part_end : area.part_ends) {
    auto* const polygon = OGR_G_CreateGeometry(wkbPolygon);
    for (; ring < part_end; ++ring) {
      auto const points = area.ring(ring);
      auto* const line = OGR_G_CreateGeometry(wkbLinearRing);
      OGR_G_SetPoints(line, static_cast<int>(points.size()), &points[0].x, sizeof(Point),
                      &points[0].y, sizeof(Point), nullptr, 0);
      OGR_G_AddGeometryDirectly(polygon, line);
    }
    OGR_G_AddGeometryDirectly(multi, polygon);
  }
  return multi;
}

OGRGeometryH to_ogr(std::vector<Point> const& line) {
  auto* const geometry = OGR_G_CreateGeometry(line.size() == 1 ? wkbPoint : wkbLineString);
  OGR_G_SetPoints(geometry, static_cast<int>(line.size()), &line[0].x, sizeof(Point), &line[0].y,
                  sizeof(Point), nullptr, 0);
  return geometry;
}

void add_fields(OGRLayerH layer, tables::OutputTable const& table, std::string const& path) {
  for (auto const& column : table.columns) {
    auto const type = column.type == tables::ColumnType::Text      ? OFTString
                      : column.type == tables::ColumnType::Integer ? OFTInteger64
                                                                   : OFTReal;
    auto* const field = OGR_Fld_Create(column.name.c_str(), type);
    auto const error = OGR_L_CreateField(layer, field, 0);
    OGR_Fld_Destroy(field);
    if (error != OGRERR_NONE) fail_writing(path);
  }
}

void set_field(OGRFeatureH feature, int field, tables::Value const& value,
               tables::Column const& column) {
  if (auto const* text = std::get_if<std::string>(&value)) {
    OGR_F_SetFieldString(feature, field, text->c_str());
  } else if (auto const* integer = std::get_if<std::int64_t>(&value)) {
    OGR_F_SetFieldInteger64(feature, field, *integer);
  } else if (std::holds_alternative<double>(value)) {
    OGR_F_SetFieldDouble(feature, field,
                         std::stod(tables::to_text(value, column)));  // the same digits as in CSV
  } else {
    OGR_F_SetFieldNull(feature, field);
  }
}

OGRwkbGeometryType type_of(tables::OutputTable const& table) {
  switch (tables::shape_of(table)) {
    case tables::OutputShape::Area:
      return wkbMultiPolygon;
    case tables::OutputShape::Line:
      return wkbLineString;
    case tables::OutputShape::Point:
      return wkbPoint;
  }
  return wkbUnknown;
}

OGRGeometryH geometry_of(tables::OutputTable const& table, std::size_t row,
                         WorkingFrame const& frame, Coordinates coordinates) {
  bool const is_degrees = coordinates == Coordinates::Degrees;
  if (!table.lines.empty())
    return to_ogr(is_degrees ? in_degrees(table.lines[row], frame) : table.lines[row]);
  return to_ogr(is_degrees ? in_degrees(table.areas[row], frame)
                           : wound_anticlockwise(table.areas[row]));
}

}  // namespace

void fail_writing(std::string const& path) {
  stop_if_asked();
  throw InputError{{path},
                   "cannot be written: " + QuietGdal::message(),
                   "check the disk and the permissions of the folder"};
}

void write_layer(void* dataset, tables::OutputTable const& table, WorkingFrame const& frame,
                 Coordinates coordinates, std::string const& path, Steps& rows) {
  bool const is_degrees = coordinates == Coordinates::Degrees;
  std::unique_ptr<void, DestroyReference> reference;
  if (!is_degrees) {
    reference.reset(OSRNewSpatialReference(nullptr));
    if (OSRSetFromUserInput(reference.get(), frame.crs().wkt().c_str()) != OGRERR_NONE)
      fail_writing(path);
    OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
  }
  // GDAL's own RFC7946=YES would turn a MultiPolygon of one part into a Polygon, so that layers
  // would mix both. Without a reference system GDAL writes no crs member; the coordinates are
  // already in degrees, rounded and wound as the RFC requires.
  char const* const options[] = {"COORDINATE_PRECISION=7", nullptr};
  auto* const layer =
      GDALDatasetCreateLayer(dataset, table.name.c_str(), reference.get(), type_of(table),
                             is_degrees ? const_cast<char**>(options) : nullptr);
  if (layer == nullptr) fail_writing(path);
  add_fields(layer, table, path);
  auto const shapes = table.lines.empty() ? table.areas.size() : table.lines.size();
  for (std::size_t row = 0; row < shapes; ++row) {
    stop_if_asked();
    std::unique_ptr<void, DestroyFeature> const owner{OGR_F_Create(OGR_L_GetLayerDefn(layer))};
    auto* const feature = static_cast<OGRFeatureH>(owner.get());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      set_field(feature, static_cast<int>(c), table.rows[row][c], table.columns[c]);
    }
    OGR_F_SetGeometryDirectly(feature, geometry_of(table, row, frame, coordinates));
    if (OGR_L_CreateFeature(layer, feature) != OGRERR_NONE) fail_writing(path);
    rows.add();
  }
}

}  // namespace gapmap::io
