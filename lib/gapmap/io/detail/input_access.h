#pragma once
// Opens files with GDAL so that neither they nor files to which they refer are changed, and nothing
// is written beside them.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

struct InputAccess {
  std::string name;  ///< name by which GDAL opens the file
  /// Options for opening it, which replace others of the same name.
  std::vector<std::pair<std::string, std::string>> options = {};
  std::string failure = {};  ///< why it cannot be opened in this way; empty: it can
};

/// Returns how a `driver` of GDAL opens the file. SQLite keeps the latest rows of a database that
/// another program has open in a file beside it (-wal), which even a reader would write to;
/// therefore both files are copied, once per process, and the copy is read.
[[nodiscard]] InputAccess access_to(std::string const& path, std::string_view driver);

/// Returns the files that are read in place of `name`. If access_to() opened it, these are a
/// database and the files beside it; otherwise `name` itself.
[[nodiscard]] std::vector<std::string> originals_of(std::string const& name);

/// Returns the error with GDAL's last message, or with what a server answered instead of data.
[[nodiscard]] InputError cannot_be_opened(std::string const& path);

}  // namespace gapmap::io
