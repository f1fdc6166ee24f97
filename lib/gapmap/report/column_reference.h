#pragma once
// The page of the manual that says what every column holds.

#include <string>

namespace gapmap::report {

/// A row a table and column, as Markdown: the table, what the column may be called, its unit, and
/// what it holds, in English. What varies in a name is in capitals, ranks are 2.
[[nodiscard]] std::string column_reference();

}  // namespace gapmap::report
