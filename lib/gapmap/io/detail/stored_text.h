#pragma once
// Text in columns of numbers. SQLite stores in a column whatever a program puts there, and the
// table of a shapefile is text: of "..", "<10" and "1 110" GDAL makes 0, 0 and 1. Handles of GDAL
// are void pointers here.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

/// What is really written in a column of numbers, by feature id, where that is no such number.
using StoredTexts = std::unordered_map<std::int64_t, std::string>;

/// Of the `field`-th field of an open OGRLayerH of the GDALDatasetH `dataset`, whose files GDAL
/// lists as `files`. Other formats than GeoPackage, SQLite and shapefiles hold in a column only
/// what it is said to hold. Throws InputError if there are such texts in a view, whose rows have no
/// ids to find them by.
[[nodiscard]] StoredTexts stored_texts(void* dataset, void* layer, int field,
                                       std::vector<std::string> const& files,
                                       InputError::Where const& where);

/// Of the `files` behind a virtual dataset, which shows such texts as numbers: throws InputError if
/// there are any in a GeoPackage, an SQLite database or a shapefile.
void refuse_stored_texts(std::vector<std::string> const& files, InputError::Where const& where);

}  // namespace gapmap::io
