#pragma once
// Packed inputs, as they are downloaded. "areas.zip" stands for the only dataset in it,
// "areas.zip/2026/areas.shp" for one of several.

#include <optional>
#include <string>

namespace gapmap::io {

struct Packed {
  std::string archive;  ///< an existing file: .zip, .tar, .tar.gz, .tgz or .gz
  std::string inside;   ///< path in it; empty: the only dataset
};

/// Finds the archive in `path`; nothing if no part of it is an archive. Also understands GDAL's own
/// names, "/vsizip/areas.zip".
[[nodiscard]] std::optional<Packed> find_archive(std::string const& path);

/// Returns the file whose bytes are read: the archive that `path` lies in, or `path` itself.
[[nodiscard]] std::string file_of(std::string const& path);

/// Returns GDAL's name of the input at `path`: "/vsizip/areas.zip/areas.shp", or `path` itself if
/// it is not packed. Throws InputError with the names of all datasets unless there is exactly one.
[[nodiscard]] std::string unpacked_name(std::string const& path);

}  // namespace gapmap::io
