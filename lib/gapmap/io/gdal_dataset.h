#pragma once
// What tables and rasters of GDAL share; handles of GDAL are void pointers here. Private to io.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/geometry/projection.h"

namespace gapmap::io {

/// Whether the file is a table of delimited text, which GDAL recognises only by its file extension.
[[nodiscard]] bool is_delimited_text(std::string const& path);

/// Returns the CRS of an OGRSpatialReferenceH; nothing if there is none, or only a placeholder.
[[nodiscard]] std::optional<Crs> crs_of(void* reference);

using OpenDataset = std::unique_ptr<void, void (*)(void*)>;

/// Opens a dataset for reading only; null if GDAL cannot.
[[nodiscard]] OpenDataset opened(std::string const& name, unsigned flags);

/// Whether the dataset refers to other files, of which GDAL may not list all.
[[nodiscard]] bool is_virtual(void* dataset);

/// Returns the name of the driver of a GDALDatasetH: "ESRI Shapefile".
[[nodiscard]] std::string_view driver_of(void* dataset);

/// Returns the files of a GDALDatasetH according to GDAL, including names in archives.
[[nodiscard]] std::vector<std::string> listed_files(void* dataset);

/// Returns the files from which a GDALDatasetH of the input `path` is read; none for a connection.
[[nodiscard]] std::vector<std::string> files_of(void* dataset, std::string const& path);

}  // namespace gapmap::io
