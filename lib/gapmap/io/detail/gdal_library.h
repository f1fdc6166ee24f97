#pragma once
// The GDAL library, registered once and silent on stderr.

#include <cstddef>
#include <map>
#include <string>

namespace gapmap::io {

/// Keeps GDAL from printing to stderr, as it does by default; its last message can be asked for
/// instead.
class QuietGdal {
 public:
  QuietGdal();
  ~QuietGdal();
  QuietGdal(QuietGdal const&) = delete;
  QuietGdal& operator=(QuietGdal const&) = delete;
  [[nodiscard]] static std::string message();
  /// Whether GDAL reported a failure in this thread since construction, even one after which it
  /// continued.
  [[nodiscard]] bool has_failed() const;
  /// Returns what a server answered instead of data since the innermost object was made; empty if
  /// nothing.
  [[nodiscard]] static std::string words_of_server();
  /// Returns GDAL's messages about texts that it read as numbers, "Value '..' of field places.seats
  /// parsed incompletely to integer 0.", by "places.seats": the first of each field since the
  /// innermost object was made.
  [[nodiscard]] static std::map<std::string, std::string> const& values_cut_short();

 private:
  std::size_t failures_before_;
};

/// Returns for example "3.6.2".
[[nodiscard]] std::string gdal_version();

}  // namespace gapmap::io
