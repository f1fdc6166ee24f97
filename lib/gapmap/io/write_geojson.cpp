#include "gapmap/io/write_geojson.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <cmath>
#include <memory>

#include "gapmap/geometry/overlay.h"
#include "gapmap/io/gdal_library.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

struct Close {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
struct DestroyFeature {
  void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
struct DestroyReference {
  void operator()(void* reference) const { OSRDestroySpatialReference(reference); }
};

[[noreturn]] void fail(std::string const& path) {
  throw InputError{{path}, "cannot be written: " + QuietGdal::message(),
                   "check the disk and the permissions of the folder"};
}

double rounded(double degrees) { return std::round(degrees * 1e7) / 1e7; }

/// The area with its coordinates in degrees instead of metres, rounded as the file will have them, points that fall together
/// left out.
Area in_degrees(Area const& area, WorkingFrame const& frame) {
  auto const degrees = frame.to_lonlat(area.points);
  Area result;
  std::size_t ring = 0;
  std::size_t point = 0;
  for (auto const part_end : area.part_ends) {
    for (; ring < part_end; ++ring) {
      auto const first = result.points.size();
      for (; point < area.ring_ends[ring]; ++point) {
        Point const p{rounded(degrees[point].lon), rounded(degrees[point].lat)};
        if (result.points.size() == first || result.points.back() != p) result.points.push_back(p);
      }
      result.close_ring();
    }
    result.close_part();
  }
  // Rounding may let a ring touch itself; repairing may add a point that is not rounded yet.
  bool const has_collapsed = [&] {
    for (std::size_t r = 0; r < result.rings(); ++r) {
      if (result.ring(r).size() < 4) return true;
    }
    return false;
  }();
  if (has_collapsed) return make_valid(result);
  return is_valid(result) ? result : make_valid(result);
}

OGRGeometryH to_ogr(Area const& degrees) {
  auto* const multi = OGR_G_CreateGeometry(wkbMultiPolygon);
  std::size_t ring = 0;
  for (auto const part_end : degrees.part_ends) {
    auto* const polygon = OGR_G_CreateGeometry(wkbPolygon);
    for (; ring < part_end; ++ring) {
      auto const points = degrees.ring(ring);
      auto* const line = OGR_G_CreateGeometry(wkbLinearRing);
      OGR_G_SetPoints(line, static_cast<int>(points.size()), &points[0].x, sizeof(Point), &points[0].y,
                      sizeof(Point), nullptr, 0);
      OGR_G_AddGeometryDirectly(polygon, line);
    }
    OGR_G_AddGeometryDirectly(multi, polygon);
  }
  return multi;
}

void add_fields(OGRLayerH layer, OutputTable const& table, std::string const& path) {
  for (auto const& column : table.columns) {
    auto const type = column.type == ColumnType::Text      ? OFTString
                      : column.type == ColumnType::Integer ? OFTInteger64
                                                           : OFTReal;
    auto* const field = OGR_Fld_Create(column.name.c_str(), type);
    auto const error = OGR_L_CreateField(layer, field, 0);
    OGR_Fld_Destroy(field);
    if (error != OGRERR_NONE) fail(path);
  }
}

void set_field(OGRFeatureH feature, int field, Value const& value, Column const& column) {
  if (auto const* text = std::get_if<std::string>(&value)) {
    OGR_F_SetFieldString(feature, field, text->c_str());
  } else if (auto const* integer = std::get_if<std::int64_t>(&value)) {
    OGR_F_SetFieldInteger64(feature, field, *integer);
  } else if (std::holds_alternative<double>(value)) {
    OGR_F_SetFieldDouble(feature, field, std::stod(to_text(value, column)));  // the same digits as in CSV
  } else {
    OGR_F_SetFieldNull(feature, field);
  }
}

}  // namespace

void write_geojson(std::string const& path, OutputTable const& table, WorkingFrame const& frame) {
  QuietGdal const quiet;
  std::unique_ptr<void, Close> const dataset{
      GDALCreate(GDALGetDriverByName("GeoJSON"), path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
  if (!dataset) fail(path);
  std::unique_ptr<void, DestroyReference> const wgs84{OSRNewSpatialReference(nullptr)};
  OSRImportFromEPSG(wgs84.get(), 4326);
  OSRSetAxisMappingStrategy(wgs84.get(), OAMS_TRADITIONAL_GIS_ORDER);
  char const* const options[] = {"RFC7946=YES", nullptr};
  auto* const layer = GDALDatasetCreateLayer(dataset.get(), table.name.c_str(), wgs84.get(), wkbMultiPolygon,
                                             const_cast<char**>(options));
  if (layer == nullptr) fail(path);
  add_fields(layer, table, path);
  for (std::size_t row = 0; row < table.areas.size(); ++row) {
    std::unique_ptr<void, DestroyFeature> const owner{OGR_F_Create(OGR_L_GetLayerDefn(layer))};
    auto* const feature = static_cast<OGRFeatureH>(owner.get());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      set_field(feature, static_cast<int>(c), table.rows[row][c], table.columns[c]);
    }
    OGR_F_SetGeometryDirectly(feature, to_ogr(in_degrees(table.areas[row], frame)));
    if (OGR_L_CreateFeature(layer, feature) != OGRERR_NONE) fail(path);
  }
}

}  // namespace gapmap::io
