#pragma once
// The map of a comparison: one SVG, and what its colours mean.

#include <span>
#include <string>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Rows of the changed areas that have a number on the map and a row in the table beside it: the
/// largest of those gained, and of those lost.
[[nodiscard]] std::vector<std::size_t> shown_areas(tables::OutputTable const& changes);

/// Municipalities, cells by change (those that changed alike are one path), the largest changed
/// areas with their numbers, places by change with their names where there is room; north is up.
/// Its groups have the classes of those of map_svg.
[[nodiscard]] std::string change_map_svg(Language language,
                                         std::span<tables::OutputTable const> tables);

/// A list of the colours and signs of the map, of cells and places those that are there.
[[nodiscard]] std::string change_map_legend(Language language,
                                            std::span<tables::OutputTable const> tables);

}  // namespace gapmap::report
