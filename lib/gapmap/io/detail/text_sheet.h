#pragma once
// Delimited text as a sheet.

#include <memory>
#include <string>

#include "gapmap/io/detail/input_sheet.h"
#include "gapmap/io/mapped_file.h"

namespace gapmap::io {

/// Maps a text file; files that GDAL finds in archives and on servers are read completely. Throws
/// InputError if it cannot be read.
[[nodiscard]] MappedFile text_bytes(std::string const& path);

/// Opens a text file. Throws InputError if it cannot be read or is not text.
[[nodiscard]] std::shared_ptr<RowSource const> open_text_sheet(std::string const& path);

}  // namespace gapmap::io
