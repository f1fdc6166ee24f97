#pragma once
// Tables of a database whose rows are in other files.

#include <string>
#include <string_view>

namespace gapmap::io {

/// Returns the module, for example "VirtualText", if `sql`, the definition of a table that a
/// database stores, is a virtual table of a module that may read other files. Modules known to stay
/// within their database are exempt: full text, R trees, and those that SpatiaLite puts into every
/// database. Empty for anything else.
[[nodiscard]] std::string foreign_module_in(std::string_view sql);

}  // namespace gapmap::io
