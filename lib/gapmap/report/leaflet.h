#pragma once
// The map library of the reports (leafletjs.com), as it was found when gapmap was built.

#include <string_view>

namespace gapmap::report {

/// With its licence; holds neither "]]>" nor the end of a script.
[[nodiscard]] std::string_view leaflet_script();
/// Without images, so that nothing is fetched.
[[nodiscard]] std::string_view leaflet_style();

}  // namespace gapmap::report
