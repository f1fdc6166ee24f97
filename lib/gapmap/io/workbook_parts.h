#pragma once
// Whether a workbook that was written arrived. Private to io.

#include <string>

namespace gapmap::io {

/// libxlsxwriter writes into temporary files without looking whether it can: what a full disk cut
/// off would only be noticed by whoever opens the workbook. So each part is read once more. Throws
/// InputError if one of them is no sound XML.
void expect_sound_parts(std::string const& path);

}  // namespace gapmap::io
