#include "gapmap/io/detail/gdal_guard.h"

#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi_virtual.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "gapmap/io/detail/input_access.h"
#include "gapmap/io/detail/local_files.h"
#include "gapmap/io/detail/query_limit.h"
#include "gapmap/io/detail/refusal.h"
#include "gapmap/io/remote.h"
#include "gapmap/io/virtual_text.h"

namespace gapmap::io {
namespace {

/// Handles folders on other computers as if they were empty.
class RefusedFolder final : public VSIFilesystemHandler {
 public:
  VSIVirtualHandle* Open(char const* name, char const* /*access*/, bool /*set_error*/,
                         CSLConstList /*options*/) override {
    refuse(Refusal::Remote, name);
    errno = EACCES;
    return nullptr;
  }
  int Stat(char const* name, VSIStatBufL* /*stat*/, int /*flags*/) override {
    refuse(Refusal::Remote, name);
    errno = EACCES;
    return -1;
  }
  char** ReadDirEx(char const* name, int /*most*/) override {
    refuse(Refusal::Remote, name);
    return nullptr;
  }
  VSIDIR* OpenDir(char const* name, int /*depth*/, char const* const* /*options*/) override {
    refuse(Refusal::Remote, name);
    return nullptr;
  }
};

CPLHTTPResult* refuse_fetch(char const* url, CSLConstList /*options*/,
                            GDALProgressFunc /*progress*/, void* /*progress_argument*/,
                            CPLHTTPFetchWriteFunc /*write*/, void* /*write_argument*/,
                            void* /*data*/) {
  refuse(Refusal::Remote, url);
  auto* const result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
  result->nStatus = 1;
  result->pszErrBuf = CPLStrdup("not fetched");
  return result;
}

/// The original functions by which a driver opens.
struct Opening {
  decltype(GDALDriver::pfnOpen) plain;
  decltype(GDALDriver::pfnOpenWithDriverArg) with_driver;
  bool is_of_service;
};

std::map<GDALDriver*, Opening>& openings() {
  static std::map<GDALDriver*, Opening> all;
  return all;
}

/// Whether SQLite's driver takes the name for a database although it is not a file.
bool is_database_without_file(GDALDriver const& driver, GDALOpenInfo const& info) {
  return std::string_view{driver.GetDescription()} == "SQLite" && info.bStatOK == FALSE;
}

/// Whether the format keeps its spatial index in the file, where other programs may not have
/// updated it.
bool has_index_within(std::string_view driver) { return driver == "GPKG" || driver == "SQLite"; }

GDALDataset* open_by(InputAccess const& access, Opening const& opening, GDALDriver* driver,
                     GDALOpenInfo* info) {
  auto const open = [&](GDALOpenInfo* from) {
    return opening.plain != nullptr ? opening.plain(from) : opening.with_driver(driver, from);
  };
  if (access.options.empty() && access.name == info->pszFilename) return open(info);
  GDALOpenInfo other{access.name.c_str(), info->nOpenFlags};
  CPLStringList options{CSLDuplicate(info->papszOpenOptions)};
  for (auto const& [key, value] : access.options) options.SetNameValue(key.c_str(), value.c_str());
  other.papszOpenOptions = options.List();
  return open(&other);
}

/// The chain of files by which this thread came to the current one: files may refer to one another
/// without end, and each of them twice to the next.
struct Trail {
  char const* stack = nullptr;  ///< stack position when reading began
  std::size_t opened = 0;
  std::size_t opened_virtual = 0;
  std::set<std::string> sound = {};  ///< virtual datasets that do not lead back to themselves
  WatchedFiles* files = nullptr;     ///< told about files to which virtual datasets lead
  bool has_region = false;           ///< a virtual dataset selects rows by region
};
thread_local Trail trail;

bool is_endless() {
  // A file that refers to another takes a few kilobytes of the stack's eight megabytes. Mosaics
  // have thousands of files, but nobody joins thousands of virtual datasets.
  constexpr std::ptrdiff_t kMostStack = std::ptrdiff_t{1} << 20U;
  constexpr std::size_t kMostOpened = 10'000;
  constexpr std::size_t kMostVirtual = 1'000;
  auto const* const here = static_cast<char const*>(__builtin_frame_address(0));
  if (trail.stack == nullptr) trail.stack = here;
  return trail.stack - here > kMostStack || trail.opened > kMostOpened ||
         trail.opened_virtual > kMostVirtual;
}

/// Replaces every driver's function for opening. What a service's driver identifies as its own,
/// perhaps a file with the address of a service, would be fetched from there.
GDALDataset* open_guarded(GDALDriver* driver, GDALOpenInfo* info) {
  auto const& opening = openings().at(driver);
  auto const* const name = info->pszFilename;
  auto const is_its = [&] {
    return driver->pfnIdentify != nullptr && driver->pfnIdentify(info) == TRUE;
  };
  if (remote() == Remote::Refused && ((opening.is_of_service && is_its()) || is_remote(name))) {
    refuse(Refusal::Remote, name);
    return nullptr;
  }
  if (is_endless()) {
    refuse(Refusal::Endless, name);
    return nullptr;
  }
  std::string_view const driver_name{driver->GetDescription()};
  bool const is_virtual = driver_name == "OGR_VRT";
  if (is_virtual && leads_to_itself(name, trail.sound)) {
    refuse(Refusal::Endless, name);
    return nullptr;
  }
  if ((is_virtual || driver_name == "VRT") && is_its()) tell_of_opened(trail.files);
  if (is_virtual && is_its()) {
    auto const asks = questions_of(name);
    trail.has_region = trail.has_region || asks.has_region;
    if (asks.has_sqlite) {
      refuse(Refusal::Dialect, name);
      return nullptr;
    }
  }
  if (is_database_without_file(*driver, *info) && is_its()) {
    refuse(Refusal::Elsewhere, name);
    return nullptr;
  }
  bool const is_packed = std::string_view{name}.starts_with("/vsi");
  if (trail.has_region && (has_index_within(driver_name) || (is_packed && !is_virtual)) &&
      is_its()) {
    refuse(Refusal::Region, name);
    return nullptr;
  }
  watch_databases();
  auto const access = access_to(name, driver_name);
  if (!access.failure.empty() && is_its()) {
    refuse(Refusal::Uncopied, access.failure);
    return nullptr;
  }
  auto* const dataset = open_by(access, opening, driver, info);
  if (dataset != nullptr) ++(is_virtual ? trail.opened_virtual : trail.opened);
  return dataset;
}

}  // namespace

void guard_gdal() {
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
    // VFK (Czech land registers) creates a database beside its input.
    bool const leaves_files = std::string_view{driver->GetDescription()} == "VFK";
    driver->pfnOpenWithDriverArg = leaves_files ? nullptr : open_guarded;
  }
  watch_local_files();
  if (remote() == Remote::Allowed) return;
  char** const prefixes = VSIGetFileSystemsPrefixes();
  for (char** prefix = prefixes; prefix != nullptr && *prefix != nullptr; ++prefix) {
    if (is_remote(std::string{*prefix} + "x"))
      VSIFileManager::InstallHandler(*prefix, new RefusedFolder);
  }
  CSLDestroy(prefixes);
  CPLHTTPSetFetchCallback(refuse_fetch, nullptr);
}

GdalReading::GdalReading()
    : told_before_{tell_of_opened(nullptr)}, was_reading_{refuse_writing(true)} {
  forget_refused();
  trail = {static_cast<char const*>(__builtin_frame_address(0))};
}

GdalReading::GdalReading(WatchedFiles& files, bool is_virtual) : GdalReading{} {
  trail.files = &files;
  if (is_virtual) tell_of_opened(&files);
}

GdalReading::~GdalReading() {
  trail.files = nullptr;
  tell_of_opened(told_before_);
  refuse_writing(was_reading_);
}

}  // namespace gapmap::io
