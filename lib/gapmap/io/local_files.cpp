#include "gapmap/io/local_files.h"

#include <cpl_string.h>
#include <cpl_vsi_virtual.h>

#include <cerrno>
#include <string_view>

#include "gapmap/io/output_folder.h"
#include "gapmap/io/pipe.h"
#include "gapmap/io/refusal.h"

namespace gapmap::io {
namespace {

/// In place of GDAL's own files, whose ways it goes but for what may not be read.
class LocalFiles final : public VSIFilesystemHandler {
 public:
  explicit LocalFiles(VSIFilesystemHandler& own) : own_{own} {}

  VSIVirtualHandle* Open(char const* name, char const* access, bool set_error,
                         CSLConstList options) override {
    bool const is_for_reading =
        access[0] == 'r' && std::string_view{access}.find('+') == std::string_view::npos;
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
    return own_.Open(name, access, set_error, options);
  }
  int Stat(char const* name, VSIStatBufL* stat, int flags) override {
    return own_.Stat(name, stat, flags);
  }
  int Unlink(char const* name) override { return own_.Unlink(name); }
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

/// Standard input, which can be read but once.
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
