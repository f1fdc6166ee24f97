#pragma once
// Text tables behind a virtual dataset, which GDAL reads instead of gapmap.

#include <string>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

/// Throws InputError if GDAL would read delimited text among the `files`, to which the virtual
/// dataset `name` refers, differently than gapmap does. That is so if quotation marks are not
/// closed, or if the virtual dataset makes numbers or coordinates of a column with anything other
/// than numbers with a decimal point: GDAL reads "26,9905" as 26, "1 110" as 1, "<10" and empty
/// text as 0.
void refuse_unsound_text(std::string const& name, std::vector<std::string> const& files,
                         InputError::Where const& where);

}  // namespace gapmap::io
