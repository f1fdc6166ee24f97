#include "gapmap/io/detail/gdal_library.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include <cstddef>
#include <map>
#include <mutex>
#include <string_view>
#include <utility>

#include "gapmap/io/detail/gdal_guard.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/detail/server_words.h"

namespace gapmap::io {
namespace {

thread_local std::string told_by_server;
thread_local std::map<std::string, std::string> cut_short;
thread_local std::size_t failures = 0;

void note_value_cut_short(std::string_view message) {
  constexpr std::string_view kOf = "of field ";
  auto const behind = message.rfind(" parsed incompletely");
  if (behind == message.npos) return;
  auto const before = message.rfind(kOf, behind);
  if (before == message.npos) return;
  auto const field = before + kOf.size();
  cut_short.emplace(message.substr(field, behind - field), message);
}

/// Counts failures and keeps server answers, after which GDAL continues and fails at something
/// else. Where GDAL runs out of memory it would abort the program; that is done cleanly here.
void keep_quiet(CPLErr severity, CPLErrorNum, char const* message) {
  if (severity == CE_Fatal) give_up(message);
  if (severity == CE_Failure) ++failures;
  if (auto words = words_of_server(message); !words.empty()) told_by_server = std::move(words);
  if (severity == CE_Warning) note_value_cut_short(message);
}

}  // namespace

QuietGdal::QuietGdal() : failures_before_{failures} {
  static std::once_flag registered;
  std::call_once(registered, [] {
    CPLSetErrorHandler(keep_quiet);  // also for threads that GDAL starts
    GDALAllRegister();
    // GML schemas are not fetched, and sizes of archives are not written beside them.
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

bool QuietGdal::has_failed() const { return failures > failures_before_; }

std::string QuietGdal::message() {
  return told_by_server.empty() ? CPLGetLastErrorMsg() : "the server says: " + told_by_server;
}

std::string QuietGdal::words_of_server() { return told_by_server; }

std::map<std::string, std::string> const& QuietGdal::values_cut_short() { return cut_short; }

std::string gdal_version() { return GDALVersionInfo("RELEASE_NAME"); }

}  // namespace gapmap::io
