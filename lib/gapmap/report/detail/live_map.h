#pragma once
// The place of the interactive map in a page.

#include <string>
#include <string_view>

#include "gapmap/report/language.h"

namespace gapmap::report {

/// Returns the element into which the script puts the map, with the names of its parts and a link
/// past it to the section `next`. `areas` is the label of the numbered areas.
[[nodiscard]] std::string live_map(Language language, std::string_view areas,
                                   std::string_view next);

/// Returns the script that makes the map, after the library it needs.
[[nodiscard]] std::string live_map_script();

}  // namespace gapmap::report
