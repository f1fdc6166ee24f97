#pragma once
// The page of the manual that explains every column.

#include <string>

namespace gapmap::report {

/// Returns one row per table and column, as Markdown: the table, the names of the column, its unit,
/// and its description in English. Variable parts of names are in capitals; ranks are shown as 2.
[[nodiscard]] std::string column_reference();

}  // namespace gapmap::report
