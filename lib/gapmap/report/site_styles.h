#pragma once
// Styles of the layers of a plan in QGIS, in the colours of its report.

#include <array>
#include <optional>
#include <string_view>

#include "gapmap/report/language.h"
#include "gapmap/report/qml.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::report {

/// Layers from the lowest to the topmost.
inline constexpr std::array<std::string_view, 6> kPlanLayers{
    "plan_cells", "roads", "plan_municipalities", "plan_gaps", "plan_places", "plan"};

/// Returns the style of a table of a plan by its name, one of kPlanLayers; nothing for others.
/// Every column gets its heading as an alias.
[[nodiscard]] std::optional<LayerStyle> plan_style_of(Language language,
                                                      tables::OutputTable const& table);

}  // namespace gapmap::report
