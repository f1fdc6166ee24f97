#pragma once
// The parts of the change of every municipality as bars.

#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// One bar for all and one for each of the municipalities with the largest parts of the change in
/// residents who are covered: what adds to the right of the middle, what takes away to the left.
/// `text` says the same in words. Empty if nothing changed.
[[nodiscard]] std::string part_bars_svg(Language language, tables::OutputTable const& parts,
                                        std::string_view text);

/// A list of the colours, of the factors that have a part.
[[nodiscard]] std::string part_bars_legend(Language language, tables::OutputTable const& parts);

}  // namespace gapmap::report
