#include "gapmap/io/write_geopackage.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include "gapmap/io/gdal_library.h"
#include "gapmap/io/ogr_layer.h"

namespace gapmap::io {

void write_geopackage(std::string const& path, std::span<OutputTable const> tables,
                      WorkingFrame const& frame) {
  QuietGdal const quiet;
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z");
  auto* const dataset =
      GDALCreate(GDALGetDriverByName("GPKG"), path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
  if (dataset == nullptr) fail_writing(path);
  bool const has_transaction = GDALDatasetStartTransaction(dataset, 0) == OGRERR_NONE;
  try {
    for (auto const& table : tables)
      write_layer(dataset, table, frame, Coordinates::WorkingCrs, path);
  } catch (...) {
    GDALClose(dataset);
    throw;
  }
  if (has_transaction) GDALDatasetCommitTransaction(dataset);
  CPLErrorReset();
  GDALClose(dataset);
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
  if (CPLGetLastErrorType() >= CE_Failure) fail_writing(path);
}

}  // namespace gapmap::io
