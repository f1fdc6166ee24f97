#pragma once
// Coordinates in a table that nobody uses.

#include <string>

#include "gapmap/io/dataset.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {

/// Throws InputError if fields that `used` does not use hold what look like coordinates in Finland,
/// two columns or one with both, in most of the rows where they hold anything, and one of these
/// rows says nothing of its position by the fields that are used: it would be left out, or looked
/// up by its village, although the table says where it is. Coordinates beside those of rows that
/// have a position are the same in another grid. `option` names them: "place" of place-x.
void refuse_unused_coordinates(Table const& table, Recognised const& used,
                               std::string const& option);

}  // namespace gapmap::io
