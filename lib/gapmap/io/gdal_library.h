#pragma once
// GDAL as a library: registered once, silent on stderr. Private to io.

#include <string>

namespace gapmap::io {

/// GDAL prints to stderr by default; while this lives it keeps quiet and its last message is asked
/// for.
class QuietGdal {
 public:
  QuietGdal();
  ~QuietGdal();
  QuietGdal(QuietGdal const&) = delete;
  QuietGdal& operator=(QuietGdal const&) = delete;
  [[nodiscard]] static std::string message();
};

/// "3.6.2"
[[nodiscard]] std::string gdal_version();

}  // namespace gapmap::io
