#pragma once
// What to do about a filter that lets no row through: most name a value as the file does not write
// it. Private to io.

#include <string>

#include "gapmap/io/dataset.h"
#include "gapmap/io/source.h"

namespace gapmap::io {

/// For the hint of an error about `filter`, OGR SQL on the rows of `source`: "write '061' instead
/// of '61'", where a value of a field that the filter names is meant (another spelling, zeros in
/// front, letters around a code); else the first values of these fields; else the fields. Reads the
/// rows once more, `source.where` aside.
[[nodiscard]] std::string filter_advice(Table const& table, Source const& source,
                                        std::string const& filter);

}  // namespace gapmap::io
