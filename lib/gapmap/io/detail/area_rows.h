#pragma once
// The loop over rows that all readers of polygons share.

#include <functional>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/geometry/shapes.h"
#include "gapmap/io/opened.h"

namespace gapmap::io {

/// Passes every row that has a valid area, projected, to `visit`, in the order of the source.
/// Counts the other rows, and as used those for which `visit` returns true (`visit` itself counts a
/// row that it does not use). Sets the CRS of the report. Throws InputError, naming `crs_option`,
/// if there is no CRS or no row is used.
void visit_areas(OpenedInput& opened, WorkingFrame const& frame, std::string const& crs_option,
                 std::function<bool(Record const&, Area)> const& visit);

/// Returns "020" for "20", "20.0", "KU020" and "020 Akaa" where codes have three digits; codes that
/// are not numbers are unchanged.
[[nodiscard]] std::string padded_code(std::string code, std::size_t width);

}  // namespace gapmap::io
