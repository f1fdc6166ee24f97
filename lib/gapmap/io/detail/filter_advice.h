#pragma once
// Advice about a filter that lets no row through, or not the intended ones: most name a value in
// another spelling than the file.

#include <string>

#include "gapmap/io/dataset.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/source.h"

namespace gapmap::io {

/// Returns the hint of an error about `filter`, OGR SQL on the rows of `source`: "write '061'
/// instead of '61'" if a value of a field in the filter was meant (another spelling, leading zeros,
/// letters around a code); else the first values of these fields; else the fields. Reads the rows
/// once more, ignoring `source.where`.
[[nodiscard]] std::string filter_advice(Table const& table, Source const& source,
                                        std::string const& filter);

/// Counts what `filter` probably does not do as intended: rows of `source` whose value differs from
/// one in the filter only in spelling ('002' for '2', 'kylla ' for 'kylla') and which it therefore
/// leaves out (or keeps, after a "not"); and values that no row has. Only values that a field must
/// equal are considered, not patterns and bounds. `filter` is applied to the rows that pass
/// `source.where`. Reads the rows once more, without shapes, but not those of services and
/// databases on other computers.
void count_misspelled(Source source, std::string const& filter, ImportReport& report);

}  // namespace gapmap::io
