#pragma once
// The source of an input as the user writes it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/io/file_stamp.h"

namespace gapmap::io {

/// A box in some CRS that limits what is read.
struct Extent {
  Box box;
  Crs crs;
};

struct Source {
  std::string path;        ///< file, folder or connection ("PG:dbname=…") that GDAL can open
  std::string layer = {};  ///< empty: the only one
  std::string where = {};  ///< attribute filter in OGR SQL; empty: everything
  std::string crs = {};  ///< "EPSG:3067", overrides the CRS of the input; empty: that of the input
  std::optional<Extent> extent =
      std::nullopt;  ///< layers with geometry return only rows whose box touches it
  /// For delimited text and spreadsheets: the line of the file, or row of the sheet, with the names
  /// of the fields. Nothing: it is searched for.
  std::optional<std::size_t> header_row = std::nullopt;
};

/// Parses "roads.gpkg", "areas.gpkg:municipalities", "PG:dbname=gis:roads". The path is the longest
/// text before a colon that is an existing file; the rest is the layer, whatever it contains
/// ("tilastointialueet:kunta1000k_2023", "a/b"). A file whose name has a colon comes first.
/// Addresses of services ("WFS:https://host:443/geo?typename=ns:layer") are not split. Single
/// quotes that a shell left around names are accepted.
[[nodiscard]] Source parse_source(std::string_view text);

/// Throws InputError if `path` exists but is neither a file nor a folder: a pipe may block for
/// ever, and every input is read more than once.
void refuse_pipe(std::string const& path);

/// Throws InputError if the source is a file that does not exist, a pipe, or on another computer
/// without permission (io/remote.h). Connections are only checked when opened.
void check_source(Source const& source);

/// An input file, for the record.
struct InputFile {
  std::string path = {};
  std::uintmax_t bytes = 0;
  std::string sha256 = {};  ///< empty for a network file, which has `xxh3`
  std::string xxh3 = {};    ///< a network file's own checksum of everything after its header
  std::optional<FileStamp> held = std::nullopt;  ///< for a file that is watched until the run ends
};

/// Returns the SHA-256 of some bytes in hexadecimal.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// Returns `path` with its size and SHA-256. Throws InputError if it cannot be read.
[[nodiscard]] InputFile fingerprint(std::string const& path);

}  // namespace gapmap::io
