#include "gapmap/io/detail/local_files.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi_virtual.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "gapmap/io/file_stamp.h"
#include "gapmap/io/detail/input_access.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/detail/refusal.h"
#include "gapmap/units/ascii.h"

namespace gapmap::io {
namespace {

thread_local WatchedFiles* told = nullptr;
thread_local bool is_only_reading = false;

/// Whether the file is one of GDAL's own temporary files, for data too large for memory.
bool is_temporary(std::string const& name) {
  std::error_code ignored;
  auto const folder = std::filesystem::temp_directory_path(ignored);
  return !ignored && std::filesystem::path{name}.parent_path() == folder;
}

/// Whether the file is an index of values (.idm, .ind, .atx) or of positions (.qix, .sbn, .sbx,
/// .spx).
bool is_index(std::string_view name) {
  constexpr std::array<std::string_view, 7> kEndings{".idm", ".ind", ".atx", ".qix",
                                                     ".sbn", ".sbx", ".spx"};
  auto const ending =
      ascii_lower_case(name.substr(name.size() - std::min<std::size_t>(name.size(), 4)));
  return std::ranges::find(kEndings, ending) != kEndings.end();
}

/// Whether the file is one of GDAL's own tables, which belong to no input.
bool is_of_gdal(std::string_view name) {
  static std::string const folder = [] {
    auto const* const found = CPLFindFile("gdal", "gdalvrt.xsd");
    return found == nullptr ? std::string{} : std::string{CPLGetPath(found)} + '/';
  }();
  return !folder.empty() && name.starts_with(folder);
}

/// Replaces GDAL's handler of files, to which it passes everything except what may not be read.
class LocalFiles final : public VSIFilesystemHandler {
 public:
  explicit LocalFiles(VSIFilesystemHandler& own) : own_{own} {}

  VSIVirtualHandle* Open(char const* name, char const* access, bool set_error,
                         CSLConstList options) override {
    bool const is_for_reading =
        access[0] == 'r' && std::string_view{access}.find('+') == std::string_view::npos;
    if (!is_for_reading && is_only_reading && !is_temporary(name)) {
      errno = EROFS;
      return nullptr;
    }
    if (is_for_reading && is_index(name)) {
      errno = ENOENT;
      return nullptr;
    }
    if (is_for_reading && is_pipe(name)) {
      refuse(Refusal::Pipe, name);
      errno = EACCES;
      return nullptr;
    }
    if (auto const result = is_for_reading ? OutputFolder::result_in_place_of(name) : "";
        !result.empty()) {
      refuse(Refusal::Result, result);
      errno = EACCES;
      return nullptr;
    }
    if (is_for_reading && told != nullptr && !is_of_gdal(name)) {
      for (auto const& file : originals_of(name)) told->lead_to(file);
    }
    return own_.Open(name, access, set_error, options);
  }
  int Stat(char const* name, VSIStatBufL* stat, int flags) override {
    if (is_index(name)) {
      errno = ENOENT;
      return -1;
    }
    return own_.Stat(name, stat, flags);
  }
  int Unlink(char const* name) override {
    if (!is_only_reading || is_temporary(name)) return own_.Unlink(name);
    errno = EROFS;
    return -1;
  }
  int Mkdir(char const* name, long mode) override { return own_.Mkdir(name, mode); }
  int Rmdir(char const* name) override { return own_.Rmdir(name); }
  char** ReadDirEx(char const* name, int most) override { return own_.ReadDirEx(name, most); }
  char** SiblingFiles(char const* name) override { return own_.SiblingFiles(name); }
  int Rename(char const* from, char const* to) override { return own_.Rename(from, to); }
  int IsCaseSensitive(char const* name) override { return own_.IsCaseSensitive(name); }
  GIntBig GetDiskFreeSpace(char const* name) override { return own_.GetDiskFreeSpace(name); }
  int SupportsSparseFiles(char const* name) override { return own_.SupportsSparseFiles(name); }
  VSIDIR* OpenDir(char const* name, int depth, char const* const* options) override {
    return own_.OpenDir(name, depth, options);
  }

 private:
  VSIFilesystemHandler& own_;
};

/// Refuses standard input, which can be read only once.
class NoInput final : public VSIFilesystemHandler {
 public:
  VSIVirtualHandle* Open(char const* name, char const* /*access*/, bool /*set_error*/,
                         CSLConstList /*options*/) override {
    refuse(Refusal::Pipe, name);
    errno = EACCES;
    return nullptr;
  }
  int Stat(char const* name, VSIStatBufL* /*stat*/, int /*flags*/) override {
    refuse(Refusal::Pipe, name);
    errno = EACCES;
    return -1;
  }
};

}  // namespace

bool refuse_writing(bool is_reading) { return std::exchange(is_only_reading, is_reading); }

WatchedFiles* tell_of_opened(WatchedFiles* files) { return std::exchange(told, files); }

void watch_local_files() {
  VSIFileManager::InstallHandler("", new LocalFiles{*VSIFileManager::GetHandler("")});
  char** const prefixes = VSIGetFileSystemsPrefixes();
  for (char** prefix = prefixes; prefix != nullptr && *prefix != nullptr; ++prefix) {
    if (std::string_view{*prefix}.starts_with("/vsistdin"))
      VSIFileManager::InstallHandler(*prefix, new NoInput);
  }
  CSLDestroy(prefixes);
}

}  // namespace gapmap::io
