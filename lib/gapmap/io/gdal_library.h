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
  /// What a server said instead of data since the innermost one began; empty if it did not.
  [[nodiscard]] static std::string words_of_server();
};

/// "3.6.2"
[[nodiscard]] std::string gdal_version();

}  // namespace gapmap::io
