#pragma once
// The CSS and JavaScript of reports and comparisons, which pages contain so that nothing is
// fetched. Their files lie beside this one, those of Leaflet where it is installed;
// lib/CMakeLists.txt embeds them in the program unchanged.

#include <string_view>

namespace gapmap::report {

/// Returns the style sheet for screens, phones and A4.
[[nodiscard]] std::string_view page_style();

/// Returns the script for tables. Tables wider than the page scroll; only these can be focused by
/// keyboard and are landmarks for screen readers. Without scripts all tables are.
[[nodiscard]] std::string_view table_script();

/// Returns the script of the interactive map: what the page has drawn, in layers that can be
/// switched. Readers without scripts, and prints, have the drawing itself.
[[nodiscard]] std::string_view map_script();

/// Returns the map library (leafletjs.com) found when gapmap was built, with its licence. It
/// contains neither "]]>" nor the end of a script.
[[nodiscard]] std::string_view leaflet_script();

/// Returns the style sheet of Leaflet without images, so that nothing is fetched.
[[nodiscard]] std::string_view leaflet_style();

}  // namespace gapmap::report
