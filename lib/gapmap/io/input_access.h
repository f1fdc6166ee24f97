#pragma once
// How GDAL opens an input so that nothing of it is changed and nothing comes to lie beside it.
// Private to io.

#include <memory>
#include <string>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

struct InputAccess {
  std::string name;                       ///< to open it by
  std::vector<std::string> options = {};  ///< to open it with
  /// Files that hold a part of it though GDAL does not say so. They stand for those of a copy.
  std::vector<std::string> files = {};
  std::shared_ptr<void const> copy = {};  ///< to live as long as it is open
};

/// SQLite keeps the latest rows of a database that another program has open in a file beside it
/// (-wal), which even a reader would write into: both are copied and read there. Throws InputError
/// if they cannot be copied.
[[nodiscard]] InputAccess access_to(std::string const& path);

/// With GDAL's last words, or what a server said in place of data.
[[nodiscard]] InputError cannot_be_opened(std::string const& path);

}  // namespace gapmap::io
