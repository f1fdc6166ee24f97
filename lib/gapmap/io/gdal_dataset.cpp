#include "gapmap/io/gdal_dataset.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <array>
#include <filesystem>
#include <string_view>

#include "gapmap/io/dataset.h"
#include "gapmap/io/gdal_library.h"

namespace gapmap::io {

bool is_delimited_text(std::string const& path) {
  auto const ending = std::filesystem::path{path}.extension().string();
  return is_same_name(ending, ".csv") || is_same_name(ending, ".tsv") ||
         is_same_name(ending, ".txt");
}

std::optional<Crs> crs_of(void* reference) {
  QuietGdal const quiet;
  if (reference == nullptr) return std::nullopt;
  // GDAL stands in a placeholder where a GeoPackage says "undefined".
  auto const* const name = OSRGetName(reference);
  if (name != nullptr && std::string_view{name}.starts_with("Undefined")) return std::nullopt;
  char* wkt = nullptr;
  std::array<char const*, 2> const options{"FORMAT=WKT2_2018", nullptr};
  OSRExportToWktEx(reference, &wkt, options.data());
  std::string const text{wkt == nullptr ? "" : wkt};
  CPLFree(wkt);
  return Crs::from_text(text);
}

std::vector<std::string> files_of(void* dataset, std::string const& path) {
  std::vector<std::string> files;
  char** const list = GDALGetFileList(static_cast<GDALDatasetH>(dataset));
  for (char** file = list; file != nullptr && *file != nullptr; ++file) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(*file, ignored)) files.emplace_back(*file);
  }
  CSLDestroy(list);
  // "CSV:p.txt" is no file, p.txt is.
  std::error_code ignored;
  if (files.empty() && std::filesystem::is_regular_file(path, ignored)) files.push_back(path);
  return files;
}

}  // namespace gapmap::io
