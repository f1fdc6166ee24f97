#pragma once
// Whether a workbook that was written arrived.

#include <cstddef>
#include <span>
#include <string>

namespace gapmap::io {

/// libxlsxwriter writes into temporary files without looking whether it can: what a full disk cut
/// off, or a disk did not take, would only be noticed by whoever opens the workbook. So each part
/// is read once more. Throws InputError if one of them is no sound XML, has fewer elements than it
/// says or, of a sheet, not its number of `cells`, or if a part is missing.
void expect_sound_parts(std::string const& path, std::span<std::size_t const> cells);

}  // namespace gapmap::io
