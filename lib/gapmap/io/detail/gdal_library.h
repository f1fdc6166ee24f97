#pragma once
// GDAL as a library: registered once, silent on stderr.

#include <cstddef>
#include <map>
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
  /// Whether GDAL told of a failure in this thread since, also of one that it went on after.
  [[nodiscard]] bool has_failed() const;
  /// What a server said instead of data since the innermost one began; empty if it did not.
  [[nodiscard]] static std::string words_of_server();
  /// Sentences of GDAL about texts that it took for numbers, "Value '..' of field places.seats
  /// parsed incompletely to integer 0.", the first of each field since the innermost one began, by
  /// "places.seats".
  [[nodiscard]] static std::map<std::string, std::string> const& values_cut_short();

 private:
  std::size_t failures_before_;
};

/// "3.6.2"
[[nodiscard]] std::string gdal_version();

}  // namespace gapmap::io
