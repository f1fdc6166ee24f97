#pragma once
// Delimited text as a sheet.

#include <memory>
#include <string>

#include "gapmap/io/detail/input_sheet.h"

namespace gapmap::io {

/// Throws InputError if the file cannot be read or is no text.
[[nodiscard]] std::shared_ptr<RowSource const> open_text_sheet(std::string const& path);

}  // namespace gapmap::io
