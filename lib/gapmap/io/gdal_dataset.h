#pragma once
// What tables and rasters of GDAL have in common; handles of GDAL are void pointers here. Private
// to io.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/geometry/projection.h"

namespace gapmap::io {

/// Tables of delimited text, which GDAL knows by its ending unless told.
[[nodiscard]] bool is_delimited_text(std::string const& path);

/// Of an OGRSpatialReferenceH; nothing if there is none, or only a placeholder.
[[nodiscard]] std::optional<Crs> crs_of(void* reference);

using OpenDataset = std::unique_ptr<void, void (*)(void*)>;

/// For reading only; null if GDAL cannot.
[[nodiscard]] OpenDataset opened(std::string const& name, unsigned flags);

/// Whether other files lie behind it, of which GDAL may not list all.
[[nodiscard]] bool is_virtual(void* dataset);

/// Whose driver reads a GDALDatasetH: "ESRI Shapefile".
[[nodiscard]] std::string_view driver_of(void* dataset);

/// What GDAL says a GDALDatasetH is read from, also names in archives.
[[nodiscard]] std::vector<std::string> listed_files(void* dataset);

/// The files that a GDALDatasetH of the input `path` is read from; none for a connection.
[[nodiscard]] std::vector<std::string> files_of(void* dataset, std::string const& path);

}  // namespace gapmap::io
