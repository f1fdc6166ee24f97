#pragma once
// What a data set answers in SQL.

#include <gdal.h>
#include <ogr_api.h>

#include <string>

#include "gapmap/io/detail/gdal_library.h"

namespace gapmap::io {

/// The first field of the first row as text; "" if there is none.
inline std::string sql_answer(std::string const& path, std::string const& sql) {
  QuietGdal const quiet;
  GDALAllRegister();
  auto* const file = GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
  if (file == nullptr) return {};
  auto* const rows = GDALDatasetExecuteSQL(file, sql.c_str(), nullptr, nullptr);
  auto* const row = rows == nullptr ? nullptr : OGR_L_GetNextFeature(rows);
  std::string const text = row == nullptr ? "" : OGR_F_GetFieldAsString(row, 0);
  OGR_F_Destroy(row);
  if (rows != nullptr) GDALDatasetReleaseResultSet(file, rows);
  GDALClose(file);
  return text;
}

}  // namespace gapmap::io
