#include "gapmap/io/gdal_dataset.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <string_view>

#include "gapmap/io/archive.h"
#include "gapmap/io/dataset.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/detail/input_access.h"

namespace gapmap::io {

bool is_delimited_text(std::string const& path) {
  std::filesystem::path name{path};
  if (is_same_name(name.extension().string(), ".gz")) name.replace_extension();
  auto const ending = name.extension().string();
  return is_same_name(ending, ".csv") || is_same_name(ending, ".tsv") ||
         is_same_name(ending, ".txt") || is_same_name(ending, ".opt");
}

std::optional<Crs> crs_of(void* reference) {
  QuietGdal const quiet;
  if (reference == nullptr) return std::nullopt;
  // GDAL uses a placeholder where a GeoPackage says "undefined".
  auto const* const name = OSRGetName(reference);
  if (name != nullptr && std::string_view{name}.starts_with("Undefined")) return std::nullopt;
  char* wkt = nullptr;
  std::array<char const*, 2> const options{"FORMAT=WKT2_2018", nullptr};
  OSRExportToWktEx(reference, &wkt, options.data());
  std::string const text{wkt == nullptr ? "" : wkt};
  CPLFree(wkt);
  return Crs::from_text(text);
}

OpenDataset opened(std::string const& name, unsigned flags) {
  return {GDALOpenEx(name.c_str(), flags | GDAL_OF_READONLY, nullptr, nullptr, nullptr),
          [](void* d) { GDALClose(d); }};
}

bool is_virtual(void* dataset) {
  auto const driver = driver_of(dataset);
  return driver == "OGR_VRT" || driver == "VRT";
}

namespace {

/// Returns the files beside text from which GDAL silently takes types and a coordinate system.
std::vector<std::string> beside_text(std::string const& path) {
  if (!is_delimited_text(path)) return {};
  std::vector<std::string> files;
  for (auto const* ending : {".csvt", ".prj"}) {
    auto file = std::filesystem::path{path}.replace_extension(ending).string();
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored)) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

std::string_view driver_of(void* dataset) {
  auto* const driver = GDALGetDatasetDriver(static_cast<GDALDatasetH>(dataset));
  return driver == nullptr ? "" : GDALGetDriverShortName(driver);
}

std::vector<std::string> listed_files(void* dataset) {
  std::vector<std::string> files;
  char** const list = GDALGetFileList(static_cast<GDALDatasetH>(dataset));
  for (char** file = list; file != nullptr && *file != nullptr; ++file) files.emplace_back(*file);
  CSLDestroy(list);
  return files;
}

std::vector<std::string> files_of(void* dataset, std::string const& path) {
  std::vector<std::string> files;
  for (auto const& listed : listed_files(dataset))
    std::ranges::move(originals_of(listed), std::back_inserter(files));
  std::erase_if(files, [](auto const& file) {
    std::error_code ignored;
    return !std::filesystem::is_regular_file(file, ignored);
  });
  // Files in an archive are no regular files, but the archive is.
  if (auto const packed = find_archive(path); packed && files.empty())
    files.push_back(packed->archive);
  // "GPKG:p.gpkg:layer" is not a file, p.gpkg is.
  if (files.empty()) {
    for (auto& file : originals_of(path)) {
      std::error_code ignored;
      if (std::filesystem::is_regular_file(file, ignored)) files.push_back(std::move(file));
    }
  }
  for (auto& file : beside_text(path)) {
    if (std::ranges::find(files, file) == files.end()) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace gapmap::io
