#pragma once
// Where an input comes from, as the user writes it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/io/file_stamp.h"

namespace gapmap::io {

/// Only what lies near: a box in some CRS.
struct Extent {
  Box box;
  Crs crs;
};

struct Source {
  std::string path;        ///< file, folder or connection ("PG:dbname=…") that GDAL can open
  std::string layer = {};  ///< empty: the only one
  std::string where = {};  ///< attribute filter in OGR SQL; empty: everything
  std::string crs = {};    ///< overrides what the input says, "EPSG:3067"; empty: believe the input
  std::optional<Extent> extent =
      std::nullopt;  ///< layers with geometry give only rows whose box touches it
  /// Of delimited text and spreadsheets: line of the file, or row of the sheet, that has the names
  /// of the fields. Nothing: found.
  std::optional<std::size_t> header_row = std::nullopt;
};

/// "roads.gpkg", "areas.gpkg:municipalities", "PG:dbname=gis:roads". The text before a colon is the
/// path if it is an existing file, the longest such one; what follows is the layer, whatever is in
/// it ("tilastointialueet:kunta1000k_2023", "a/b"). A file whose name has a colon is found first.
/// Addresses of services ("WFS:https://host:443/geo?typename=ns:layer") are never cut. Takes names
/// that are still in the single quotes of a shell.
[[nodiscard]] Source parse_source(std::string_view text);

/// Throws InputError if there is something at `path` that is neither a file nor a folder: a pipe
/// would be waited for without end, and every input is read more than once.
void refuse_pipe(std::string const& path);

/// Throws InputError if the source is a file that does not exist, a pipe, or elsewhere than on this
/// computer without being allowed (io/remote.h); connections are only known when opened.
void check_source(Source const& source);

/// A file that was read, for the record.
struct InputFile {
  std::string path = {};
  std::uintmax_t bytes = 0;
  std::string sha256 = {};  ///< empty for a network file, which has
  std::string xxh3 = {};    ///< its own checksum of all that follows its header
  std::optional<FileStamp> held = std::nullopt;  ///< of one that is looked at until the run ends
};

/// SHA-256 of some bytes, in hexadecimal.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// `path` with its size and SHA-256. Throws InputError if it cannot be read.
[[nodiscard]] InputFile fingerprint(std::string const& path);

}  // namespace gapmap::io
