#pragma once
// Styles of the layers of a comparison in QGIS, and the colours of its maps: gains are dark blue
// and losses orange, which people with colour blindness and grey prints tell apart; what stayed is
// light.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/language.h"
#include "gapmap/report/qml.h"

namespace gapmap::report {

inline constexpr std::string_view kGainedColor = "#08519c";
inline constexpr std::string_view kLostColor = "#e6741a";
inline constexpr std::string_view kStillCoveredColor = "#b8d0e6";
inline constexpr std::string_view kStillNotCoveredColor = "#f3e6d2";
inline constexpr std::string_view kNewCellColor = "#54278f";
inline constexpr std::string_view kGoneCellColor = "#636363";

/// Returns the style of a table of a comparison by its name: "cells", "changes", "municipalities",
/// "places", "roads"; nothing for others. Every column gets its heading as an alias.
[[nodiscard]] std::optional<LayerStyle> change_style_of(Language language,
                                                        tables::OutputTable const& table,
                                                        RunWords const& words = {});

/// Layers from the lowest to the topmost.
inline constexpr std::array<std::string_view, 5> kChangeLayers{"municipalities", "cells", "roads",
                                                               "changes", "places"};

}  // namespace gapmap::report
