#pragma once
// What to do about a filter that lets no row through, or not those that were meant: most name a
// value as the file does not write it.

#include <string>

#include "gapmap/io/dataset.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/source.h"

namespace gapmap::io {

/// For the hint of an error about `filter`, OGR SQL on the rows of `source`: "write '061' instead
/// of '61'", where a value of a field that the filter names is meant (another spelling, zeros in
/// front, letters around a code); else the first values of these fields; else the fields. Reads the
/// rows once more, `source.where` aside.
[[nodiscard]] std::string filter_advice(Table const& table, Source const& source,
                                        std::string const& filter);

/// Counts what `filter` probably does not do as it was meant: rows of `source` whose value is one
/// that the filter names but for its spelling ('002' where it says '2', 'kylla ' where it says
/// 'kylla'), which it leaves out (or keeps, behind a "not"), and values that no row has. Only
/// values that a field shall equal are looked at, patterns and bounds are not. `filter` is asked of
/// the rows that pass `source.where`. Reads the rows once more, without their shapes; those of
/// services and databases elsewhere it does not.
void count_misspelled(Source source, std::string const& filter, ImportReport& report);

}  // namespace gapmap::io
