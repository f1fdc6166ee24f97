#include "gapmap/io/gdal_guard.h"

#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi_virtual.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <string_view>
#include <utility>

#include "gapmap/io/remote.h"
#include "gapmap/units/secrets.h"

namespace gapmap::io {
namespace {

/// GDAL asks in the thread that opens; the first answer says the most.
thread_local std::string refused_name;

void refuse(std::string_view name) {
  if (refused_name.empty()) refused_name = name;
  CPLError(CE_Failure, CPLE_OpenFailed, "not fetched: --allow-remote was not given");
}

/// Of a folder on another computer: there is nothing in it.
class RefusedFolder final : public VSIFilesystemHandler {
 public:
  VSIVirtualHandle* Open(char const* name, char const* /*access*/, bool /*set_error*/,
                         CSLConstList /*options*/) override {
    refuse(name);
    errno = EACCES;
    return nullptr;
  }
  int Stat(char const* name, VSIStatBufL* /*stat*/, int /*flags*/) override {
    refuse(name);
    errno = EACCES;
    return -1;
  }
  char** ReadDirEx(char const* name, int /*most*/) override {
    refuse(name);
    return nullptr;
  }
  VSIDIR* OpenDir(char const* name, int /*depth*/, char const* const* /*options*/) override {
    refuse(name);
    return nullptr;
  }
};

CPLHTTPResult* refuse_fetch(char const* url, CSLConstList /*options*/,
                            GDALProgressFunc /*progress*/, void* /*progress_argument*/,
                            CPLHTTPFetchWriteFunc /*write*/, void* /*write_argument*/,
                            void* /*data*/) {
  refuse(url);
  auto* const result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
  result->nStatus = 1;
  result->pszErrBuf = CPLStrdup("not fetched");
  return result;
}

/// How a driver opened before.
struct Opening {
  decltype(GDALDriver::pfnOpen) plain;
  decltype(GDALDriver::pfnOpenWithDriverArg) with_driver;
  bool is_of_service;
};

std::map<GDALDriver*, Opening>& openings() {
  static std::map<GDALDriver*, Opening> all;
  return all;
}

/// In place of every driver's own. What a service's driver knows for its own, a file with the
/// address of a service perhaps, would be fetched from there.
GDALDataset* open_if_local(GDALDriver* driver, GDALOpenInfo* info) {
  auto const& opening = openings().at(driver);
  auto const* const name = info->pszFilename;
  bool const is_its =
      opening.is_of_service && driver->pfnIdentify != nullptr && driver->pfnIdentify(info) == TRUE;
  if (is_its || is_remote(name)) {
    refuse(name);
    return nullptr;
  }
  if (opening.plain != nullptr) return opening.plain(info);
  return opening.with_driver(driver, info);
}

}  // namespace

void keep_gdal_from_network() {
  constexpr std::array<std::string_view, 22> kServices{
      "WFS",      "OAPIF", "CSW",        "WMS",           "WMTS",  "WCS",        "HTTP", "OGCAPI",
      "EEDA",     "EEDAI", "DAAS",       "Elasticsearch", "Carto", "AmigoCloud", "NGW",  "PLSCENES",
      "PLMOSAIC", "MySQL", "PostgreSQL", "PostGISRaster", "GMLAS", "MongoDBv3"};
  auto* const manager = GetGDALDriverManager();
  for (int i = 0; i < manager->GetDriverCount(); ++i) {
    auto* const driver = manager->GetDriver(i);
    if (driver->pfnOpen == nullptr && driver->pfnOpenWithDriverArg == nullptr) continue;
    bool const is_of_service =
        std::ranges::find(kServices, std::string_view{driver->GetDescription()}) != kServices.end();
    openings()[driver] = {driver->pfnOpen, driver->pfnOpenWithDriverArg, is_of_service};
    driver->pfnOpen = nullptr;
    driver->pfnOpenWithDriverArg = open_if_local;
  }
  char** const prefixes = VSIGetFileSystemsPrefixes();
  for (char** prefix = prefixes; prefix != nullptr && *prefix != nullptr; ++prefix) {
    if (is_remote(std::string{*prefix} + "x"))
      VSIFileManager::InstallHandler(*prefix, new RefusedFolder);
  }
  CSLDestroy(prefixes);
  CPLHTTPSetFetchCallback(refuse_fetch, nullptr);
}

void forget_refused() { refused_name.clear(); }

void throw_if_refused(InputError::Where const& where) {
  if (refused_name.empty()) return;
  auto const name = std::exchange(refused_name, {});
  if (name == where.path) check_remote(name);
  throw InputError{
      where,
      fmt::format("leads to {}, on another computer or in a database, which is read only if asked "
                  "for",
                  masked(name)),
      "add --allow-remote to the command, or fetch it into a file first"};
}

}  // namespace gapmap::io
