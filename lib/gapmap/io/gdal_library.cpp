#include "gapmap/io/gdal_library.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include <cstddef>
#include <mutex>
#include <string_view>
#include <utility>

#include "gapmap/io/gdal_guard.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/server_words.h"

namespace gapmap::io {
namespace {

thread_local std::string told_by_server;
thread_local std::vector<std::string> cut_short;

/// GDAL goes on after a server's answer and fails at something else, which it then tells of. Where
/// it gets no memory it would abort the program.
void keep_quiet(CPLErr severity, CPLErrorNum, char const* message) {
  if (severity == CE_Fatal) give_up(message);
  if (auto words = words_of_server(message); !words.empty()) told_by_server = std::move(words);
  constexpr std::size_t kMost = 100;
  if (severity == CE_Warning && cut_short.size() < kMost &&
      std::string_view{message}.find("parsed incompletely") != std::string_view::npos)
    cut_short.emplace_back(message);
}

}  // namespace

QuietGdal::QuietGdal() {
  static std::once_flag registered;
  std::call_once(registered, [] {
    CPLSetErrorHandler(keep_quiet);  // also of threads that GDAL starts
    GDALAllRegister();
    // No schemas are fetched that GML names, no sizes of archives left beside them.
    for (auto const* option : {"GML_DOWNLOAD_WFS_SCHEMA", "CPL_VSIL_GZIP_WRITE_PROPERTIES"})
      CPLSetConfigOption(option, "NO");
    guard_gdal();
  });
  CPLErrorReset();
  told_by_server.clear();
  cut_short.clear();
  CPLPushErrorHandler(keep_quiet);
}

QuietGdal::~QuietGdal() { CPLPopErrorHandler(); }

std::string QuietGdal::message() {
  return told_by_server.empty() ? CPLGetLastErrorMsg() : "the server says: " + told_by_server;
}

std::string QuietGdal::words_of_server() { return told_by_server; }

std::vector<std::string> const& QuietGdal::values_cut_short() { return cut_short; }

std::string gdal_version() { return GDALVersionInfo("RELEASE_NAME"); }

}  // namespace gapmap::io
