#pragma once
// The place of the interactive map in a page.

#include <string>
#include <string_view>

#include "gapmap/report/language.h"

namespace gapmap::report {

/// Labels of the parts whose meaning differs from page to page.
struct LiveMapLabels {
  std::string_view areas;                         ///< of the numbered areas
  std::string_view proposals = "joint_remedies";  ///< of the numbered places
};

/// Returns the element into which the script puts the map, with the names of its parts and a link
/// past it to the section `next`.
[[nodiscard]] std::string live_map(Language language, LiveMapLabels const& labels,
                                   std::string_view next);

/// Returns a map as a figure: the live one, the drawn one, what it shows in sentences, and its
/// legend.
[[nodiscard]] std::string map_figure(std::string_view live, std::string_view svg,
                                     std::string_view words, std::string_view legend);

/// Returns the script that makes the map, after the library it needs.
[[nodiscard]] std::string live_map_script();

}  // namespace gapmap::report
