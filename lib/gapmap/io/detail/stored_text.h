#pragma once
// Text in columns of numbers. SQLite stores in a column whatever a program puts there, and the
// table of a shapefile is text; GDAL reads "..", "<10" and "1 110" as 0, 0 and 1. Handles of GDAL
// are void pointers here.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

/// Stored texts that are not numbers in a column of numbers, by feature id.
using StoredTexts = std::unordered_map<std::int64_t, std::string>;

/// Returns the stored texts that are not numbers in the `field`-th field of an open OGRLayerH of
/// the GDALDatasetH `dataset`, whose files GDAL lists as `files`. Formats other than GeoPackage,
/// SQLite and shapefile store only values of a column's declared type. Throws InputError if a view
/// contains such texts, as its rows have no ids by which to find them.
[[nodiscard]] StoredTexts stored_texts(void* dataset, void* layer, int field,
                                       std::vector<std::string> const& files,
                                       InputError::Where const& where);

/// Throws InputError if a column of numbers contains text in a GeoPackage, an SQLite database or a
/// shapefile among the `files` behind a virtual dataset, which shows it as a number.
void refuse_stored_texts(std::vector<std::string> const& files, InputError::Where const& where);

}  // namespace gapmap::io
