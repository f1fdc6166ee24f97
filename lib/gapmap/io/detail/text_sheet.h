#pragma once
// Delimited text as a sheet.

#include <memory>
#include <string>

#include "gapmap/io/detail/input_sheet.h"

namespace gapmap::io {

/// Opens a text file. Throws InputError if it cannot be read or is not text.
[[nodiscard]] std::shared_ptr<RowSource const> open_text_sheet(std::string const& path);

}  // namespace gapmap::io
