#pragma once
// Inputs in binary formats, written by GDAL itself for the tests of io to read.

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace gapmap::io {

struct WrittenLayer {
  std::string name;
  int epsg = 3067;  ///< 0: none
  OGRwkbGeometryType type = wkbUnknown;
  std::vector<std::string> fields = {};  ///< texts
  struct Row {
    std::string wkt;  ///< empty: no geometry
    std::vector<std::string> values;
  };
  std::vector<Row> rows = {};
  std::vector<std::string> integer_fields = {};  ///< those of `fields` that hold integers
};

/// One file of `driver` ("GPKG", "ESRI Shapefile", "FlatGeobuf", "XLSX") with these layers.
inline void write_dataset(std::string const& path, std::string const& driver,
                          std::vector<WrittenLayer> const& layers) {
  GDALAllRegister();
  std::unique_ptr<void, void (*)(void*)> const dataset{
      GDALCreate(GDALGetDriverByName(driver.c_str()), path.c_str(), 0, 0, 0, GDT_Unknown, nullptr),
      [](void* d) { GDALClose(d); }};
  if (!dataset) throw std::runtime_error{"cannot write " + path};
  for (auto const& each : layers) {
    OGRSpatialReferenceH reference = nullptr;
    if (each.epsg != 0) {
      reference = OSRNewSpatialReference(nullptr);
      OSRImportFromEPSG(reference, each.epsg);
      OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    }
    auto* const layer =
        GDALDatasetCreateLayer(dataset.get(), each.name.c_str(), reference, each.type, nullptr);
    if (layer == nullptr) throw std::runtime_error{"cannot write layer " + each.name};
    for (auto const& name : each.fields) {
      bool const is_integer = std::find(each.integer_fields.begin(), each.integer_fields.end(),
                                        name) != each.integer_fields.end();
      auto* const field = OGR_Fld_Create(name.c_str(), is_integer ? OFTInteger : OFTString);
      OGR_L_CreateField(layer, field, 0);
      OGR_Fld_Destroy(field);
    }
    for (auto const& row : each.rows) {
      auto* const feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
      for (std::size_t i = 0; i < row.values.size(); ++i) {
        OGR_F_SetFieldString(feature, static_cast<int>(i), row.values[i].c_str());
      }
      if (!row.wkt.empty()) {
        std::string wkt = row.wkt;
        char* text = wkt.data();
        OGRGeometryH geometry = nullptr;
        if (OGR_G_CreateFromWkt(&text, nullptr, &geometry) != OGRERR_NONE)
          throw std::runtime_error{"bad WKT " + row.wkt};
        OGR_F_SetGeometryDirectly(feature, geometry);
      }
      bool const is_written = OGR_L_CreateFeature(layer, feature) == OGRERR_NONE;
      OGR_F_Destroy(feature);
      if (!is_written) throw std::runtime_error{"cannot write a row of " + each.name};
    }
    if (reference != nullptr) OSRRelease(reference);
  }
}

struct WrittenRaster {
  int epsg = 3067;  ///< 0: none
  std::array<double, 6> transform{};
  int columns = 0;
  std::vector<std::vector<double>> bands;  ///< numbers of each, row by row
  std::optional<double> no_data = std::nullopt;
  GDALDataType type = GDT_Float64;
  double scale = 1;
};

/// A GeoTIFF.
inline void write_raster(std::string const& path, WrittenRaster const& raster) {
  GDALAllRegister();
  int const rows = static_cast<int>(raster.bands.at(0).size()) / raster.columns;
  std::unique_ptr<void, void (*)(void*)> const dataset{
      GDALCreate(GDALGetDriverByName("GTiff"), path.c_str(), raster.columns, rows,
                 static_cast<int>(raster.bands.size()), raster.type, nullptr),
      [](void* d) { GDALClose(d); }};
  if (!dataset) throw std::runtime_error{"cannot write " + path};
  if (raster.transform != std::array<double, 6>{}) {
    auto transform = raster.transform;
    GDALSetGeoTransform(dataset.get(), transform.data());
  }
  if (raster.epsg != 0) {
    auto* const reference = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(reference, raster.epsg);
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    GDALSetSpatialRef(dataset.get(), reference);
    OSRRelease(reference);
  }
  for (int b = 1; b <= static_cast<int>(raster.bands.size()); ++b) {
    auto* const band = GDALGetRasterBand(dataset.get(), b);
    auto numbers = raster.bands[static_cast<std::size_t>(b - 1)];
    if (raster.no_data) GDALSetRasterNoDataValue(band, *raster.no_data);
    if (raster.scale != 1) GDALSetRasterScale(band, raster.scale);
    if (GDALRasterIO(band, GF_Write, 0, 0, raster.columns, rows, numbers.data(), raster.columns,
                     rows, GDT_Float64, 0, 0) != CE_None)
      throw std::runtime_error{"cannot write a band of " + path};
  }
}

}  // namespace gapmap::io
