#pragma once
// Styles of the layers of a result in QGIS: legends in the reader's language, and colours that
// differ in lightness (longer or more is darker), so that colour-blind readers and black-and-white
// prints tell them apart.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/cost_steps.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/language.h"
#include "gapmap/report/qml.h"

namespace gapmap::report {

/// Returns every column that has a heading, with that heading. Values of layers are in metres and
/// seconds. `words`: of compared runs.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> aliases_of(
    Language language, tables::OutputTable const& table, RunWords const& words = {});

/// One of several looks of a layer.
struct LayerView {
  std::string title;
  LayerStyle style;
};

/// Returns a look of the table "outside_groups" for each of its groups: cells by how many of the
/// group live outside the limit there. The group that the report is about comes first, the others
/// in their order; empty: there is none.
[[nodiscard]] std::vector<LayerView> views_of_groups(Language language,
                                                     tables::OutputTable const& table,
                                                     std::string_view about);

/// Returns the style of a table by its name: "cells", "roads", "gaps", "municipalities", "zones",
/// "roads_used", "places", "remedies", "joint_remedies"; nothing for others. Every column gets its
/// heading as an alias.
[[nodiscard]] std::optional<LayerStyle> style_of(Language language,
                                                 tables::OutputTable const& table,
                                                 tables::CostScale const& scale);

}  // namespace gapmap::report
