#pragma once
// The CSS and JavaScript of reports and comparisons, which pages carry with them so that nothing is
// fetched. They lie beside this file, Leaflet where it is installed; lib/CMakeLists.txt puts them
// into the program as they are.

#include <string_view>

namespace gapmap::report {

/// How pages look on a screen, on a phone and on A4.
[[nodiscard]] std::string_view page_style();

/// Tables wider than the page scroll, and only those are a stop for the keyboard and a landmark for
/// screen readers. Without scripts all of them are.
[[nodiscard]] std::string_view table_script();

/// The map to move and to point at: what the page has drawn, in layers that can be switched.
/// Readers without scripts, and paper, have the drawing itself.
[[nodiscard]] std::string_view map_script();

/// The map library (leafletjs.com), as it was found when gapmap was built. With its licence; holds
/// neither "]]>" nor the end of a script.
[[nodiscard]] std::string_view leaflet_script();

/// Without images, so that nothing is fetched.
[[nodiscard]] std::string_view leaflet_style();

}  // namespace gapmap::report
