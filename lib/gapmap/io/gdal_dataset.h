#pragma once
// What tables and rasters of GDAL have in common; handles of GDAL are void pointers here. Private
// to io.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"

namespace gapmap::io {

/// Tables of delimited text, which GDAL knows by its ending unless told.
[[nodiscard]] bool is_delimited_text(std::string const& path);

/// Of an OGRSpatialReferenceH; nothing if there is none, or only a placeholder.
[[nodiscard]] std::optional<Crs> crs_of(void* reference);

/// The files that a GDALDatasetH, opened as `path`, is read from; none for a connection.
[[nodiscard]] std::vector<std::string> files_of(void* dataset, std::string const& path);

}  // namespace gapmap::io
