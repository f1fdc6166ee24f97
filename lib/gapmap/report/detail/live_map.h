#pragma once
// Where a page has the map to move.

#include <string>
#include <string_view>

#include "gapmap/report/language.h"

namespace gapmap::report {

/// Where the script of the map puts it, what it calls its parts, and a link past it to the section
/// `next`. `areas` is the label of the numbered ones.
[[nodiscard]] std::string live_map(Language language, std::string_view areas,
                                   std::string_view next);

/// The script that puts it there, behind the library it needs.
[[nodiscard]] std::string live_map_script();

}  // namespace gapmap::report
