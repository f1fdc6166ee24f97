#pragma once
// Which layer of a dataset a source means; handles of GDAL are void pointers here. Private to io.

#include <string>

#include "gapmap/io/source.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

/// Of a GDALDatasetH the OGRLayerH that the source names, or its only one. Throws InputError if
/// there is none or several, naming those there are.
[[nodiscard]] void* choose_layer(void* dataset, Source const& source);

/// With GDAL's own words.
[[nodiscard]] InputError cannot_open(std::string const& path);

}  // namespace gapmap::io
