#pragma once
// The map of a comparison: one SVG, and what its colours mean. Private to report.

#include <span>
#include <string>

#include "gapmap/io/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Municipalities, cells by change (those that changed alike are one path), places by change with
/// their names where there is room; north is up.
[[nodiscard]] std::string change_map_svg(Language language,
                                         std::span<io::OutputTable const> tables);

/// A list of the colours and signs of the map.
[[nodiscard]] std::string change_map_legend(Language language);

}  // namespace gapmap::report
