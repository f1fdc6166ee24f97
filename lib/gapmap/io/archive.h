#pragma once
// Inputs as they are downloaded: packed. "areas.zip" is the one dataset in it,
// "areas.zip/2026/areas.shp" that one of several.

#include <optional>
#include <string>

namespace gapmap::io {

struct Packed {
  std::string archive;  ///< a file that is there: .zip, .tar, .tar.gz, .tgz or .gz
  std::string inside;   ///< path in it; empty: the only dataset
};

/// Nothing if no part of `path` is such a file. Also of GDAL's own names, "/vsizip/areas.zip".
[[nodiscard]] std::optional<Packed> find_archive(std::string const& path);

/// The archive that `path` lies in, or `path` itself: the file whose bytes are read.
[[nodiscard]] std::string file_of(std::string const& path);

/// What GDAL calls the input at `path`: "/vsizip/areas.zip/areas.shp", or `path` itself if it is
/// not packed. Throws InputError, naming the datasets there are, unless it is exactly one.
[[nodiscard]] std::string unpacked_name(std::string const& path);

}  // namespace gapmap::io
