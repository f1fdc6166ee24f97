#pragma once
// The parts of the change of every municipality as bars.

#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Draws one bar for the total and one for each municipality with the largest parts of the change
/// in covered residents: additions to the right of the middle, losses to the left. `text` describes
/// it. Empty if nothing changed.
[[nodiscard]] std::string part_bars_svg(Language language, tables::OutputTable const& parts,
                                        std::string_view text);

/// Returns the list of colours of the factors that have a part.
[[nodiscard]] std::string part_bars_legend(Language language, tables::OutputTable const& parts);

}  // namespace gapmap::report
