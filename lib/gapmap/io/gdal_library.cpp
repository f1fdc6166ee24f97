#include "gapmap/io/gdal_library.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include <mutex>

namespace gapmap::io {

QuietGdal::QuietGdal() {
  static std::once_flag registered;
  std::call_once(registered, [] {
    GDALAllRegister();
    // GDAL takes the first row of a sheet for a header only if other rows hold numbers; ours always
    // has one.
    for (auto const* option : {"OGR_XLSX_HEADERS", "OGR_ODS_HEADERS", "OGR_XLS_HEADERS"}) {
      if (CPLGetConfigOption(option, nullptr) == nullptr) CPLSetConfigOption(option, "FORCE");
    }
  });
  CPLErrorReset();
  CPLPushErrorHandler(CPLQuietErrorHandler);
}

QuietGdal::~QuietGdal() { CPLPopErrorHandler(); }

std::string QuietGdal::message() { return CPLGetLastErrorMsg(); }

std::string gdal_version() { return GDALVersionInfo("RELEASE_NAME"); }

}  // namespace gapmap::io
