#include "gapmap/io/write_geojson.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>

#include <cmath>
#include <memory>
#include <span>

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/io/gdal_library.h"
#include "gapmap/io/write_file.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

struct Close {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
struct DestroyFeature {
  void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};

[[noreturn]] void fail(std::string const& path) {
  throw InputError{{path}, "cannot be written: " + QuietGdal::message(),
                   "check the disk and the permissions of the folder"};
}

double rounded(double degrees) { return std::round(degrees * 1e7) / 1e7; }

/// Appends one ring, rounded, points that fall together left out; false if nothing of it remains.
bool append_rounded(std::span<LonLat const> ring, Area& degrees) {
  constexpr std::size_t kLeastRing = 4;  // a triangle, closed
  auto const first = degrees.points.size();
  for (auto const p : ring) {
    Point const point{rounded(p.lon), rounded(p.lat)};
    if (degrees.points.size() == first || degrees.points.back() != point) degrees.points.push_back(point);
  }
  if (degrees.points.size() - first < kLeastRing) {
    degrees.points.resize(first);
    return false;
  }
  degrees.close_ring();
  return true;
}

/// The area with its coordinates in degrees instead of metres, as the file will have them. Parts and holes of less than a
/// centimetre vanish.
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
  // Rounding may let a ring touch itself; a repair may add a point that is not rounded yet, which the writer rounds.
  return is_valid(degrees) ? wound_anticlockwise(std::move(degrees)) : make_valid(degrees);
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

/// A file in memory, gone with this.
class MemoryFile {
 public:
  MemoryFile() { VSIUnlink(name()); }
  ~MemoryFile() { VSIUnlink(name()); }
  MemoryFile(MemoryFile const&) = delete;
  MemoryFile& operator=(MemoryFile const&) = delete;
  [[nodiscard]] static char const* name() { return "/vsimem/gapmap.geojson"; }
  [[nodiscard]] static std::string_view bytes() {
    vsi_l_offset size = 0;
    auto const* const data = VSIGetMemFileBuffer(name(), &size, 0);
    return {reinterpret_cast<char const*>(data), data == nullptr ? 0 : static_cast<std::size_t>(size)};
  }
};

void write_features(std::string const& path, OutputTable const& table, WorkingFrame const& frame) {
  std::unique_ptr<void, Close> const dataset{
      GDALCreate(GDALGetDriverByName("GeoJSON"), MemoryFile::name(), 0, 0, 0, GDT_Unknown, nullptr)};
  if (!dataset) fail(path);
  // GDAL's own RFC7946=YES would turn a MultiPolygon of one part into a Polygon, and layers would mix both. Without a reference
  // system it writes no crs member, and the coordinates are in degrees, rounded and wound as the RFC asks, already.
  char const* const options[] = {"COORDINATE_PRECISION=7", nullptr};
  auto* const layer = GDALDatasetCreateLayer(dataset.get(), table.name.c_str(), nullptr, wkbMultiPolygon,
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

}  // namespace

void write_geojson(std::string const& path, OutputTable const& table, WorkingFrame const& frame) {
  QuietGdal const quiet;
  // GDAL's writer does not notice a full disk; memory does not fill up, and write_file looks.
  MemoryFile const file;
  write_features(path, table, frame);
  write_file(path, file.bytes());
}

}  // namespace gapmap::io
