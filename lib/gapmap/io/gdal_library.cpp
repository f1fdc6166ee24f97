#include "gapmap/io/gdal_library.h"

#include <cpl_error.h>
#include <gdal.h>

#include <mutex>

namespace gapmap::io {

QuietGdal::QuietGdal() {
  static std::once_flag registered;
  std::call_once(registered, [] { GDALAllRegister(); });
  CPLErrorReset();
  CPLPushErrorHandler(CPLQuietErrorHandler);
}

QuietGdal::~QuietGdal() { CPLPopErrorHandler(); }

std::string QuietGdal::message() { return CPLGetLastErrorMsg(); }

std::string gdal_version() { return GDALVersionInfo("RELEASE_NAME"); }

}  // namespace gapmap::io
