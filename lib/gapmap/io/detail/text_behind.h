#pragma once
// Tables of text behind a virtual dataset, which GDAL reads instead of gapmap.

#include <string>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

/// Of the `files` of a virtual dataset named `name`, which it leads to: throws InputError if GDAL
/// would read one that is delimited text otherwise than gapmap does. That is so if quotation marks
/// do not close, or if the virtual dataset makes numbers or coordinates of a column in which
/// something else stands than a number with a decimal point: of "26,9905" GDAL makes 26, of "1 110"
/// 1, of "<10" and of nothing 0.
void refuse_unsound_text(std::string const& name, std::vector<std::string> const& files,
                         InputError::Where const& where);

}  // namespace gapmap::io
