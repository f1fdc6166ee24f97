#pragma once
// How the layers of a result look in QGIS: legends in the reader's language, and colours that all
// eyes and a black-and-white printer tell apart, since they also differ in lightness: the farther
// or the more, the darker.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/cost_steps.h"
#include "gapmap/report/language.h"
#include "gapmap/report/qml.h"

namespace gapmap::report {

/// Every column that has a heading, with it: what a layer holds is in metres and seconds.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> aliases_of(
    Language language, tables::OutputTable const& table);

/// The style of a table by its name: "cells", "roads", "gaps", "municipalities", "zones",
/// "roads_used", "places"; nothing for others. Every column gets its heading as the alias.
[[nodiscard]] std::optional<LayerStyle> style_of(Language language,
                                                 tables::OutputTable const& table,
                                                 tables::CostScale const& scale);

}  // namespace gapmap::report
