#pragma once
// Whether a workbook was written completely.

#include <cstddef>
#include <span>
#include <string>

namespace gapmap::io {

/// Throws InputError if a part of a workbook is missing, is not valid XML, has fewer elements than
/// it declares or, for a sheet, does not have its number of `cells`. Every part is read back
/// because libxlsxwriter writes temporary files without checking for errors, so that what a full or
/// failing disk cut off would only be noticed by readers of the workbook.
void expect_sound_parts(std::string const& path, std::span<std::size_t const> cells);

}  // namespace gapmap::io
