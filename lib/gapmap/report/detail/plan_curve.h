#pragma once
// The curve of a plan: what 0, 1, 2 … further places are worth.

#include <string>
#include <string_view>

#include "gapmap/report/language.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::report {

/// Draws the share of everybody whom the best set of each size serves, what no set exceeds where
/// that is not proven to be the same, and what the order of opening serves; nothing for fewer than
/// two points. The axis of shares begins at a full tenth below the least of them. `text` describes
/// it.
[[nodiscard]] std::string plan_curve_svg(Language language, tables::OutputTable const& curve,
                                         std::string_view text);

/// Returns the list of the lines that plan_curve_svg() draws.
[[nodiscard]] std::string plan_curve_legend(Language language, tables::OutputTable const& curve);

}  // namespace gapmap::report
