#pragma once
// Coordinates in a table whose names nobody knew. Private to io.

#include "gapmap/io/dataset.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {

/// Throws InputError if fields that `used` does not use hold what looks like coordinates in
/// Finland: two columns, or one with both. `option` names them: "--place" of --place-x.
void refuse_unused_coordinates(Table const& table, Recognised const& used,
                               std::string const& option);

}  // namespace gapmap::io
