#pragma once
// How GDAL opens a file so that nothing of it is changed and nothing comes to lie beside it, also
// one that another leads to.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

struct InputAccess {
  std::string name;  ///< to open it by
  /// To open it with, in place of any others of their name.
  std::vector<std::pair<std::string, std::string>> options = {};
  std::string failure = {};  ///< why it cannot be opened so; empty: it can
};

/// For a `driver` of GDAL. SQLite keeps the latest rows of a database that another program has open
/// in a file beside it (-wal), which even a reader would write into: both are copied, once for the
/// life of this program, and read there.
[[nodiscard]] InputAccess access_to(std::string const& path, std::string_view driver);

/// The files that are read in place of `name`, which may be one that access_to opened: a database
/// and what is kept beside it; of any other name itself.
[[nodiscard]] std::vector<std::string> originals_of(std::string const& name);

/// With GDAL's last words, or what a server said in place of data.
[[nodiscard]] InputError cannot_be_opened(std::string const& path);

}  // namespace gapmap::io
