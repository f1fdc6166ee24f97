#include "gapmap/io/detail/virtual_raster.h"

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <gdal.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>

#include "gapmap/io/gdal_dataset.h"

namespace gapmap::io {
namespace {

double number(CPLXMLNode const* node, char const* key) {
  return CPLAtof(CPLGetXMLValue(node, key, "0"));
}

/// Whether lengths are equal; edges of tiles are given in fractions of pixels.
bool are_as_long(double source, double target) {
  constexpr double kTenthOfAPercent = 1e-3;
  return std::abs(source - target) <= kTenthOfAPercent * std::max(source, target);
}

bool resamples(CPLXMLNode* node) {
  for (; node != nullptr; node = node->psNext) {
    auto* const from = CPLGetXMLNode(node, "SrcRect");
    auto* const to = CPLGetXMLNode(node, "DstRect");
    if (from != nullptr && to != nullptr &&
        (!are_as_long(number(from, "xSize"), number(to, "xSize")) ||
         !are_as_long(number(from, "ySize"), number(to, "ySize"))))
      return true;
    if (resamples(node->psChild)) return true;
  }
  return false;
}

}  // namespace

Resampling resampling_of(void* dataset) {
  if (driver_of(dataset) != "VRT") return Resampling::None;
  char** const texts = GDALGetMetadata(static_cast<GDALDatasetH>(dataset), "xml:VRT");
  if (texts == nullptr || *texts == nullptr) return Resampling::None;
  std::unique_ptr<CPLXMLNode, void (*)(CPLXMLNode*)> const root{CPLParseXMLString(*texts),
                                                                CPLDestroyXMLNode};
  auto* const raster = CPLGetXMLNode(root.get(), "=VRTDataset");
  if (raster == nullptr) return Resampling::None;
  if (std::string_view{CPLGetXMLValue(raster, "subClass", "")} == "VRTWarpedDataset")
    return Resampling::Warped;
  return resamples(raster->psChild) ? Resampling::Size : Resampling::None;
}

}  // namespace gapmap::io
