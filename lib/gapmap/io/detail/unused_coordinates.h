#pragma once
// Coordinates in a table that no role uses.

#include <string>

#include "gapmap/io/dataset.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {

/// Throws InputError if fields that `used` does not contain hold what looks like coordinates in
/// Finland, two columns or one with both, in most of the rows where they hold anything, and one of
/// these rows has no position in the fields that are used: it would be left out, or located by its
/// village, although the table has its coordinates. Beside rows that all have a position they are
/// the same points in another grid. `option` names the options: "place" for place-x.
void refuse_unused_coordinates(Table const& table, Recognised const& used,
                               std::string const& option);

}  // namespace gapmap::io
