#include "gapmap/io/choose_layer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal.h>
#include <ogr_api.h>

#include <vector>

#include "gapmap/io/gdal_library.h"

namespace gapmap::io {
namespace {

std::vector<std::string> layer_names(GDALDatasetH dataset) {
  std::vector<std::string> names;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
    names.emplace_back(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)));
  }
  return names;
}

}  // namespace

void* choose_layer(void* dataset, Source const& source) {
  auto const names = layer_names(dataset);
  auto const listed = fmt::format("its layers are {}", fmt::join(names, ", "));
  if (!source.layer.empty()) {
    auto* const layer = GDALDatasetGetLayerByName(dataset, source.layer.c_str());
    if (layer == nullptr) {
      throw InputError{{source.path}, fmt::format("has no layer \"{}\"", source.layer), listed};
    }
    return layer;
  }
  if (names.empty())
    throw InputError{{source.path}, "has no vector layer", "check that it is the right file"};
  if (names.size() > 1) {
    throw InputError{{source.path},
                     fmt::format("has {} layers", names.size()),
                     fmt::format("{}; name one as {}:{}", listed, source.path, names[0])};
  }
  return GDALDatasetGetLayer(dataset, 0);
}

InputError cannot_open(std::string const& path) {
  return {{path},
          "GDAL cannot open it: " + QuietGdal::message(),
          "give a vector file or connection (GeoPackage, Shapefile, GeoJSON, "
          "FlatGeobuf, CSV, XLSX, PG:…)"};
}

}  // namespace gapmap::io
