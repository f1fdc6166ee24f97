#pragma once
// Tables of a database whose rows are in other files.

#include <string>
#include <string_view>

namespace gapmap::io {

/// "VirtualText" if `sql`, as a database keeps it of each of its tables, is a virtual table of a
/// module that may read other files: any but those known to keep to their database (full text, R
/// trees, and what SpatiaLite puts into every database). Empty of anything else.
[[nodiscard]] std::string foreign_module_in(std::string_view sql);

}  // namespace gapmap::io
