#pragma once
// How every reader of polygons goes through its rows.

#include <functional>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/geometry/shapes.h"
#include "gapmap/io/opened.h"

namespace gapmap::io {

/// Gives every row that has a sound area to `visit`, projected, in the order of the source; counts
/// the others, and as used those for which `visit` returns true (a row that it does not use it
/// counts itself). Sets the CRS of the report. Throws InputError, naming `crs_option`, if there is
/// no CRS or no row is used.
void visit_areas(OpenedInput& opened, WorkingFrame const& frame, std::string const& crs_option,
                 std::function<bool(Record const&, Area)> const& visit);

/// "20", "20.0", "KU020" and "020 Akaa" → "020" where codes have three digits; codes that are no
/// numbers stay as they are.
[[nodiscard]] std::string padded_code(std::string code, std::size_t width);

}  // namespace gapmap::io
